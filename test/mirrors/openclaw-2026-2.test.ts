// Claims about what OpenClaw 2026.2.9 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
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

const policy = 'openclaw-2026.2';

function check(
  profiles: Record<string, unknown>,
  config?: unknown,
  options: CheckOptions = {},
): Promise<Report> {
  const home = new GatewayHome().store('main', profiles);
  if (config !== undefined) home.config(config);
  return home.check({ ...options, policy });
}

const one = (entry: unknown, options?: CheckOptions): Promise<Report> =>
  check({ 'anthropic:a': entry }, undefined, options);

describe('a stored profile', () => {
  test.each<[string, unknown, number, string | undefined]>([
    ['a key', key('anthropic'), 0, 'static'],
    ['an empty key', key('anthropic', { key: '' }), 0, 'static'],
    ['a token without an end', token('anthropic'), 0, 'static'],
    ['a token with an end of 0', token('anthropic', 0), 0, 'static'],
    ['a token with a negative end', token('anthropic', -5), 0, 'static'],
    ['a token with an end of text', token('anthropic', '2020-01-01'), 0, 'static'],
    ['a token at its end', token('anthropic', NOW), 1, 'expired'],
    ['a token 1 ms before', token('anthropic', NOW + 1), 2, 'expiring'],
    ['a token a day before', token('anthropic', NOW + DAY_MS), 2, 'expiring'],
    ['a token 1 ms earlier', token('anthropic', NOW + DAY_MS + 1), 0, 'ok'],
    ['a token in seconds', token('anthropic', NOW / 1_000), 1, 'expired'],
    ['a token beyond the calendar', token('anthropic', 9e15), 0, 'ok'],
    ['a token that is empty', token('anthropic', undefined, { token: '' }), 0, 'static'],
    ['a login without an end', oauth('anthropic'), 1, 'missing'],
    ['a login with an end of 0', oauth('anthropic', 0), 1, 'missing'],
    ['a login with an end of text', oauth('anthropic', '2030-01-01'), 1, 'missing'],
    ['a login that has ended', oauth('anthropic', NOW - 1), 0, 'ok'],
    ['a login about to end', oauth('anthropic', NOW + 1), 0, 'ok'],
    ['one with a blank refresh token', oauth('anthropic', NOW - 1, { refresh: ' ' }), 0, 'ok'],
    ['one with an empty one', oauth('anthropic', NOW - 1, { refresh: '' }), 1, 'expired'],
    ['one with a number', oauth('anthropic', NOW - 1, { refresh: 5 }), 1, 'expired'],
    ['one without, about to end', oauth('anthropic', NOW + 1, { refresh: null }), 2, 'expiring'],
    ['a login beyond the calendar', oauth('anthropic', 9e15), 0, 'ok'],
    ['a login in seconds with a refresh token', oauth('anthropic', NOW / 1_000), 0, 'ok'],
    ['a login whose access is a number', oauth('anthropic', NOW + HOUR_MS, { access: 5 }), 0, 'ok'],
  ])('%s', async (_, entry, exitCode, health) => {
    const report = await one(entry);
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([exitCode, health]);
  });

  test.each<[string, unknown]>([
    ['a token without a text', { type: 'token', provider: 'anthropic' }],
    ['a token of null', token('anthropic', undefined, { token: null })],
    ['a token of a number', token('anthropic', undefined, { token: 5 })],
    ['a key of a number', key('anthropic', { key: 5 })],
    ['a provider of a number', { type: 'token', provider: 5, token: 'x' }],
  ])('%s crashes it', async (_, entry) => {
    expect((await check({ x: entry, y: key('anthropic') })).exitCode).toBe(1);
  });

  test.each<[string, unknown]>([
    ['of another type', { type: 'password', provider: 'anthropic' }],
    ['of another type with a provider of a number', { type: 'password', provider: 5 }],
    ['without a provider', { type: 'api_key', key: 'x' }],
    ['that is no object', 5],
    ['with the names of later versions', { mode: 'apiKey', provider: 'anthropic', apiKey: 'k' }],
  ])('%s is dropped', async (_, entry) => {
    expect(counted(await one(entry))).toEqual(['fail provider_missing anthropic']);
    expect((await check({ x: entry, y: key('anthropic') })).exitCode).toBe(0);
  });

  test('counts whoever uses it, ordered out, spare or set aside', async () => {
    const profiles = { 'p:a': token('p', NOW - 1), 'anthropic:b': key('anthropic') };
    expect((await check(profiles)).exitCode).toBe(1);
    const auth = { order: { p: [] }, profiles: {} };
    expect((await check(profiles, { auth })).exitCode).toBe(1);
  });

  test('in a cooldown or disabled is fine', async () => {
    const usageStats = {
      'anthropic:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' },
    };
    const home = new GatewayHome().store(
      'main',
      { 'anthropic:a': key('anthropic') },
      { usageStats },
    );
    const report = await home.check({ policy });
    expect([report.exitCode, report.auth.unusableProfiles.length]).toEqual([0, 1]);
  });

  test('with blanks round its provider drops out, but covers it', async () => {
    const report = await one(token(' anthropic ', NOW - 1));
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([0, undefined]);
    expect((await one(token('Anthropic', NOW - 1))).exitCode).toBe(1);
  });

  test('under the id __proto__ is lost', async () => {
    const text = '{"profiles":{"__proto__":{"type":"api_key","provider":"anthropic","key":"k"}}}';
    const home = new GatewayHome().file('agents/main/agent/auth-profiles.json', text);
    expect(counted(await home.check({ policy }))).toEqual(['fail provider_missing anthropic']);
  });
});

