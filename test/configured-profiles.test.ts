import { describe, expect, test } from 'vitest';
import type { CheckOptions } from './kit/gateway.ts';
import { counted, factsOf, GatewayHome, key, NOW, token, told } from './kit/gateway.ts';

const home = (): GatewayHome =>
  new GatewayHome().store('main', { 'anthropic:work': key('anthropic') });

const knowing = (profiles: Record<string, object>, more: CheckOptions = {}): CheckOptions => ({
  ...more,
  change: { profiles },
});

describe('an id of the config that no store has', () => {
  test('is a notice with the id that was probably meant', async () => {
    const report = await home().check(knowing({ 'anthropic:wrok': { expiresAt: NOW + 1 } }));
    expect(counted(report)).toEqual(['notice profile_credential_missing anthropic:wrok']);
    expect(factsOf(report, 'profile_credential_missing')).toEqual({
      reason: 'not_stored',
      configured: true,
      didYouMean: 'anthropic:work',
    });
    expect(report.findings[0]?.title).toBe('anthropic:wrok is in no store');
    expect(report.findings[0]?.remedy).toEqual(['# Did you mean anthropic:work?']);
  });

  test('fails when it is to be watched', async () => {
    const report = await home().check(knowing({ gone: { watch: true } }));
    expect(counted(report)).toEqual(['fail profile_credential_missing gone']);
  });

  test('has a switch of its own', async () => {
    const severity = { 'profile_credential_missing.not_stored': 'off' } as const;
    const change = { profiles: { gone: { ignore: true } }, severity };
    expect(counted(await home().check({ change }))).toEqual([]);
  });

  test.each<[string, string, CheckOptions]>([
    ['an agent was left out', 'x/agent/none', { agents: ['main'] }],
    ['a store cannot be read', 'x/agent/auth-profiles.json', {}],
    ['a mirror judges', 'x/agent/none', { policy: 'openclaw-2026.2' }],
  ])('is not told when %s', async (_, file, more) => {
    const report = await home()
      .file(`agents/${file}`, '{')
      .check(knowing({ gone: { ignore: true } }, more));
    expect(told(report).join()).not.toContain('gone');
  });
});

test('an id that one of several gateways or a malformed entry has is met', async () => {
  const [one, other] = [home(), new GatewayHome().store('main', { 'p:b': token('p'), odd: 5 })];
  const sources = [one.named('a'), other.named('b')];
  const profiles = { 'anthropic:work': { ignore: true }, 'p:b': { ignore: true }, odd: {} };
  const report = await one.check(knowing(profiles, { sources }));
  expect(counted(report)).toEqual(['fail profile_malformed odd']);
});
