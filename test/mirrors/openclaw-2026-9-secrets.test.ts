// Claims about secrets in the config of 2026.9.6; each was recorded from it or follows from its rules.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GatewayHome, healthOf, key, models, NOW, token } from '../kit/gateway.ts';
import { checkBy9, CLAUDE, type Setting } from '../kit/mirror.ts';

const FINE = { a: key('anthropic') };
const SET = { env: { COMPAT_KEY: 'fake' } };
const SECRETS = {
  providers: {
    filed: { source: 'file', path: '~/s.json', mode: 'json' },
    runs: { source: 'exec', command: '/bin/true' },
  },
};
const ref = (source: string, id: string, provider = 'default') => ({ source, provider, id });
const withProvider = (entry: object, base: object = CLAUDE) => ({
  ...base,
  secrets: SECRETS,
  models: { providers: { acme: { baseUrl: 'https://x.example.org/v1', models: [], ...entry } } },
});

describe('a secret of a provider that nobody uses', () => {
  test.each<[string, object, number]>([
    ['that is set', { apiKey: ref('env', 'COMPAT_KEY') }, 0],
    ['that is unset', { apiKey: ref('env', 'NOPE') }, 1],
    ['that is unset, in short', { apiKey: '$NOPE' }, 1],
    ['that is unset, in braces', { apiKey: '${NOPE}' }, 1],
    ['that is part of a text', { apiKey: 'x${NOPE}y' }, 0],
    ['of an unknown alias', { apiKey: ref('env', 'COMPAT_KEY', 'nosuch') }, 1],
    ['of a program', { apiKey: ref('exec', 'x', 'runs') }, 1],
    ['of its own store, not there', { apiKey: ref('store', 'NOPE') }, 1],
    ['of a file that is not there', { apiKey: ref('file', '/key', 'filed') }, 1],
    ['in a header', { apiKey: 'x', headers: { h: ref('env', 'NOPE') } }, 1],
    [
      'of a request',
      { request: { auth: { mode: 'authorization-bearer', token: ref('env', 'NOPE') } } },
      1,
    ],
    ['of a proxy', { request: { proxy: { tls: { key: '$NOPE' } } } }, 1],
  ])('%s', async (_, entry, exitCode) => {
    const report = await checkBy9(FINE, { config: withProvider(entry), ...SET });
    expect(report.exitCode).toBe(exitCode);
  });

  test('of a file is there while the file is private', async () => {
    const config = withProvider({ apiKey: ref('file', '/key', 'filed') }, models('acme/m'));
    const box = new GatewayHome()
      .config(config)
      .shared({ profiles: FINE })
      .homeFile('s.json', { key: 'k' });
    const policy = 'openclaw-2026.9';
    expect((await box.check({ policy })).exitCode).toBe(0);
    chmodSync(join(box.home, 's.json'), 0o644);
    expect((await box.check({ policy })).exitCode).toBe(1);
  });

  test.each<[string, unknown, string, string, number]>([
    ['a text', { key: 'k' }, '/key', 'json', 0],
    ['below others', { a: ['x', { 'b/c~': 'k' }] }, '/a/1/b~1c~0', 'json', 0],
    ['after a mark of its encoding', '\uFEFF{"key":"k"}', '/key', 'json', 0],
    ['nothing', { other: 'k' }, '/key', 'json', 1],
    ['blanks', { key: ' ' }, '/key', 'json', 1],
    ['a number', { key: 5 }, '/key', 'json', 1],
    ['an object', { key: { a: 1 } }, '/key', 'json', 1],
    ['in a list', '["k"]', '/0', 'json', 1],
    ['in what is no JSON', '{key:"k"}', '/key', 'json', 1],
    ['behind an escape that is none', { 'a~2': 'k' }, '/a~2', 'json', 1],
    ['one value', 'k\n', 'value', 'singleValue', 0],
    ['one value of blanks', ' \n', 'value', 'singleValue', 1],
    ['more than it may', { key: 'k', x: 'y'.repeat(100) }, '/key', 'small', 1],
  ])('of a file that holds %s', async (_, content, id, mode, exitCode) => {
    const filed =
      mode === 'small'
        ? { source: 'file', path: '~/s.json', maxBytes: 100 }
        : { source: 'file', path: '~/s.json', mode };
    const config = {
      ...withProvider({ apiKey: ref('file', id, 'filed') }),
      secrets: { providers: { filed } },
    };
    const box = new GatewayHome()
      .config(config)
      .shared({ profiles: FINE })
      .homeFile('s.json', content);
    expect((await box.check({ policy: 'openclaw-2026.9' })).exitCode).toBe(exitCode);
  });

  test('elsewhere in the config stops nothing', async () => {
    const config = { ...CLAUDE, gateway: { auth: { mode: 'token', token: ref('env', 'NOPE') } } };
    expect((await checkBy9(FINE, { config })).exitCode).toBe(0);
  });
});

