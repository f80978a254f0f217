import { expect, test } from 'vitest';
import { VARIABLES } from '../../src/openclaw/provider-keys.ts';
import { counted, GatewayHome, key, models } from '../kit/gateway.ts';

const MISSING = (provider: string): string[] => [`fail provider_missing ${provider}`];
const home = (provider: string): GatewayHome => new GatewayHome().config(models(`${provider}/m`));

// The table of 2026.2.9, one row per variable.
test.each(
  Object.entries({
    anthropic: ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY'],
    'github-copilot': ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
    chutes: ['CHUTES_OAUTH_TOKEN', 'CHUTES_API_KEY'],
    zai: ['ZAI_API_KEY', 'Z_AI_API_KEY'],
    opencode: ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
    'qwen-portal': ['QWEN_OAUTH_TOKEN', 'QWEN_PORTAL_API_KEY'],
    'minimax-portal': ['MINIMAX_OAUTH_TOKEN', 'MINIMAX_API_KEY'],
    'kimi-coding': ['KIMI_API_KEY', 'KIMICODE_API_KEY'],
    google: ['GEMINI_API_KEY'],
    'vercel-ai-gateway': ['AI_GATEWAY_API_KEY'],
    'cloudflare-ai-gateway': ['CLOUDFLARE_AI_GATEWAY_API_KEY'],
    minimax: ['MINIMAX_API_KEY'],
    openai: ['OPENAI_API_KEY'],
    voyage: ['VOYAGE_API_KEY'],
    groq: ['GROQ_API_KEY'],
    deepgram: ['DEEPGRAM_API_KEY'],
    cerebras: ['CEREBRAS_API_KEY'],
    xai: ['XAI_API_KEY'],
    openrouter: ['OPENROUTER_API_KEY'],
    moonshot: ['MOONSHOT_API_KEY'],
    xiaomi: ['XIAOMI_API_KEY'],
    synthetic: ['SYNTHETIC_API_KEY'],
    venice: ['VENICE_API_KEY'],
    mistral: ['MISTRAL_API_KEY'],
    qianfan: ['QIANFAN_API_KEY'],
    ollama: ['OLLAMA_API_KEY'],
  }).flatMap(([provider, names]) => names.map((name) => [provider, name] as const)),
)('%s takes %s', async (provider, name) => {
  const policy = 'openclaw-2026.2';
  expect(counted(await home(provider).check({ policy, env: { [name]: 'k' } }))).toEqual([]);
  expect(counted(await home(provider).check({ policy, env: { [`X${name}`]: 'k' } }))).toEqual(
    MISSING(provider),
  );
  expect(VARIABLES[provider]).toContain(name);
});

test('CLAUDE_CODE_OAUTH_TOKEN is no key of anthropic', async () => {
  const report = await home('anthropic').check({ env: { CLAUDE_CODE_OAUTH_TOKEN: 'k' } });
  expect(counted(report)).toEqual(MISSING('anthropic'));
});

const ADC = '.config/gcloud/application_default_credentials.json';
const VERTEX = { GOOGLE_CLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'l' };

test.each<[string, Record<string, string>, boolean, boolean]>([
  ['login, project and location', VERTEX, true, true],
  [
    'the other name of the project',
    { GCLOUD_PROJECT: 'p', GOOGLE_CLOUD_LOCATION: 'l' },
    true,
    true,
  ],
  ['no login', VERTEX, false, false],
  ['no project', { GOOGLE_CLOUD_LOCATION: 'l' }, true, false],
  ['no location', { GOOGLE_CLOUD_PROJECT: 'p' }, true, false],
])('google-vertex with %s is covered there: %#', async (_, env, hasLogin, covered) => {
  const box = home('google-vertex');
  if (hasLogin) box.homeFile(ADC, '{}');
  const report = await box.check({ policy: 'openclaw-2026.2', env });
  expect(counted(report)).toEqual(covered ? [] : MISSING('google-vertex'));
});

test.each(['amazon-bedrock', 'claude-cli', 'codex-cli', 'ollama', 'lmstudio', 'google-vertex'])(
  '%s needs no stored key, though 2026.2 calls it missing for ever',
  async (provider) => {
    expect(counted(await home(provider).check())).toEqual([]);
    const report = await home(provider).check({ policy: 'openclaw-2026.2' });
    expect(counted(report)).toEqual(MISSING(provider));
  },
);

test.each<[object | undefined, boolean]>([
  [{ baseUrl: 'http://127.0.0.1:1/v1' }, true],
  [{ baseUrl: 'http://127.0.0.1:1/v1', apiKey: 'k' }, true],
  [{ apiKey: 'k' }, true],
  [{ baseUrl: 'http://127.0.0.1:1/v1', apiKey: { source: 'env', id: 'NOT_SET' } }, true],
  [{ baseUrl: 'http://127.0.0.1:1/v1', apiKey: { source: 'exec', id: 'x' } }, false],
  [{}, false],
  [undefined, false],
])('a provider of one’s own configured as %j is covered: %s', async (entry, covered) => {
  const providers = entry === undefined ? {} : { local: entry };
  const box = new GatewayHome().config({ ...models('local/m'), models: { providers } });
  expect(counted(await box.check())).toEqual(covered ? [] : MISSING('local'));
});

test.each(['constructor', '__proto__', 'toString'])(
  'the provider %s has no key',
  async (provider) => {
    const report = await home(provider).check();
    expect(counted(report)).toEqual(MISSING(provider.toLowerCase()));
  },
);

test('a stored profile covers its provider under every spelling', async () => {
  const box = home('z.ai').store('main', { 'x:a': key(' Z-AI ') });
  expect(counted(await box.check())).toEqual([]);
});
