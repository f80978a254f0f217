// Claims about what OpenClaw 2026.9.6 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import {
  counted,
  GatewayHome,
  healthOf,
  key,
  models,
  NOW,
  oauth,
  token,
  type CheckOptions,
} from '../kit/gateway.ts';

const policy = 'openclaw-2026.9';
const CLAUDE = models('anthropic/claude-x');

interface Setting extends CheckOptions {
  readonly config?: unknown;
  readonly state?: unknown;
}

function check(profiles: Record<string, unknown>, setting: Setting = {}): Promise<Report> {
  const { config = CLAUDE, state, ...options } = setting;
  return new GatewayHome()
    .config(config)
    .shared({ profiles, state })
    .check({ ...options, policy });
}

const one = (entry: unknown, setting?: Setting): Promise<Report> =>
  check({ 'anthropic:a': entry }, setting);

const KEY_IN_ENV = { env: { ANTHROPIC_API_KEY: 'k' } };
const fenceText = (failed: string, part: string): string =>
  `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}${part}:${'a'.repeat(64)}`;
const fence = (failed: string) =>
  oauth('anthropic', 1, {
    access: fenceText(failed, 'access'),
    refresh: fenceText(failed, 'refresh'),
  });

describe('the only profile of the provider in use', () => {
  test.each<[string, unknown, number, number, string]>([
    // entry, exit, exit with a key in the environment, word
    ['a key', key('anthropic'), 0, 0, 'static'],
    ['an empty key', key('anthropic', { key: '' }), 1, 0, 'missing'],
    ['a blank key', key('anthropic', { key: ' ' }), 1, 0, 'missing'],
    [
      'a command for a key',
      key('anthropic', { key: 'openclaw onboard --auth-choice x' }),
      1,
      0,
      'missing',
    ],
    ['a token without an end', token('anthropic'), 0, 0, 'static'],
    ['a token of null for an end', token('anthropic', null), 1, 0, 'missing'],
    ['a token with an end of 0', token('anthropic', 0), 1, 0, 'missing'],
    ['a token with an end of text', token('anthropic', '2030-01-01'), 1, 0, 'missing'],
    ['a token beyond the calendar', token('anthropic', 9e15), 1, 0, 'missing'],
    ['a token in seconds', token('anthropic', NOW / 1_000), 1, 0, 'expired'],
    ['a token at its end', token('anthropic', NOW), 1, 0, 'expired'],
    ['a token 1 ms before', token('anthropic', NOW + 1), 2, 2, 'expiring'],
    ['a token a day before', token('anthropic', NOW + DAY_MS), 2, 2, 'expiring'],
    ['a token 1 ms earlier', token('anthropic', NOW + DAY_MS + 1), 0, 0, 'ok'],
    ['a token that is not there', { type: 'token', provider: 'anthropic' }, 1, 0, 'missing'],
    ['a login of 5 min and 1 ms', oauth('anthropic', NOW + 5 * MINUTE_MS + 1), 2, 2, 'expiring'],
    ['a login of 5 min', oauth('anthropic', NOW + 5 * MINUTE_MS), 1, 1, 'expiring'],
    [
      'one without refresh token',
      oauth('anthropic', NOW + HOUR_MS, { refresh: '' }),
      2,
      2,
      'expiring',
    ],
    [
      'one of 5 min without',
      oauth('anthropic', NOW + 5 * MINUTE_MS, { refresh: '' }),
      1,
      0,
      'expiring',
    ],
    ['a login that has ended', oauth('anthropic', NOW), 1, 1, 'expired'],
    ['one that has ended without', oauth('anthropic', NOW, { refresh: '' }), 1, 0, 'expired'],
    ['a login without an end', oauth('anthropic'), 1, 1, 'missing'],
    ['a failed fence', fence('failed:'), 1, 0, 'expired'],
    ['a pending fence', fence(''), 1, 0, 'expired'],
    [
      'a setup that was never finished',
      key('anthropic', { setup: { replacement: true } }),
      1,
      0,
      'missing',
    ],
    [
      'the names of older imports',
      { mode: 'apiKey', provider: 'Anthropic', apiKey: 'k' },
      0,
      0,
      'static',
    ],
  ])('%s', async (_, entry, exitCode, withKey, health) => {
    const report = await one(entry);
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([exitCode, health]);
    expect((await one(entry, KEY_IN_ENV)).exitCode).toBe(withKey);
  });

  test.each<[string, object, number]>([
    ['disabled', { disabledUntil: NOW + 1, disabledReason: 'billing' }, 1],
    ['disabled until now', { disabledUntil: NOW, disabledReason: 'billing' }, 0],
    ['cooling', { cooldownUntil: NOW + 1, cooldownReason: 'auth' }, 1],
    ['blocked', { blockedUntil: NOW + 1 }, 1],
    [
      'cooling for another model',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'x' },
      0,
    ],
    [
      'cooling for this model',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'claude-x' },
      1,
    ],
    [
      'cooling for the utility model that comes by itself',
      { cooldownUntil: NOW + 1, cooldownReason: 'timeout', cooldownModel: 'claude-haiku-4-5' },
      1,
    ],
    [
      'cooling for another model, blocked for all',
      {
        cooldownUntil: NOW + 9,
        cooldownReason: 'timeout',
        cooldownModel: 'x',
        blockedUntil: NOW + 1,
      },
      1,
    ],
    [
      'cooling for a reason no model has',
      { cooldownUntil: NOW + 1, cooldownReason: 'auth', cooldownModel: 'x' },
      1,
    ],
  ])('%s', async (_, stats, exitCode) => {
    const state = { usageStats: { 'anthropic:a': stats } };
    expect((await one(key('anthropic'), { state })).exitCode).toBe(exitCode);
    // A cooldown is not got round by a key.
    expect((await one(key('anthropic'), { state, ...KEY_IN_ENV })).exitCode).toBe(exitCode);
  });

  test('openrouter passes over every window', async () => {
    const usageStats = {
      'openrouter:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' },
    };
    const profiles = { 'openrouter:a': key('openrouter') };
    const setting = { config: models('openrouter/auto'), state: { usageStats } };
    const report = await check(profiles, setting);
    expect([report.exitCode, report.auth.unusableProfiles]).toEqual([0, []]);
  });

  test.each(['minimax', 'minimax-portal'])('%s renews a login by itself', async (provider) => {
    const config = models(`${provider}/m`);
    const report = await check({ a: oauth(provider, NOW + MINUTE_MS) }, { config });
    expect(report.exitCode).toBe(2);
  });
});

