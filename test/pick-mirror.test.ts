// Checks which mirror `--policy auto` picks by the storage of each gateway.
import { expect, test } from 'vitest';
import { GatewayHome, key, models, NOW, token } from './kit/gateway.ts';

const CLAUDE = models('anthropic/claude-x');
const GOOD = { 'anthropic:a': key('anthropic') };
const policy = 'auto';

async function pickedFor(home: GatewayHome): Promise<string | undefined> {
  return (await home.check({ policy })).gateways[0]?.policy;
}

const withDatabase = (userVersion: number): GatewayHome =>
  new GatewayHome().config(CLAUDE).database('main', { profiles: GOOD, userVersion });

test.each([
  ['JSON stores', () => new GatewayHome().config(CLAUDE).store('main', GOOD), '2026.2'],
  ['nothing but a config', () => new GatewayHome().config(CLAUDE), '2026.2'],
  ['agent databases of schema 1', () => withDatabase(1), '2026.6'],
  ['agent databases of schema 2', () => withDatabase(2), '2026.6'],
  ['agent databases of schema 19', () => withDatabase(19), '2026.9'],
  ['agent databases of schema 23', () => withDatabase(23), '2026.9'],
  [
    'a shared database alone',
    () => new GatewayHome().config(CLAUDE).shared({ profiles: GOOD }),
    '2026.9',
  ],
  [
    'schema 1 beside a shared database',
    () => withDatabase(1).shared({ sharedStore: null }),
    '2026.6',
  ],
])('%s are judged as OpenClaw %s would', async (_, make, version) => {
  expect(await pickedFor(make())).toBe(`openclaw-${version}`);
});

test('several gateways are each judged by their own, and the report says by which', async () => {
  const old = new GatewayHome().config(CLAUDE).store('main', {
    'anthropic:a': key('anthropic'),
    'acme:old': token('acme', NOW - 1),
  });
  const fresh = new GatewayHome().config(CLAUDE).shared({
    profiles: { ...GOOD, 'acme:old': token('acme', NOW - 1) },
  });
  const report = await old.check({ policy, sources: [old.named('old'), fresh.named('fresh')] });
  expect(report.policy).toBe('auto');
  expect(report.gateways.map((gateway) => [gateway.label, gateway.policy])).toEqual([
    ['old', 'openclaw-2026.2'],
    ['fresh', 'openclaw-2026.9'],
  ]);
  // Only 2026.2 minds a token that nobody uses.
  expect(report.findings.map(({ gateway, code }) => [gateway, code])).toEqual([
    ['old', 'profile_expired'],
  ]);
});
