import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PolicyName } from '../../src/core/policy.ts';
import { GatewayHome, key, models, NOW, oauth, token } from '../kit/gateway.ts';
import { age, listing } from '../kit/listing.ts';

const CONFIG = { ...models('anthropic/x'), env: { vars: { X: '1' } } };

function jsonHome(): GatewayHome {
  const home = new GatewayHome('.clawdbot')
    .file('clawdbot.json', CONFIG)
    .file('.env', 'OPENAI_API_KEY=k\n')
    .store('main', { 'anthropic:a': oauth('anthropic', NOW - 1), bad: 5 })
    .file('agents/ops/agent/auth.json', { openai: { type: 'api_key', key: 'k' } })
    .file('agents/broken/agent/auth-profiles.json', '{')
    .file('credentials/oauth.json', { openai: { access: 'a', expires: NOW } })
    .homeFile('.qwen/oauth_creds.json', {
      access_token: 'a',
      refresh_token: 'r',
      expiry_date: NOW,
    });
  symlinkSync('ops', join(home.stateDir, 'agents', 'alias'));
  return home;
}

function sqliteHome(): GatewayHome {
  return new GatewayHome()
    .config(CONFIG)
    .shared({ profiles: { 'anthropic:a': token('anthropic', NOW + 1) }, secrets: ['K'] })
    .database('main', { profiles: {} })
    .database('ops', { profiles: { 'p:a': key('p') }, state: { usageStats: {} } })
    .store('left', { 'p:a': key('p') })
    .file('agents/broken/agent/openclaw-agent.sqlite', 'garbage');
}

const POLICIES: readonly PolicyName[] = ['default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9'];

test.each(POLICIES)('judging by %s changes nothing of a JSON gateway', async (policy) => {
  const home = jsonHome();
  age(home.home);
  const before = listing(home.home);
  expect((await home.check({ policy })).agents.length).toBeGreaterThan(0);
  expect(listing(home.home)).toEqual(before);
});

test.each(POLICIES)('judging by %s changes nothing of a SQLite gateway', async (policy) => {
  const home = sqliteHome();
  age(home.home);
  const before = listing(home.home);
  expect((await home.check({ policy })).agents.length).toBeGreaterThan(0);
  expect(listing(home.home)).toEqual(before);
});

test('a directory that nobody may write to is judged the same', async () => {
  const home = sqliteHome();
  const open = (await home.check()).findings;
  for (const name of ['main', 'ops'])
    chmodSync(join(home.stateDir, 'agents', name, 'agent'), 0o500);
  expect((await home.check()).findings).toEqual(open);
  for (const name of ['main', 'ops'])
    chmodSync(join(home.stateDir, 'agents', name, 'agent'), 0o700);
});