describe('the key of a provider', () => {
  const ENDING = { a: token('acme', NOW + 1000) };
  const ASIDE = { usageStats: { 'inline-api-key:acme': { cooldownUntil: NOW + 3_600_000 } } };

  test.each<[string, unknown, number, number]>([
    ['as a reference goes before profiles', ref('env', 'COMPAT_KEY'), 0, 1],
    ['as a reference in short does', '$COMPAT_KEY', 0, 1],
    ['as one in braces does, though it is replaced', '${COMPAT_KEY}', 0, 1],
    ['as a text does not', 'fake', 2, 2],
  ])('%s', async (_, apiKey, exitCode, aside) => {
    const config = withProvider({ apiKey }, models('acme/m'));
    expect((await checkBy9(ENDING, { config, ...SET })).exitCode).toBe(exitCode);
    expect((await checkBy9(ENDING, { config, ...SET, state: ASIDE })).exitCode).toBe(aside);
  });
});

test.each([
  [
    'agents.defaults.memorySearch',
    { agents: { defaults: { model: 'anthropic/x', memorySearch: {} } } },
    1,
  ],
  [
    'agents.defaults.userTimezone',
    { agents: { defaults: { model: 'anthropic/x', userTimezone: 'UTC' } } },
    0,
  ],
  ['web', { ...CLAUDE, web: {} }, 1],
  ['browser', { ...CLAUDE, browser: {} }, 0],
])('of the keys of before, %s', async (_, config, exitCode) => {
  expect((await checkBy9(FINE, { config })).exitCode).toBe(exitCode);
});

describe('a reference of a profile beside another default provider', () => {
  const defaulted = (vaulted: object) => ({
    config: { ...CLAUDE, secrets: { providers: { vaulted }, defaults: { env: 'vaulted' } } },
    ...SET,
  });

  test.each<[string, object, number, number, number]>([
    // field, exit without a default, with one, with one that does not allow it
    ['in braces', { keyRef: '${COMPAT_KEY}' }, 0, 1, 1],
    ['in short', { keyRef: '$COMPAT_KEY' }, 0, 1, 1],
    ['without a provider', { keyRef: { source: 'env', id: 'COMPAT_KEY' } }, 0, 1, 1],
    ['with the default one', { keyRef: ref('env', 'COMPAT_KEY') }, 0, 1, 1],
    ['as an object for the key', { key: { source: 'env', id: 'COMPAT_KEY' } }, 0, 1, 1],
    ['as a text for the key', { key: '${COMPAT_KEY}' }, 0, 0, 1],
    ['as a text with blanks', { key: ' $COMPAT_KEY ' }, 0, 0, 1],
    ['with a field too many', { keyRef: { ...ref('env', 'COMPAT_KEY'), x: 1 } }, 1, 1, 1],
  ])('%s', async (_, fields, plain, open, closed) => {
    const profiles = { a: { type: 'api_key', provider: 'anthropic', ...fields } };
    const exitOf = async (setting: Setting): Promise<number> =>
      (await checkBy9(profiles, setting)).exitCode;
    expect(await exitOf(SET)).toBe(plain);
    expect(await exitOf(defaulted({ source: 'env' }))).toBe(open);
    expect(await exitOf(defaulted({ source: 'env', allowlist: ['OTHER'] }))).toBe(closed);
  });
});

test('a login whose tokens lay in a file of their own is not to be determined', async () => {
  const oauthRef = { source: 'openclaw-credentials', provider: 'openai-codex', id: '0'.repeat(32) };
  const login = { type: 'oauth', provider: 'anthropic', oauthRef, expires: NOW + 1e9 };
  const report = await checkBy9({ a: login });
  expect([report.exitCode, healthOf(report, 'a')]).toEqual([1, 'missing']);
  expect(report.auth.missingProvidersInUse).toEqual([]);
});
