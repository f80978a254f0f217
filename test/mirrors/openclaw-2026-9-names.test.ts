// Claims about the names of providers and agents in 2026.9.6 and 2026.2.9; each was recorded from them or follows from their rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { GatewayHome, key, models, NOW, token } from '../kit/gateway.ts';
import { checkBy2, checkBy9 } from '../kit/mirror.ts';

describe('a key of one provider serves a model of another', () => {
  test.each<[string, string, number, number]>([
    // model, key, exit of 2026.2.9, exit of 2026.9.6
    ['x-ai', 'xai', 1, 0],
    ['xai', 'x-ai', 1, 0],
    ['qwen', 'qwen-portal', 0, 1],
    ['z.ai', 'zai', 0, 1],
    ['zai', 'z-ai', 0, 1],
    ['opencode-zen', 'opencode', 0, 1],
    ['kimi-code', 'kimi-coding', 0, 1],
    ['minimax-cn', 'minimax', 1, 0],
    ['minimax-portal-cn', 'minimax-portal', 1, 0],
    ['minimax-cloud', 'minimax', 1, 0],
    ['minimax', 'minimax-api-key-cn', 1, 0],
    ['anthropic', 'claude-cli', 1, 0],
    ['openai', 'openai-codex', 1, 1],
    ['Anthropic', 'ANTHROPIC', 0, 0],
  ])('%s by one of %s: %i and %i', async (model, provider, by2, by9) => {
    const profiles = { a: key(provider) };
    const setting = { config: models(`${model}/m`) };
    expect((await checkBy2(profiles, setting)).exitCode).toBe(by2);
    expect((await checkBy9(profiles, setting)).exitCode).toBe(by9);
  });
});

describe('by 2026.9', () => {
  test.each([
    ['x-ai', 'XAI_API_KEY', 0],
    ['minimax-cloud', 'MINIMAX_API_KEY', 0],
    ['zai', 'ZAI_API_KEY', 1],
  ])('a model of %s and %s end with %i', async (model, variable, exitCode) => {
    const report = await checkBy9({}, { config: models(`${model}/m`), env: { [variable]: 'k' } });
    expect(report.exitCode).toBe(exitCode);
  });

  test('a provider is missing under the name that the model has', async () => {
    const report = await checkBy9({ a: token('xai', NOW - 1) }, { config: models('x-ai/m') });
    expect(report.auth.missingProvidersInUse).toEqual(['x-ai']);
  });

  test('what the config describes keeps its name', async () => {
    const entry = { baseUrl: 'https://api.example.org/v1', apiKey: 'k', models: [] };
    const config = { ...models('x-ai/m'), models: { providers: { xai: entry } } };
    expect((await checkBy9({}, { config })).exitCode).toBe(1);
  });

  test('an order under another name orders nothing', async () => {
    const profiles = { a: key('xai'), b: token('xai', NOW - 1) };
    const ordered = (name: string) => ({
      config: { ...models('xai/m'), auth: { order: { [name]: ['b'] } } },
    });
    expect((await checkBy9(profiles, ordered('xai'))).exitCode).toBe(1);
    expect((await checkBy9(profiles, ordered('x-ai'))).exitCode).toBe(0);
  });

  test('main is unknown where the config lists others only', async () => {
    const config = {
      agents: { defaults: { model: { primary: 'anthropic/claude-x' } }, entries: { work: {} } },
    };
    const ask = (agent: string) => checkBy9({ a: key('anthropic') }, { config, agents: [agent] });
    expect((await ask('main')).findings.map(({ code }) => code)).toEqual(['agent_not_found']);
    expect([(await ask('main')).exitCode, (await ask('work')).exitCode]).toEqual([1, 0]);
  });
});

describe('by 2026.9, a login of MiniMax that has ended', () => {
  const file = (expiresAt: number) => ({
    access_token: 'a',
    refresh_token: 'r',
    expiry_date: expiresAt,
  });
  const stored = (more: object = {}) => ({
    type: 'oauth',
    provider: 'minimax',
    access: 'old',
    refresh: 'old',
    expires: NOW - HOUR_MS,
    ...more,
  });

  test.each<[string, string, object, number, number]>([
    ['is that of its program', 'minimax-portal:minimax-cli', {}, NOW + 10 * DAY_MS, 0],
    ['stays when that has ended, too', 'minimax-portal:minimax-cli', {}, NOW, 1],
    ['stays under another id', 'minimax-portal:default', {}, NOW + 10 * DAY_MS, 1],
    [
      'stays when it names an account',
      'minimax-portal:minimax-cli',
      { email: 'a@b' },
      NOW + 10 * DAY_MS,
      1,
    ],
  ])('%s', async (_, id, more, expiresAt, exitCode) => {
    const report = await new GatewayHome()
      .config(models('minimax/m'))
      .shared({ profiles: { [id]: stored(more) } })
      .homeFile('.minimax/oauth_creds.json', file(expiresAt))
      .check({ policy: 'openclaw-2026.9' });
    expect(report.exitCode).toBe(exitCode);
  });
});
