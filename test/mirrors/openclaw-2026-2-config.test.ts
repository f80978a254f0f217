// Claims about what OpenClaw 2026.2.9 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { counted, key, models, NOW, oauth, token } from '../kit/gateway.ts';
import { checkBy2, type Setting } from '../kit/mirror.ts';

const one = (entry: unknown, setting?: Setting): Promise<Report> =>
  checkBy2({ 'anthropic:a': entry }, setting);

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
    expect((await checkBy2(KEY, { config })).auth.missingProvidersInUse).toEqual(missing);
  });

  test.each<[string, unknown, Setting]>([
    ['an expired profile', undefined, {}],
    ['a key of the environment', undefined, { env: { OPENAI_API_KEY: 'k' } }],
  ])('is covered by %s', async (_, __, options) => {
    const profiles: Record<string, unknown> =
      options.env === undefined ? { 'openai:a': oauth('openai', NOW - 1) } : {};
    expect((await checkBy2(profiles, { ...options, config: models('openai/x') })).exitCode).toBe(0);
  });

  test('is not covered by what only a login shell or a secret provider could tell', async () => {
    const shell = { ...models('openai/x'), env: { shellEnv: { enabled: true } } };
    expect((await checkBy2({}, { config: shell })).exitCode).toBe(1);
  });

  test('is not excused by a key of the environment when a profile has ended', async () => {
    const env = { ANTHROPIC_API_KEY: 'k' };
    expect((await one(token('anthropic', NOW - 1), { env })).exitCode).toBe(1);
  });

  test('missing beats an ending profile', async () => {
    expect((await one(token('anthropic', NOW + 1))).exitCode).toBe(2);
    const ending = { 'anthropic:a': token('anthropic', NOW + 1) };
    expect((await checkBy2(ending, { config: models('openai/x') })).exitCode).toBe(1);
  });
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
    const report = await checkBy2(fine, { config });
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
    expect((await checkBy2(fine, { config })).exitCode).toBe(0);
  });
});
