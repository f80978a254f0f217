// Makes state directories of the JSON era, each a healthy one with a few things changed.
// @ts-check
import { credential, expiry, malformed, usage } from './credentials.mjs';

/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./tree.mjs').Case} Case */

const PROVIDERS = [
  'anthropic',
  'openai',
  'openrouter',
  'google',
  'acme',
  'zai',
  'z.ai',
  'Z-AI',
  'qwen',
  'qwen-portal',
  'kimi-code',
  'kimi-coding',
  'opencode-zen',
  'opencode',
  'github-copilot',
  'amazon-bedrock',
  'ollama',
  'groq',
  'mistral',
  'Anthropic',
  ' anthropic ',
  'claude-cli',
  'codex-cli',
  'openai-codex',
  'minimax-portal',
  'google-vertex',
  'chutes',
  'deepseek',
  'moonshot',
  'vercel-ai-gateway',
  'cloudflare-ai-gateway',
  'cerebras',
  'xai',
  'synthetic',
  'venice',
  'xiaomi',
  'qianfan',
  'together',
  'huggingface',
  'litellm',
  'lmstudio',
  'vllm',
  'google-gemini-cli',
  'google-antigravity',
  'minimax',
  'voyage',
  'deepgram',
  'nvidia',
];
const VARIABLES = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_OAUTH_TOKEN',
  'OPENAI_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'OPENROUTER_API_KEY',
  'ZAI_API_KEY',
  'Z_AI_API_KEY',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'COPILOT_GITHUB_TOKEN',
  'CHUTES_API_KEY',
  'QWEN_OAUTH_TOKEN',
  'QWEN_PORTAL_API_KEY',
  'MINIMAX_API_KEY',
  'MINIMAX_OAUTH_TOKEN',
  'KIMI_API_KEY',
  'KIMICODE_API_KEY',
  'OPENCODE_ZEN_API_KEY',
  'AI_GATEWAY_API_KEY',
  'CLOUDFLARE_AI_GATEWAY_API_KEY',
  'OLLAMA_API_KEY',
  'GROQ_API_KEY',
  'MISTRAL_API_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_BEARER_TOKEN_BEDROCK',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'DEEPSEEK_API_KEY',
  'XAI_API_KEY',
  'MOONSHOT_API_KEY',
  'CEREBRAS_API_KEY',
  'SYNTHETIC_API_KEY',
  'VENICE_API_KEY',
  'XIAOMI_API_KEY',
  'QIANFAN_API_KEY',
  'TOGETHER_API_KEY',
  'HF_TOKEN',
  'NVIDIA_API_KEY',
  'LITELLM_API_KEY',
  'VOYAGE_API_KEY',
  'DEEPGRAM_API_KEY',
];
const AGENTS = ['main', 'ops', 'Ops Bot', 'work', 'ünï', 'x--', 'A'.repeat(70)];

/**
 * One case; most keep a model and a good token, so that what was changed decides.
 * @param {Chance} chance
 * @param {number} now
 * @returns {Case}
 */
