import { describe, expect, test } from 'vitest';
import { key, models, NOW, oauth, token } from '../kit/gateway.ts';
import { checkBy9 } from '../kit/mirror.ts';

/** Served by OpenClaw's own runtime. */
function own(model: string, provider?: object): unknown {
  return {
    agents: { defaults: { model, models: { [model]: { agentRuntime: { id: 'openclaw' } } } } },
    ...(provider === undefined ? {} : { models: { providers: { openai: provider } } }),
  };
}

const ENDING = token('openai', NOW + 1000);
const ENV_KEY = { env: { OPENAI_API_KEY: 'k' } };

// Every row was asked of the real 2026.9.6.
describe('a model of openai', () => {
  test.each<[string, unknown, Record<string, unknown>, number, string[]]>([
    ['without anything is missing', own('openai/gpt-5.5'), {}, 1, ['openai']],
    [
      'of an unknown name leaves its utility model missing',
      own('openai/some-model'),
      {},
      1,
      ['openai'],
    ],
    ['of an unknown name is so with a key', own('openai/some-model'), { a: key('openai') }, 1, []],
    ['takes a key', own('openai/gpt-5.5'), { a: key('openai') }, 0, []],
    ['takes a token', own('openai/gpt-5.5'), { a: token('openai') }, 0, []],
    ['for keys takes no token', own('openai/gpt-5.4-nano'), { a: token('openai') }, 1, ['openai']],
    [
      'for logins takes no key',
      own('openai/gpt-5.3-codex-spark'),
      { a: key('openai') },
      1,
      ['openai'],
    ],
    [
      'of the own runtime takes keys first',
      own('openai/gpt-5.5'),
      { a: ENDING, b: key('openai') },
      0,
      [],
    ],
    [
      'at a contradictory address fails',
      own('openai/gpt-5.5', { baseUrl: 'odd', models: [] }),
      { a: key('openai') },
      1,
      [],
    ],
    ['at a server of its own takes keys', models('openai/x'), { a: key('openai') }, 1, []],
  ])('%s', async (_, config, profiles, exitCode, missing) => {
    const report = await checkBy9({ z: key('anthropic'), ...profiles }, { config });
    expect([report.exitCode, report.auth.missingProvidersInUse]).toEqual([exitCode, missing]);
  });

  test('at a proxy needs no codex', async () => {
    const providers = { openai: { baseUrl: 'https://proxy.example.org/v1', models: [] } };
    const config = {
      agents: { defaults: { model: 'openai/x', utilityModel: '' } },
      models: { providers },
    };
    expect((await checkBy9({ a: key('openai') }, { config })).exitCode).toBe(0);
  });

  test('leaves the key of the environment aside where a profile is stored that cannot be used', async () => {
    const config = own('openai/gpt-5.5');
    expect((await checkBy9({}, { config, ...ENV_KEY })).exitCode).toBe(0);
    expect((await checkBy9({ a: token('openai', NOW - 1) }, { config, ...ENV_KEY })).exitCode).toBe(
      1,
    );
  });

  test('takes a login first where no runtime is named', async () => {
    const defaults = { model: 'anthropic/x', utilityModel: 'openai/gpt-5.5' };
    const profiles = { z: key('anthropic'), a: key('openai'), b: oauth('openai', NOW + 3_600_000) };
    expect((await checkBy9(profiles, { config: { agents: { defaults } } })).exitCode).toBe(2);
  });
});
