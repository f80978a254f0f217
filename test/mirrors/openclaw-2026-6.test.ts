// Holds the mirror of 2026.5.12 to 2026.7 against what is known of its rule and of its storage.
import { expect, test } from 'vitest';
import { GatewayHome, counted, key, models, NOW, oauth, token } from '../kit/gateway.ts';

const HOUR_MS = 3_600_000;
const CLAUDE = models('anthropic/claude-x');
const policy = 'openclaw-2026.6';

function home(profiles: Record<string, object>, state?: object): GatewayHome {
  return new GatewayHome()
    .config(CLAUDE)
    .database('main', { profiles, userVersion: 1, ...(state === undefined ? {} : { state }) });
}

// The measured differences to 2026.9: the same store ends otherwise there.
test.each([
  ['a login with three minutes left', { 'anthropic:a': oauth('anthropic', NOW + 180_000) }, 2],
  [
    'a token that ends in exactly 24 hours',
    { 'anthropic:a': token('anthropic', NOW + 86_400_000) },
    2,
  ],
  ['a millisecond more', { 'anthropic:a': token('anthropic', NOW + 86_400_001) }, 0],
  ['an expired login with a refresh token', { 'anthropic:a': oauth('anthropic', NOW) }, 1],
  [
    'an expired token of a provider nobody uses',
    { 'anthropic:a': key('anthropic'), 'acme:a': token('acme', NOW) },
    0,
  ],
  [
    'an expired token beside a key',
    { 'anthropic:a': token('anthropic', NOW), 'anthropic:b': key('anthropic') },
    0,
  ],
  [
    'a key that a variable holds which is not set',
    {
      'anthropic:a': {
        type: 'api_key',
        provider: 'anthropic',
        keyRef: { source: 'env', provider: 'default', id: 'UNSET' },
      },
    },
    0,
  ],
  ['no profile at all', {}, 1],
] as const)('%s ends with its exit code', async (_, profiles, exitCode) => {
  expect((await home({ ...profiles }).check({ policy })).exitCode).toBe(exitCode);
});

test('an only profile that is disabled or cooling counts for nothing', async () => {
  const usageStats = { 'anthropic:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' } };
  const report = await home({ 'anthropic:a': key('anthropic') }, { usageStats }).check({ policy });
  expect(counted(report)).toEqual([]);
});

test('a key in the environment excuses a token that has ended', async () => {
  const gateway = home({ 'anthropic:a': token('anthropic', NOW - HOUR_MS) });
  expect((await gateway.check({ policy })).exitCode).toBe(1);
  const env = { ANTHROPIC_API_KEY: 'k' };
  expect((await gateway.check({ policy, env })).exitCode).toBe(0);
});

test('an order that names only the token that has ended is held to', async () => {
  const profiles = { 'anthropic:a': token('anthropic', NOW), 'anthropic:b': key('anthropic') };
  const state = { order: { anthropic: ['anthropic:a'] } };
  expect((await home(profiles, state).check({ policy })).exitCode).toBe(1);
});

test('JSON stores are read where there is no database', async () => {
  const gateway = new GatewayHome()
    .config(CLAUDE)
    .store('main', { 'anthropic:a': token('anthropic', NOW) });
  expect(counted(await gateway.check({ policy }))).toEqual(['fail profile_expired anthropic:a']);
});

test('retired JSON beside a database stops it not yet', async () => {
  const gateway = home({ 'anthropic:a': key('anthropic') }).store('main', {});
  expect((await gateway.check({ policy })).exitCode).toBe(0);
});
