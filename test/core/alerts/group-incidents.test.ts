import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/core/duration.ts';
import { defaultSeverity, type FindingCode } from '../../../src/core/finding.ts';
import { groupIncidents } from '../../../src/core/alerts/group-incidents.ts';
import type { ReportFinding } from '../../../src/core/report.ts';
import { fleetReport, sign, STORY_START, type Fleet } from '../../kit/alert-story.ts';

const PROFILE = 'anthropic:default';
const stored = (credentialId: string) => ({
  [PROFILE]: { credentialId, expiresAt: STORY_START + 99 * DAY_MS },
});
const FLEET: Fleet = { main: stored('c1'), work: stored('c1'), lab: stored('c2') };

function group(findings: readonly ReportFinding[], fleet: Fleet = FLEET) {
  return groupIncidents(fleetReport(fleet, STORY_START, findings), STORY_START, () => null);
}

const shape = (findings: readonly ReportFinding[]) =>
  group(findings).map(({ class: name, code, members }) => [
    name,
    code,
    members.map(({ agent }) => agent ?? '-').join('+'),
  ]);

describe('findings', () => {
  it('about one credential are one incident, spoken for by the worst', () => {
    const [incident, ...others] = group([
      sign('credential_age', 'notice', { profileId: PROFILE }),
      sign('profile_auth_failing', 'fail', {
        profileId: PROFILE,
        agent: 'work',
        remedy: ['a', 'b'],
      }),
      sign('profile_malformed', 'fail', { profileId: PROFILE, remedy: ['b', 'c'] }),
    ]);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      code: 'profile_auth_failing',
      severity: 'fail',
      root: 'credential:c1',
      generation: 'c1',
      remedy: ['a', 'b', 'c'],
      members: [
        { agent: 'main', profileId: PROFILE },
        { agent: 'work', profileId: PROFILE },
      ],
    });
  });

  it('that are only information make no incident', () => {
    expect(group([sign('profile_unused', 'info', { profileId: PROFILE })])).toEqual([]);
  });

  it.each([
    [
      'two credentials',
      [
        sign('profile_disabled', 'notice', { profileId: PROFILE }),
        sign('profile_disabled', 'notice', { profileId: PROFILE, agent: 'lab' }),
      ],
      [
        ['unusable', 'profile_disabled', 'main'],
        ['unusable', 'profile_disabled', 'lab'],
      ],
    ],
    [
      'profiles of one name with nothing in them',
      [
        sign('profile_credential_missing', 'fail', { profileId: PROFILE }),
        sign('profile_credential_missing', 'fail', { profileId: PROFILE, agent: 'lab' }),
      ],
      [['credential', 'profile_credential_missing', 'lab+main']],
    ],
    [
      'one store file',
      [
        sign('store_unreadable', 'fail', { facts: { path: '/shared' } }),
        sign('store_unreadable', 'fail', { facts: { path: '/shared' }, agent: 'work' }),
        sign('store_permissions', 'notice', { facts: { path: '/shared' }, agent: 'lab' }),
      ],
      [
        ['store', 'store_unreadable', 'main+work'],
        ['permissions', 'store_permissions', 'lab'],
      ],
    ],
    [
      'a provider under two of its names',
      [
        sign('provider_missing', 'fail', { provider: 'z.ai' }),
        sign('provider_missing', 'fail', { provider: 'zai', agent: 'work' }),
        sign('provider_exhausted', 'fail', { provider: 'zai', agent: 'work' }),
      ],
      [
        ['provider', 'provider_missing', 'main+work'],
        ['exhausted', 'provider_exhausted', 'work'],
      ],
    ],
    [
      'agents without any credential',
      [
        sign('provider_missing', 'fail', { facts: { anyProvider: true } }),
        sign('provider_missing', 'fail', { facts: { anyProvider: true }, agent: 'work' }),
      ],
      [['provider', 'provider_missing', 'main+work']],
    ],
    [
      'a gateway',
      [
        sign('gateway_config_invalid', 'fail', { agent: null }),
        sign('agent_not_found', 'fail', { agent: null, facts: { wanted: 'default/Ghost' } }),
        sign('clock_suspect', 'fail', { agent: null }),
      ],
      [
        ['gateway', 'gateway_config_invalid', '-'],
        ['gateway', 'agent_not_found', 'ghost'],
        ['clock', 'clock_suspect', '-'],
      ],
    ],
    [
      'a shared refresh token',
      [
        sign('refresh_token_shared', 'notice', {
          agent: null,
          profileId: PROFILE,
          facts: { agents: ['work', 'main'] },
        }),
      ],
      [['sharing', 'refresh_token_shared', 'main+work']],
    ],
    [
      'a code of a later version',
      [sign('of_tomorrow' as FindingCode, 'fail', { profileId: PROFILE })],
      [['credential', 'of_tomorrow', 'main']],
    ],
  ])('about %s are grouped by it', (_, findings, expected) => {
    expect(shape(findings)).toEqual(expected);
  });

  it('about an agent give way to its unreadable store, and only they', () => {
    expect(
      shape([
        sign('store_migration_required', 'fail', { facts: { path: '/x' } }),
        sign('provider_missing', 'fail', { provider: 'openai' }),
        sign('profile_expired', 'fail', { profileId: PROFILE }),
        sign('profile_expired', 'fail', { profileId: PROFILE, agent: 'work' }),
      ]),
    ).toEqual([
      ['store', 'store_migration_required', 'main'],
      ['credential', 'profile_expired', 'work'],
    ]);
  });

  it('take the earliest beginning among the worst', () => {
    const since = (hours: number) => new Date(STORY_START - hours * HOUR_MS).toISOString();
    const [incident] = group([
      sign('profile_expired', 'fail', { profileId: PROFILE, since: since(1) }),
      sign('profile_expired', 'fail', { profileId: PROFILE, since: since(3), agent: 'work' }),
      sign('credential_age', 'notice', { profileId: PROFILE, since: since(9) }),
    ]);
    expect(incident?.sinceAt).toBe(STORY_START - 3 * HOUR_MS);
  });

  it('of every code have a place', () => {
    for (const code of Object.keys(defaultSeverity) as FindingCode[]) {
      expect(group([sign(code, 'fail', { profileId: PROFILE })]), code).toHaveLength(1);
    }
  });
});