describe('of two profiles', () => {
  const ENDING = token('anthropic', NOW + 1);
  const used = (id: string) => ({ usageStats: { [id]: { lastUsed: NOW } } });

  test.each<[string, Record<string, unknown>, Setting, number]>([
    ['a token goes before a key', { a: key('anthropic'), b: ENDING }, {}, 2],
    ['a login goes before a token', { a: ENDING, b: oauth('anthropic', NOW + 2 * DAY_MS) }, {}, 0],
    [
      'the one that rested longer goes first',
      { a: ENDING, b: token('anthropic') },
      { state: used('a') },
      0,
    ],
    [
      'an ended token is passed over',
      { a: token('anthropic', NOW - 1), b: key('anthropic') },
      {},
      0,
    ],
    [
      'a set-aside one is passed over',
      { a: ENDING, b: key('anthropic') },
      {
        state: { usageStats: { a: { cooldownUntil: NOW + 1 } } },
      },
      0,
    ],
    [
      'a running login goes before an ended one',
      { a: oauth('anthropic', NOW - 1), b: oauth('anthropic', NOW + 2 * DAY_MS) },
      {},
      0,
    ],
    [
      'what is certain goes before what cannot be told',
      { a: oauth('anthropic', NOW - 1), b: key('anthropic') },
      {},
      0,
    ],
    [
      'a reference to a file gives way to a key',
      {
        a: key('anthropic', { keyRef: { source: 'file', provider: 'f', id: '/a' } }),
        b: key('anthropic'),
      },
      { config: { ...CLAUDE, secrets: { providers: { f: { source: 'file', path: '/x' } } } } },
      0,
    ],
    [
      'the order of the config counts',
      { a: key('anthropic'), b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['a', 'b'] } } },
      },
      0,
    ],
    [
      'the stored order counts more',
      { a: key('anthropic'), b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['a'] } } },
        state: { order: { anthropic: ['b'] } },
      },
      2,
    ],
    [
      'a declared one is the only one',
      { a: key('anthropic'), b: ENDING },
      {
        config: {
          ...CLAUDE,
          auth: { profiles: { a: { provider: 'anthropic', mode: 'api_key' } } },
        },
      },
      0,
    ],
    [
      'one declared as a login may be a token',
      { a: ENDING },
      {
        config: { ...CLAUDE, auth: { profiles: { a: { provider: 'anthropic', mode: 'oauth' } } } },
      },
      2,
    ],
    [
      'one declared as something else is none',
      { a: key('anthropic') },
      {
        config: { ...CLAUDE, auth: { profiles: { a: { provider: 'anthropic', mode: 'token' } } } },
      },
      1,
    ],
    [
      'declared ones that are gone are forgotten',
      { b: ENDING },
      {
        config: {
          ...CLAUDE,
          auth: { profiles: { gone: { provider: 'anthropic', mode: 'token' } } },
        },
      },
      2,
    ],
    [
      'a stored order that is gone is forgotten',
      { b: ENDING },
      { state: { order: { anthropic: ['gone'] } } },
      2,
    ],
    [
      'an order of the config that is gone is held to',
      { b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['gone'] } } },
        ...KEY_IN_ENV,
      },
      1,
    ],
    [
      'an empty order means none, key or not',
      { b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: [] } } },
        ...KEY_IN_ENV,
      },
      1,
    ],
  ])('%s', async (_, profiles, setting, exitCode) => {
    expect((await check(profiles, setting)).exitCode).toBe(exitCode);
  });
});