describe('a provider in use', () => {
  const KEY = { 'anthropic:a': key('anthropic') };

  test.each<[string, unknown, string[]]>([
    ['none configured', undefined, []],
    ['an alias', { agents: { defaults: { model: { primary: 'openai/x' } } } }, ['openai']],
    ['a fallback', models('anthropic/x', 'openai/y', 'google/z'), ['google', 'openai']],
    ['a name without a slash', models('gpt'), []],
    [
      'an image model',
      { agents: { defaults: { imageModel: { primary: 'openai/i', fallbacks: ['google/j'] } } } },
      ['google', 'openai'],
    ],
    [
      'a utility model, which it does not know',
      { agents: { defaults: { utilityModel: 'openai/x' } } },
      [],
    ],
    ['models that are only allowed', { agents: { defaults: { models: { 'openai/x': {} } } } }, []],
    ['bedrock', models('amazon-bedrock/x'), ['amazon-bedrock']],
    ['a folded name', models('z.ai/x'), ['zai']],
  ])('%s', async (_, config, missing) => {
    expect((await check(KEY, config)).auth.missingProvidersInUse).toEqual(missing);
  });

  test.each<[string, unknown, CheckOptions]>([
    ['an expired profile', undefined, {}],
    ['a key of the environment', undefined, { env: { OPENAI_API_KEY: 'k' } }],
  ])('is covered by %s', async (_, __, options) => {
    const profiles: Record<string, unknown> =
      options.env === undefined ? { 'openai:a': oauth('openai', NOW - 1) } : {};
    expect((await check(profiles, models('openai/x'), options)).exitCode).toBe(0);
  });

  test('is not covered by what only a login shell or a secret provider could tell', async () => {
    const shell = { ...models('openai/x'), env: { shellEnv: { enabled: true } } };
    expect((await check({}, shell)).exitCode).toBe(1);
  });

  test('is not excused by a key of the environment when a profile has ended', async () => {
    const env = { ANTHROPIC_API_KEY: 'k' };
    expect((await one(token('anthropic', NOW - 1), { env })).exitCode).toBe(1);
  });

  test('missing beats an ending profile', async () => {
    expect((await one(token('anthropic', NOW + 1))).exitCode).toBe(2);
    const ending = { 'anthropic:a': token('anthropic', NOW + 1) };
    expect((await check(ending, models('openai/x'))).exitCode).toBe(1);
  });
});

describe('the environment', () => {
  const env = { OPENAI_API_KEY: '  ' };
  const home = (): GatewayHome => new GatewayHome().config(models('openai/x'));

  test('that is set to blanks keeps a .env from setting it, but not the config', async () => {
    const box = home().file('.env', 'OPENAI_API_KEY=k\n');
    expect((await box.check({ policy })).exitCode).toBe(0);
    expect((await box.check({ policy, env })).exitCode).toBe(1);
    box.config({ ...models('openai/x'), env: { OPENAI_API_KEY: 'k' } });
    expect((await box.check({ policy, env })).exitCode).toBe(0);
  });

  test('of the process wins over the working directory, and that over the state directory', async () => {
    const config = { agents: { defaults: { model: { primary: '${M}/x' } } } };
    const box = new GatewayHome().config(config).file('.env', 'M=state\n');
    const missing = (options: CheckOptions) =>
      box.check({ ...options, policy }).then(({ auth }) => auth.missingProvidersInUse);
    expect(await missing({})).toEqual(['state']);
    box.homeFile('.env', 'M=cwd\n');
    expect(await missing({})).toEqual(['cwd']);
    expect(await missing({ env: { M: 'process' } })).toEqual(['process']);
  });

  test('of a legacy home has no .env', async () => {
    const legacy = new GatewayHome('.clawdbot').file('clawdbot.json', models('openai/x'));
    legacy.file('.env', 'OPENAI_API_KEY=k\n');
    expect((await legacy.check({ policy })).exitCode).toBe(1);
    expect((await legacy.check()).exitCode).toBe(0);
  });

  test('without a state directory is judged all the same', async () => {
    const nothing = new GatewayHome('elsewhere');
    const report = await nothing.check({ policy });
    expect([report.exitCode, report.auth.missingProvidersInUse]).toEqual([1, ['anthropic']]);
    const keyed = await nothing.check({ policy, env: { ANTHROPIC_API_KEY: 'k' } });
    expect([keyed.exitCode, keyed.findings.map(({ code }) => code)]).toEqual([
      0,
      ['gateway_not_found'],
    ]);
    expect((await nothing.check({ env: { ANTHROPIC_API_KEY: 'k' } })).exitCode).toBe(1);
  });
});

