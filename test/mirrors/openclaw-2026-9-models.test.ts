// Claims about what OpenClaw 2026.9.6 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { healthOf, key, models, NOW, token } from '../kit/gateway.ts';
import { checkBy9, CLAUDE, KEY_IN_ENV, type Setting } from '../kit/mirror.ts';

const one = (entry: unknown, setting?: Setting): Promise<Report> =>
  checkBy9({ 'anthropic:a': entry }, setting);

describe('a model without a stored profile', () => {
  test.each<[string, unknown, Setting, number]>([
    ['is indeterminate', CLAUDE, {}, 1],
    ['is served by a key of the environment', CLAUDE, KEY_IN_ENV, 0],
    ['finds bedrock by itself', models('amazon-bedrock/x'), {}, 0],
    ['of claude-cli is indeterminate', models('claude-cli/x'), {}, 1],
    ['is openai’s when none is configured', {}, { env: { OPENAI_API_KEY: 'k' } }, 1],
  ])('%s', async (_, config, setting, exitCode) => {
    expect((await checkBy9({}, { ...setting, config })).exitCode).toBe(exitCode);
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
  expect((await checkBy9(profiles, { config: { agents: { defaults } } })).exitCode).toBe(0);
  const text = { model: 'anthropic/x', utilityModel: 'google/y' };
  expect((await checkBy9(profiles, { config: { agents: { defaults: text } } })).exitCode).toBe(2);
});

describe('a runtime', () => {
  const runtime = (model: string, id: string) => ({ [model]: { agentRuntime: { id } } });
  const served = (model: string, id: string) => ({
    agents: { defaults: { model, models: runtime(model, id) } },
  });
  const ofAgent = (all: string, own: string) => ({
    agents: {
      ownership: 'explicit',
      entries: { main: { models: runtime('anthropic/x', own) } },
      defaults: { model: 'anthropic/x', models: runtime('anthropic/x', all), utilityModel: '' },
    },
  });
  const ENDING = { a: token('anthropic', NOW + 1) };
  const ENDED = { a: token('anthropic', NOW - 1) };
  const GEMINI = { a: token('google-gemini-cli') };

  test.each<[string, unknown, Record<string, unknown>, number]>([
    [
      'of openai is a plugin that a plain install has not',
      models('openai/x'),
      { a: key('openai') },
      1,
    ],
    [
      'of openai may be OpenClaw itself',
      served('openai/gpt-5.5', 'openclaw'),
      { a: key('openai') },
      0,
    ],
    ['of claude-cli cannot be told', served('anthropic/x', 'claude-cli'), {}, 1],
    ['of claude-cli borrows a token', served('anthropic/x', 'claude-cli'), ENDING, 2],
    ['of claude-cli borrows no ended one', served('anthropic/x', 'claude-cli'), ENDED, 1],
    ['of google-gemini-cli has its own logins', served('google/x', 'google-gemini-cli'), GEMINI, 0],
    ['of it borrows none', served('google/x', 'google-gemini-cli'), { a: key('google') }, 1],
    [
      'of claude-cli serves no other provider',
      served('google/x', 'claude-cli'),
      { a: key('google') },
      1,
    ],
    ['of google-gemini-cli neither', served('anthropic/x', 'google-gemini-cli'), ENDING, 1],
    ['of codex serves no other provider', served('anthropic/x', 'codex'), ENDING, 1],
    ['that nobody knows changes nothing', served('anthropic/x', 'nosuch'), ENDING, 2],
    ['that nobody knows helps openai', served('openai/gpt-5.5', 'nosuch'), { a: key('openai') }, 0],
    ['of one agent outranks that of all', ofAgent('codex', 'openclaw'), ENDING, 2],
    ['of one agent is its own', ofAgent('openclaw', 'codex'), ENDING, 1],
    [
      'is none of an image model',
      { agents: { defaults: { model: 'anthropic/x', imageModel: 'openai/y' } } },
      { a: key('anthropic'), b: key('openai') },
      0,
    ],
  ])('%s', async (_, config, profiles, exitCode) => {
    expect((await checkBy9(profiles, { config })).exitCode).toBe(exitCode);
  });

  test('that is missing does not make its provider missing', async () => {
    const config = models('openai/x');
    expect((await checkBy9({ a: key('openai') }, { config })).auth.missingProvidersInUse).toEqual(
      [],
    );
    expect((await checkBy9({}, { config })).auth.missingProvidersInUse).toEqual(['openai']);
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
      'that nobody knows keeps a key of the environment out',
      { source: 'exec', provider: 'x', id: 'a' },
      KEY_IN_ENV,
      1,
    ],
    ['to a file does not', { source: 'file', provider: 'f', id: '/a' }, KEY_IN_ENV, 1],
  ])('%s', async (_, keyRef, setting, exitCode) => {
    const report = await one(key('anthropic', { keyRef }), { config, ...setting });
    expect(report.exitCode).toBe(exitCode);
    expect(healthOf(report, 'anthropic:a')).toBe('static');
  });
});

test('a command line that is a provider borrows too, and is never called missing', async () => {
  const config = models('claude-cli/x');
  const check = (expires: number) => checkBy9({ a: token('anthropic', expires) }, { config });
  expect((await check(NOW + 1)).exitCode).toBe(2);
  const report = await check(NOW - 1);
  expect([report.exitCode, report.auth.missingProvidersInUse]).toEqual([1, []]);
});

describe('without a model', () => {
  const described = (...names: string[]) => ({
    models: {
      providers: Object.fromEntries(
        names.map((name) => [
          name,
          { baseUrl: 'https://x.example', models: [{ id: 'm', name: 'M' }] },
        ]),
      ),
    },
  });

  test.each<[string, object, number]>([
    ['the first provider that is described stands in', described('Acme'), 2],
    ['also before openai', described('acme', 'openai'), 2],
    ['and none that follows', described('other', 'acme'), 1],
  ])('%s', async (_, config, exitCode) => {
    expect((await checkBy9({ a: token('acme', NOW + 1) }, { config })).exitCode).toBe(exitCode);
  });
});

test.each<[string, object, number]>([
  ['that is about to end', token('acme', NOW + 1), 2],
  ['that has ended', token('acme', NOW - 1), 1],
  ['of another provider', token('anthropic', NOW - 1), 1],
])('a key of the config that names a profile stands for it: one %s', async (_, entry, exitCode) => {
  const acme = { baseUrl: 'https://x.example', models: [], apiKey: 'my:profile' };
  const config = { ...models('acme/m'), models: { providers: { acme } } };
  expect((await checkBy9({ 'my:profile': entry }, { config })).exitCode).toBe(exitCode);
});

test.each<[string, object, string]>([
  ['text', { token: 'secretref-env:K' }, 'static'],
  ['older text', { token: '__env__:K' }, 'static'],
  ['reference', { token: undefined, tokenRef: 'secretref-env:K' }, 'missing'],
])('a retired %s is followed no more', async (_, fields, health) => {
  const report = await one(token('anthropic', undefined, fields), { env: { K: 'k' } });
  expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([1, health]);
  expect(report.auth.missingProvidersInUse).toEqual(['anthropic']);
});