describe('a model without a stored profile', () => {
  test.each<[string, unknown, Setting, number]>([
    ['is indeterminate', CLAUDE, {}, 1],
    ['is served by a key of the environment', CLAUDE, KEY_IN_ENV, 0],
    ['finds bedrock by itself', models('amazon-bedrock/x'), {}, 0],
    ['of claude-cli is indeterminate', models('claude-cli/x'), {}, 1],
    ['is openai’s when none is configured', {}, { env: { OPENAI_API_KEY: 'k' } }, 1],
  ])('%s', async (_, config, setting, exitCode) => {
    expect((await check({}, { ...setting, config })).exitCode).toBe(exitCode);
  });

  test.each<[string, object, number]>([
    ['a fallback', { model: { primary: 'anthropic/x', fallbacks: ['google/y'] } }, 1],
    ['an image model', { model: { primary: 'anthropic/x' }, imageModel: 'google/y' }, 1],
    ['a utility model', { model: { primary: 'anthropic/x' }, utilityModel: 'google/y' }, 1],
    ['one that is only allowed', { model: 'anthropic/x', models: { 'google/y': {} } }, 0],
  ])('counts as %s', async (_, defaults, exitCode) => {
    expect((await one(key('anthropic'), { config: { agents: { defaults } } })).exitCode).toBe(
      exitCode,
    );
  });

  test('of an agent counts for the agent', async () => {
    const entries = { main: {}, work: { model: 'google/y', utilityModel: '' } };
    const systemAgent = { agentId: 'main' };
    const config = {
      agents: { ownership: 'explicit', defaults: { model: 'anthropic/x', systemAgent }, entries },
    };
    const exit = async (agent: string) =>
      (await one(key('anthropic'), { config, agents: [agent] })).exitCode;
    expect([await exit('main'), await exit('work')]).toEqual([0, 1]);
  });
});