describe('an agent', () => {
  const list = [
    { id: 'main', default: true },
    { id: 'ops', model: 'openai/x' },
  ];
  const box = (): GatewayHome =>
    new GatewayHome()
      .config({ agents: { list } })
      .store('main', { 'anthropic:a': key('anthropic') })
      .store('gone', { 'anthropic:a': token('anthropic', NOW - 1) });

  test('that is named is judged by its own model', async () => {
    expect((await box().check({ policy, agents: ['main'] })).exitCode).toBe(0);
    expect((await box().check({ policy, agents: ['ops'] })).exitCode).toBe(1);
    expect((await box().check({ policy })).exitCode).toBe(1);
  });

  test('only on disk is unknown', async () => {
    expect(counted(await box().check({ policy, agents: ['gone'] }))).toEqual([
      'fail agent_not_found',
    ]);
  });

  test('main is judged though the list does not have it', async () => {
    const home = new GatewayHome()
      .config({ agents: { list: [{ id: 'ops' }] } })
      .store('ops', { 'anthropic:a': key('anthropic') });
    expect((await home.check({ policy, agents: ['main'] })).exitCode).toBe(1);
    expect((await home.check({ policy, agents: ['ops'] })).exitCode).toBe(0);
  });

  test('main without --agent is judged by the default models', async () => {
    const config = { agents: { list: [{ id: 'main', model: 'openai/x' }] } };
    const home = new GatewayHome().config(config).store('main', { a: key('anthropic') });
    expect((await home.check({ policy })).exitCode).toBe(0);
    expect((await home.check({ policy, agents: ['main'] })).exitCode).toBe(1);
  });
});

test('databases of later versions are not read', async () => {
  const home = new GatewayHome().store('main', { 'anthropic:a': key('anthropic') });
  home.shared({ profiles: { 'anthropic:b': token('anthropic', NOW - 1) } });
  expect((await home.check({ policy })).exitCode).toBe(0);
  expect((await home.check()).exitCode).toBe(1);
});

describe('a config that it calls invalid', () => {
  const fine = { 'anthropic:a': key('anthropic') };

  test.each<[string, unknown]>([
    ['an unknown key', { foo: 1 }],
    ['a default model of text', { agents: { defaults: { model: 'anthropic/x' } } }],
    ['an image model of text', { agents: { defaults: { imageModel: 'anthropic/x' } } }],
    ['agents of text', { agents: 'x' }],
    ['a list of agents that is none', { agents: { list: {} } }],
    ['an agent without an id', { agents: { list: [{}] } }],
    [
      'two agents in one directory',
      {
        agents: {
          list: [
            { id: 'a', agentDir: '/x' },
            { id: 'b', agentDir: '/x' },
          ],
        },
      },
    ],
    ['a mode it does not know', { auth: { profiles: { a: { provider: 'p', mode: 'aws-sdk' } } } }],
    ['a declared profile without a provider', { auth: { profiles: { a: { mode: 'token' } } } }],
    ['an unknown key of auth', { auth: { foo: {} } }],
    [
      'an unknown key of a declared profile',
      { auth: { profiles: { a: { provider: 'p', mode: 'token', x: 1 } } } },
    ],
    ['an order of text', { auth: { order: { p: 'a' } } }],
    ['a cooldown of 0', { auth: { cooldowns: { billingMaxHours: 0 } } }],
    ['an unset variable', { logging: { file: '${NOT_SET}' } }],
    ['no JSON5', '{'],
    ['a missing include', { $include: 'x.json' }],
  ])('%s', async (_, config) => {
    const report = await check(fine, config);
    expect(counted(report).map((line) => line.trim())).toContain('fail gateway_config_invalid');
    expect(report.exitCode).toBe(1);
  });

  test.each<[string, unknown]>([
    ['a model of text for one agent', { agents: { list: [{ id: 'main', model: 'anthropic/x' }] } }],
    [
      'all that auth may hold',
      {
        auth: {
          profiles: { 'anthropic:a': { provider: 'anthropic', mode: 'api_key', email: 'a@b' } },
          order: { anthropic: ['anthropic:a'] },
          cooldowns: { billingMaxHours: 1, billingBackoffHoursByProvider: { p: 1 } },
        },
      },
    ],
    ['a lower-case variable', { logging: { file: '${not_set}' } }],
  ])('is not one with %s', async (_, config) => {
    expect((await check(fine, config)).exitCode).toBe(0);
  });
});
