// What OpenClaw does about a refusal is no second trouble beside the refusal itself.
import { describe, expect, test } from 'vitest';
import type { ReportFinding } from '../../src/core/report.ts';
import { listener, sign, Story } from '../kit/alert-story.ts';

const A = 'anthropic:a';
const B = 'anthropic:b';
const rejected = (profileId = A, severity: ReportFinding['severity'] = 'fail') =>
  sign('credential_rejected', severity, { profileId, facts: { level: 'passive' } });
const billing = (profileId: string) =>
  sign('billing_blocked', 'fail', { profileId, facts: { level: 'passive' } });
const failing = sign('profile_auth_failing', 'fail', { profileId: A });
const exhausted = (...profiles: readonly string[]) =>
  sign('provider_exhausted', 'fail', { provider: 'anthropic', facts: { profiles } });
const oneOfTwo = sign('credential_rejected', 'fail', {
  provider: 'anthropic',
  facts: { level: 'passive', profiles: [A, B] },
});

function story(): Story {
  const told = new Story([listener('ops')]);
  const stored = (credentialId: string) => ({ credentialId, expiresAt: null });
  told.fleet = { main: { [A]: stored('a'), [B]: stored('b') } };
  return told;
}

function codesOf(findings: readonly ReportFinding[]): string[] {
  const told = story();
  told.extra = findings;
  told.run();
  return told.state.incidents.map(({ code }) => code).sort();
}

describe('one incident', () => {
  test.each<[string, readonly ReportFinding[], readonly string[]]>([
    ['refused, and failing again and again', [rejected(), failing], ['credential_rejected']],
    ['refused, and set aside for it', [rejected(), exhausted(A)], ['credential_rejected']],
    [
      'both refused over billing',
      [billing(A), billing(B), exhausted(A, B)],
      ['billing_blocked', 'billing_blocked'],
    ],
    ['one of two refused', [oneOfTwo, exhausted(A, B)], ['credential_rejected']],
    [
      'disabled',
      [billing(A), sign('profile_disabled', 'notice', { profileId: A })],
      ['billing_blocked'],
    ],
  ])('%s', (_, findings, codes) => {
    expect(codesOf(findings)).toEqual(codes);
  });
});

describe('two incidents', () => {
  test.each<[string, readonly ReportFinding[]]>([
    ['the other profile is failing', [rejected(B), failing]],
    ['only one of the exhausted is refused', [rejected(), exhausted(A, B)]],
    ['the refusal counts less', [rejected(A, 'warn'), failing]],
    ['billing explains no failed login', [billing(A), failing]],
    ['nobody is named', [rejected(), exhausted()]],
  ])('%s', (_, findings) => {
    expect(codesOf(findings)).toHaveLength(2);
  });
});

test('an echo that was announced before goes on, and is taken back once only when it is over', () => {
  const told = story();
  told.extra = [exhausted(A)];
  told.run();
  told.extra = [exhausted(A), rejected()];
  told.run();
  told.extra = [rejected()];
  told.run();
  told.extra = [];
  told.run();
  expect(told.messages()).toEqual([
    'ops firing provider_exhausted@main',
    'ops firing credential_rejected@main',
    'ops recovered provider_exhausted@main',
    'ops recovered credential_rejected@main',
  ]);
});

test('an echo that outlives the refusal is told then', () => {
  const told = story();
  told.extra = [exhausted(A), rejected()];
  told.run();
  told.extra = [exhausted(A)];
  told.run();
  expect(told.messages()).toEqual([
    'ops firing credential_rejected@main',
    'ops firing provider_exhausted@main',
    'ops recovered credential_rejected@main',
  ]);
});