test('an image model asks only whether there is something, not how long it lasts', async () => {
  const defaults = { model: 'anthropic/x', imageModel: 'google/y' };
  const profiles = { a: key('anthropic'), b: token('google', NOW + 1) };
  expect((await check(profiles, { config: { agents: { defaults } } })).exitCode).toBe(0);
  const text = { model: 'anthropic/x', utilityModel: 'google/y' };
  expect((await check(profiles, { config: { agents: { defaults: text } } })).exitCode).toBe(2);
});

describe('a runtime', () => {
  const served = (model: string, id: string, more: object = {}) => ({
    agents: { defaults: { model, models: { [model]: { agentRuntime: { id } } }, ...more } },
  });

  test.each<[string, unknown, Record<string, unknown>, number]>([
    [
      'of openai is a plugin that a plain install has not',
      models('openai/x'),
      { a: key('openai') },
      1,
    ],
    ['of openai may be OpenClaw itself', served('openai/x', 'openclaw'), { a: key('openai') }, 0],
    [
      'of claude-cli cannot be told',
      served('anthropic/x', 'claude-cli'),
      { a: key('anthropic') },
      1,
    ],
    [
      'is none of an image model',
      { agents: { defaults: { model: 'anthropic/x', imageModel: 'openai/y' } } },
      { a: key('anthropic'), b: key('openai') },
      0,
    ],
  ])('%s', async (_, config, profiles, exitCode) => {
    expect((await check(profiles, { config })).exitCode).toBe(exitCode);
  });

  test('that is missing does not make its provider missing', async () => {
    const config = models('openai/x');
    expect((await check({ a: key('openai') }, { config })).auth.missingProvidersInUse).toEqual([]);
    expect((await check({}, { config })).auth.missingProvidersInUse).toEqual(['openai']);
  });
});

describe('a reference', () => {
  const secrets = {
    providers: { f: { source: 'file', path: '/x' }, v: { source: 'exec', command: '/bin/true' } },
  };
  const config = { ...CLAUDE, secrets };

  test.each<[string, unknown, Setting, number]>([
    ['to a variable that is set', { source: 'env', id: 'K' }, { env: { K: 'k' } }, 0],
    ['to one that is not', { source: 'env', id: 'K' }, {}, 1],
    ['to a file', { source: 'file', provider: 'f', id: '/a' }, {}, 1],
    ['to a program', { source: 'exec', provider: 'v', id: 'a' }, {}, 1],
    ['to the secret store', { source: 'store', id: 'K' }, {}, 1],
    [
      'that nobody knows falls back to a key',
      { source: 'exec', provider: 'x', id: 'a' },
      KEY_IN_ENV,
      0,
    ],
    ['to a file does not', { source: 'file', provider: 'f', id: '/a' }, KEY_IN_ENV, 1],
  ])('%s', async (_, keyRef, setting, exitCode) => {
    const report = await one(key('anthropic', { keyRef }), { config, ...setting });
    expect(report.exitCode).toBe(exitCode);
    expect(healthOf(report, 'anthropic:a')).toBe('static');
  });
});