export function caseOf20262(chance, now) {
  /** @type {Record<string, any>} */
  const stores = {
    main: {
      version: 1,
      profiles: {
        'anthropic:default': { type: 'token', provider: 'anthropic', token: 'sk-ant-oat01-fake' },
      },
    },
  };
  /** @type {any} */
  const config = { agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } };
  /** @type {Case & { note: string[] }} */
  const made = { note: [], files: {}, databases: {}, env: {}, agents: [null] };
  const asked = new Set(/** @type {(string | null)[]} */ ([null]));
  const model = () =>
    chance.pick([
      `${chance.pick(PROVIDERS)}/some-model`,
      'opus',
      'sonnet',
      'some-model',
      'anthropic/claude-opus-4-6',
      ' openai/gpt-5 ',
      'openai/',
      '/x',
      'a/b/c',
      '',
      'opus-4.5',
    ]);
  const addAgent = () => {
    const id = chance.pick(AGENTS);
    config.agents.list ??= chance.often(0.7) ? [{ id: 'main' }] : [];
    const entry = /** @type {any} */ ({ id });
    if (chance.often(0.3))
      entry.model = chance.pick([
        model(),
        { primary: model() },
        { primary: model(), fallbacks: [] },
        { fallbacks: [model()] },
        {},
      ]);
    if (chance.often(0.2))
      entry.agentDir = chance.pick(['$TREE/elsewhere', '~/elsewhere', ' ', 'relative/dir']);
    if (chance.often(0.2)) entry.default = true;
    config.agents.list.push(entry);
    asked.add(id);
    return id;
  };
  /** @type {Record<string, () => string | void>} */
  const edits = {
    profile() {
      const provider = chance.often(0.5) ? 'anthropic' : chance.pick(PROVIDERS);
      const id = chance.pick([
        `${provider}:default`,
        `${provider}:manual`,
        'anthropic:default',
        'odd id',
        '__proto__',
        'constructor',
        'anthropic:claude-cli',
        'qwen-portal:qwen-cli',
      ]);
      stores['main'].profiles[id] = credential(chance, provider, now);
      return `${id} ${JSON.stringify(stores['main'].profiles[id])}`;
    },
    malformed() {
      const entry = malformed(chance, 'anthropic');
      stores['main'].profiles['anthropic:odd'] = entry;
      return JSON.stringify(entry);
    },
    provider() {
      config.agents.defaults.model.primary = model();
      return config.agents.defaults.model.primary;
    },
    fallbacks() {
      config.agents.defaults.model.fallbacks = [model(), model()];
      return JSON.stringify(config.agents.defaults.model.fallbacks);
    },
    image() {
      config.agents.defaults.imageModel = chance.pick([
        { primary: model() },
        { fallbacks: [model()] },
        { primary: model(), fallbacks: [model()] },
        model(),
      ]);
      return JSON.stringify(config.agents.defaults.imageModel);
    },
    models() {
      config.agents.defaults.models = { [model()]: { alias: 'opus' }, 'openai/gpt-5': {} };
      return JSON.stringify(config.agents.defaults.models);
    },
    noModel() {
      delete config.agents.defaults.model;
    },
    key() {
      const name = chance.pick(VARIABLES);
      const value = chance.pick(['fake', 'fake', 'fake', ' ', '']);
      const place = chance.upTo(4);
      if (place === 0) made.env[name] = value;
      if (place === 1) made.files['state/.env'] = `${name}=${value}\n`;
      if (place === 2) (config.env ??= {})[name] = value;
      if (place === 3) ((config.env ??= {}).vars ??= {})[name] = value;
      if (place === 4) made.files['home/.env'] = `${name}="${value}"\n`;
      return `${name}=${value} at ${place}`;
    },
    usage() {
      const id = chance.pick([...Object.keys(stores['main'].profiles), 'gone:profile']);
      (stores['main'].usageStats ??= {})[id] = usage(chance, now, 'claude-opus-4-6');
      return JSON.stringify(stores['main'].usageStats);
    },
    order() {
      const ids = chance.pick([
        ['anthropic:manual'],
        ['anthropic:default'],
        [],
        ['gone'],
        'text',
        [5],
      ]);
      if (chance.often(0.5)) (stores['main'].order ??= {})['anthropic'] = ids;
      else ((config.auth ??= {}).order ??= {})['anthropic'] = ids;
      return JSON.stringify(ids);
    },
    declared() {
      const entry = {
        provider: chance.pick(['anthropic', 'openai']),
        mode: chance.pick(['oauth', 'token', 'api_key', 'odd']),
      };
      ((config.auth ??= {}).profiles ??= {})[
        chance.pick(['anthropic:default', 'anthropic:other'])
      ] = chance.pick([entry, { ...entry, email: 'a@example.org' }, { ...entry, odd: 1 }]);
      return JSON.stringify(config.auth.profiles);
    },
    providers() {
      const provider = chance.pick(PROVIDERS);
      const entry = chance.pick([
        { baseUrl: 'http://127.0.0.1:1', models: [] },
        { baseUrl: 'http://127.0.0.1:1', apiKey: 'fake', models: [] },
        { baseUrl: 'http://127.0.0.1:1', apiKey: '', models: [] },
        { baseUrl: 'http://127.0.0.1:1', apiKey: ' ', models: [] },
        { baseUrl: 'http://127.0.0.1:1', apiKey: '${COMPAT_KEY}', models: [] },
        { baseUrl: 'http://127.0.0.1:1', auth: 'aws-sdk', models: [] },
        { baseUrl: 'http://127.0.0.1:1', apiKey: 'OPENAI_API_KEY', models: [] },
      ]);
      config.models = { providers: { [provider]: entry } };
      if (chance.often(0.6)) config.agents.defaults.model.primary = `${provider}/some-model`;
      return `${provider} ${JSON.stringify(entry)}`;
    },
    agent() {
      const id = addAgent();
      if (chance.often(0.6)) {
        const name = id
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9_-]+/g, '-');
        stores[name] ??= {
          version: 1,
          profiles: {
            [chance.pick(['anthropic:default', 'anthropic:own', 'openai:own'])]: credential(
              chance,
              chance.pick(['anthropic', 'openai']),
              now,
            ),
          },
        };
      }
      return `${JSON.stringify(config.agents.list)} ${JSON.stringify(stores)}`;
    },
    logins() {
      const name = chance.pick(['.qwen', '.minimax']);
      const login = {
        access_token: 'fake',
        refresh_token: 'fake',
        expiry_date: expiry(chance, now),
      };
      made.files[`home/${name}/oauth_creds.json`] = chance.pick([
        login,
        login,
        login,
        { ...login, refresh_token: '' },
        { ...login, access_token: undefined },
        'no json',
      ]);
      const provider = name === '.qwen' ? 'qwen-portal' : 'minimax-portal';
      if (chance.often(0.6)) config.agents.defaults.model.primary = `${provider}/coder`;
      if (chance.often(0.5))
        stores['main'].profiles[`${provider}:${name.slice(1)}-cli`] = {
          type: 'oauth',
          provider: chance.pick([provider, provider, 'other']),
          access: 'old',
          refresh: 'old',
          expires: expiry(chance, now),
        };
      return JSON.stringify([made.files, stores]);
    },
    legacy() {
      const place = chance.pick([
        'state/agents/main/agent/auth.json',
        'state/credentials/oauth.json',
        'state/agents/ops/agent/auth.json',
      ]);
      made.files[place] = chance.pick([
        { anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires: expiry(chance, now) } },
        { anthropic: { access: 'a', refresh: 'r', expires: expiry(chance, now) } },
        {
          openai: { type: 'api_key', key: 'k' },
          anthropic: { type: 'token', token: 't', expires: expiry(chance, now) },
        },
        { profiles: {} },
        'no json',
        [],
        { anthropic: 5 },
        { anthropic: { type: 'api_key', key: 'k', provider: 'openai' } },
      ]);
      if (chance.often(0.7)) delete stores['main'];
      return `${place} ${JSON.stringify(made.files[place])}${stores['main'] ? '' : ' (no store)'}`;
    },
    brokenStore() {
      stores['main'] = chance.pick([
        '',
        '{',
        '[]',
        '{}',
        '{"profiles":[]}',
        '{"profiles":null}',
        'null',
        '5',
        '{"version":"x","profiles":{}}',
        '\uFEFF{"version":1,"profiles":{}}',
        '{"profiles":"x"}',
      ]);
      return JSON.stringify(stores['main']);
    },
    oddConfig() {
      const [path, value] = chance.pick(
        /** @type {[string, unknown][]} */ ([
          ['agents.defaults.model', 'anthropic/x'],
          ['agents.defaults.model', { primary: 5 }],
          ['agents.defaults.model', { primary: 'anthropic/x', odd: 1 }],
          ['agents.list', {}],
          ['auth.cooldowns', { billingBackoffHours: 0 }],
          ['auth.cooldowns', { billingBackoffHours: 5 }],
          ['auth.cooldowns', { odd: 1 }],
          ['env', 'x'],
          ['models', { mode: 'odd' }],
          ['models', { mode: 'merge' }],
          ['odd', 1],
          ['gateway', { port: 'x' }],
          ['gateway', { port: 18789 }],
          ['agents.defaults.models', []],
          ['agents.defaults.models', { 'anthropic/x': { odd: 1 } }],
          ['meta', { lastTouchedVersion: '2026.2.9' }],
          ['agents.defaults.odd', 1],
          ['agents.defaults.workspace', '/tmp/x'],
          ['agents.list', [{ id: 'main', odd: 1 }]],
          ['agents.list', [{ id: 5 }]],
          ['agents.list', [{ id: '' }]],
          ['env.vars', { A: 5 }],
          ['env.A', 5],
          ['auth.order', { anthropic: 'x' }],
        ]),
      );
      const keys = path.split('.');
      let at = config;
      for (const key of keys.slice(0, -1)) at = at[key] ??= {};
      at[keys.at(-1) ?? ''] = value;
      return `${path}=${JSON.stringify(value)}`;
    },
    agentDirVariable() {
      made.env[chance.pick(['OPENCLAW_AGENT_DIR', 'PI_CODING_AGENT_DIR'])] = chance.pick([
        '$TREE/state/agents/ops/agent',
        '~/own',
        '$TREE/none',
      ]);
      stores['ops'] ??= {
        version: 1,
        profiles: { 'anthropic:ops': credential(chance, 'anthropic', now) },
      };
      asked.add('main');
      return JSON.stringify([made.env, stores['ops']]);
    },
  };
  const names = Object.keys(edits);
  for (let count = 1 + chance.upTo(2); count > 0; count -= 1) {
    const name = chance.pick(names);
    const isWhole =
      typeof stores['main'] === 'object' &&
      typeof config.agents.defaults.model === 'object' &&
      Array.isArray(config.agents.list ?? []);
    if (!isWhole) break;
    made.note.push(`${name}: ${edits[name]?.() ?? ''}`);
  }
  if (chance.often(0.1)) asked.add('nope');
  // `--agent main` cannot be told from no `--agent` where main is not listed or has models of its own.
  const main = Array.isArray(config.agents.list)
    ? config.agents.list.find((/** @type {any} */ entry) => entry?.id === 'main')
    : {};
  if (main === undefined) asked.delete('main');
  else if (main.model !== undefined) asked.delete(null);
  made.agents = [...asked];
  if (chance.often(0.95)) made.files['state/openclaw.json'] = config;
  for (const [id, store] of Object.entries(stores))
    made.files[`state/agents/${id}/agent/auth-profiles.json`] = store;
  made.env['COMPAT_KEY'] ??= 'fake';
  return made;
}
