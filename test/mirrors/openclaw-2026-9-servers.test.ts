// Claims about servers of one's own and cloud logins in 2026.9.6; every row was asked of it.
import { describe, expect, test } from 'vitest';
import { HOUR_MS } from '../../src/core/duration.ts';
import { GatewayHome, models, NOW, token } from '../kit/gateway.ts';
import { checkBy9 } from '../kit/mirror.ts';

const described = { models: [{ id: 'm', name: 'm' }] };
const LOCAL = { baseUrl: 'http://127.0.0.1:11434/v1', api: 'openai-completions', ...described };

describe('a server of one’s own', () => {
  const withServer = (entry: object) => ({
    ...models('acme/m'),
    models: { providers: { acme: entry } },
  });

  test.each<[string, object, number]>([
    ['takes a marker for a key', { ...LOCAL, apiKey: 'custom-local' }, 0],
    ['takes that of ollama', { ...LOCAL, api: 'ollama', apiKey: 'ollama-local' }, 0],
    [
      'takes none in other protocols',
      { ...LOCAL, api: 'openai-responses', apiKey: 'custom-local' },
      1,
    ],
    ['takes none without its models', { ...LOCAL, apiKey: 'custom-local', models: [] }, 1],
    [
      'takes none elsewhere',
      { ...LOCAL, baseUrl: 'https://api.example.org/v1', apiKey: 'custom-local' },
      1,
    ],
    ['is asked without a key', LOCAL, 0],
    ['may be the host of a container', { ...LOCAL, baseUrl: 'http://host.docker.internal:1' }, 0],
    ['may not be any machine', { ...LOCAL, baseUrl: 'http://box:1' }, 1],
  ])('%s', async (_, entry, exitCode) => {
    expect((await checkBy9({}, { config: withServer(entry) })).exitCode).toBe(exitCode);
  });

  test('that takes a marker is not paid by profiles', async () => {
    const ending = { a: token('acme', NOW + HOUR_MS) };
    const config = withServer({ ...LOCAL, apiKey: 'custom-local' });
    expect((await checkBy9(ending, { config })).exitCode).toBe(0);
  });
});

test.each<[string, object, number]>([
  ['nothing more', {}, 0],
  ['its own protocol', { api: 'bedrock-converse-stream' }, 0],
  ['another protocol', { api: 'openai-completions' }, 1],
])('bedrock with %s ends with %i', async (_, more, exitCode) => {
  const entry = { baseUrl: 'https://x.example.org', models: [], ...more };
  const config = {
    ...models('amazon-bedrock/m'),
    models: { providers: { 'amazon-bedrock': entry } },
  };
  expect((await checkBy9({}, { config })).exitCode).toBe(exitCode);
});

describe('a gcloud login', () => {
  const PLACE = { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'l' };
  const LOGIN = 'application_default_credentials.json';
  const check = (file: string, env: Record<string, string>, apiKey?: string) => {
    const entry = { baseUrl: 'https://x.example.org', apiKey, models: [] };
    const config = {
      ...models('google-vertex/m'),
      ...(apiKey === undefined ? {} : { models: { providers: { 'google-vertex': entry } } }),
    };
    const box = new GatewayHome().config(config).shared({ profiles: {} }).homeFile(file, {});
    const at = Object.entries({ ...PLACE, ...env }).map(([name, value]) => [
      name,
      value.replace('~', box.home),
    ]);
    return box.check({ policy: 'openclaw-2026.9', env: Object.fromEntries(at) });
  };

  test.each<[string, string, Record<string, string>, number]>([
    ['in its usual place', `.config/gcloud/${LOGIN}`, {}, 0],
    ['where gcloud was told to keep it', `gc/${LOGIN}`, { CLOUDSDK_CONFIG: '~/gc' }, 0],
    ['that is named', 'x.json', { GOOGLE_APPLICATION_CREDENTIALS: '~/x.json' }, 0],
    ['without a place', `.config/gcloud/${LOGIN}`, { GOOGLE_CLOUD_LOCATION: '' }, 1],
    ['nowhere', 'gc/other.json', { CLOUDSDK_CONFIG: '~/gc' }, 1],
  ])('%s', async (_, file, env, exitCode) => {
    expect((await check(file, env)).exitCode).toBe(exitCode);
  });

  test('stands behind its marker in the config', async () => {
    const marker = 'gcp-vertex-credentials';
    expect((await check(`.config/gcloud/${LOGIN}`, {}, marker)).exitCode).toBe(0);
    expect((await check('gc/other.json', {}, marker)).exitCode).toBe(1);
  });
});