describe('the environment', () => {
  const home = (): GatewayHome => new GatewayHome().config(CLAUDE);

  test('of the working directory brings no credentials, but variables of the config', async () => {
    const box = home().homeFile('.env', 'ANTHROPIC_API_KEY=k\nM=claude-x\n');
    expect((await box.check({ policy })).exitCode).toBe(1);
    box.config(models('anthropic/${M}')).file('.env', 'ANTHROPIC_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
  });

  test('of gateway.env serves the default directory', async () => {
    const box = home().homeFile('.config/openclaw/gateway.env', 'ANTHROPIC_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
    expect((await box.check({ policy, env: { ANTHROPIC_API_KEY: ' ' } })).exitCode).toBe(1);
  });
});

describe('what it refuses to judge', () => {
  const fine = { 'anthropic:a': key('anthropic') };

  test.each<[string, (home: GatewayHome) => GatewayHome, number]>([
    ['nothing', (home) => home, 0],
    ['retired JSON', (home) => home.store('main', {}), 1],
    ['retired JSON that is broken', (home) => home.file('agents/main/agent/auth.json', '{'), 1],
    ['the retired shared file', (home) => home.file('credentials/oauth.json', {}), 1],
    ['a retired state file alone', (home) => home.file('agents/main/agent/auth-state.json', {}), 0],
    ['retired JSON of another agent', (home) => home.store('other', {}), 0],
    ['an agent database of before 2026.8', (home) => home.database('main', { userVersion: 18 }), 1],
    ['an agent database of 2026.8', (home) => home.database('main', { userVersion: 19 }), 0],
    [
      'an agent database of a later version',
      (home) => home.database('main', { userVersion: 24 }),
      1,
    ],
    [
      'a broken agent database',
      (home) => home.file('agents/main/agent/openclaw-agent.sqlite', 'x'.repeat(999)),
      1,
    ],
    [
      'an empty agent database',
      (home) => home.file('agents/main/agent/openclaw-agent.sqlite', ''),
      0,
    ],
    ['a state database of a later version', (home) => home.version('state/openclaw.sqlite', 19), 1],
    ['a broken state database', (home) => home.file('state/openclaw.sqlite', 'x'.repeat(999)), 1],
    ['a .env that is a directory', (home) => home.file('.env/inside', ''), 0],
    ['an unknown key of the config', (home) => home.config({ ...CLAUDE, foo: 1 }), 1],
    [
      'a model of text',
      (home) => home.config({ agents: { defaults: { model: 'anthropic/x' } } }),
      0,
    ],
  ])('%s', async (_, put, exitCode) => {
    const home = new GatewayHome().config(CLAUDE).shared({ profiles: fine });
    expect((await put(home).check({ policy })).exitCode).toBe(exitCode);
  });

  test('is JSON without any database', async () => {
    const home = new GatewayHome().config(CLAUDE).store('main', fine);
    expect((await home.check({ policy, ...KEY_IN_ENV })).exitCode).toBe(1);
    expect((await home.check()).exitCode).toBe(0);
  });

  test('is several agents without an owner', async () => {
    const exit = async (agents: object, options: CheckOptions = {}) => {
      const config = { agents: { defaults: { model: 'anthropic/x' }, ...agents } };
      return (await one(key('anthropic'), { ...options, config })).exitCode;
    };
    const entries = { main: {}, work: {} };
    expect(await exit({ entries: { main: {} } })).toBe(0);
    expect(await exit({ entries })).toBe(1);
    expect(await exit({ entries, ownership: 'explicit' })).toBe(1);
    expect(await exit({ entries, ownership: 'explicit' }, { agents: ['work'] })).toBe(0);
    const defaults = { model: 'anthropic/x', systemAgent: { agentId: 'main' } };
    expect(await exit({ entries, ownership: 'explicit', defaults })).toBe(0);
    expect(await exit({ list: [{ id: 'main', default: true }, { id: 'work' }] })).toBe(0);
    expect(await exit({ list: [{ id: 'main' }, { id: 'work' }] })).toBe(1);
  });
});

test('it does not look for a config in the home when a state directory is named', async () => {
  const home = new GatewayHome().config(models('google/x')).homeFile('s/openclaw.json.txt', '');
  const env = { OPENCLAW_STATE_DIR: '~/s', ANTHROPIC_API_KEY: 'k' };
  const report = await home.check({ policy, env });
  expect(counted(report)).toEqual(['fail provider_missing openai']);
});
