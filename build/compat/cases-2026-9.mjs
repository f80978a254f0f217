// Makes state directories of the SQLite era, each a healthy one with a few things changed.
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
  'qwen',
  'github-copilot',
  'amazon-bedrock',
  'ollama',
  'groq',
  'mistral',
  'Anthropic',
  'claude-cli',
  'codex',
  'openai-codex',
  'minimax-portal',
  'minimax',
  'minimax-cn',
  'google-vertex',
  'google-gemini-cli',
  'deepseek',
  'xai',
  'x-ai',
  'together',
  'huggingface',
  'litellm',
  'lmstudio',
  'vllm',
  'sglang',
  'kilocode',
  'nvidia',
  'microsoft-foundry',
  'copilot-proxy',
  'clawrouter',
  'ollama-cloud',
  'opencode-go',
  'cerebras',
  'voyage',
  'moonshot',
  'fal',
  'alibaba',
  'deepgram',
  'apple-fm',
  'venice',
  'anthropic-openai',
];
const VARIABLES = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_OAUTH_TOKEN',
  'OPENAI_API_KEY',
  'CODEX_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_API_KEY',
  'OPENROUTER_API_KEY',
  'ZAI_API_KEY',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'COPILOT_GITHUB_TOKEN',
  'MINIMAX_API_KEY',
  'MINIMAX_CODE_PLAN_KEY',
  'MINIMAX_OAUTH_TOKEN',
  'OLLAMA_API_KEY',
  'GROQ_API_KEY',
  'MISTRAL_API_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_BEARER_TOKEN_BEDROCK',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'DEEPSEEK_API_KEY',
  'XAI_API_KEY',
  'TOGETHER_API_KEY',
  'HF_TOKEN',
  'LITELLM_API_KEY',
  'LM_API_TOKEN',
  'VLLM_API_KEY',
  'SGLANG_API_KEY',
  'NVIDIA_API_KEY',
  'AZURE_OPENAI_API_KEY',
  'OPENCODE_API_KEY',
  'CEREBRAS_API_KEY',
  'VOYAGE_API_KEY',
  'FAL_KEY',
  'DASHSCOPE_API_KEY',
  'GOOGLE_CLOUD_API_KEY',
  'CLAWROUTER_API_KEY',
];
const OPENCLAW_RUNTIME = { 'openai/gpt-5.5': { agentRuntime: { id: 'openclaw' } } };

/**
 * One case; most keep a model and a good token, so that what was changed decides.
 * @param {Chance} chance
 * @param {number} now
 * @returns {Case}
 */
export function caseOf20269(chance, now) {
  const model = 'claude-opus-4-6';
  /** @type {any} */
  const shared = {
    profiles: {
      'anthropic:default': { type: 'token', provider: 'anthropic', token: 'sk-ant-oat01-fake' },
    },
  };
  /** @type {any} */
  const sharedState = {};
  /** @type {Record<string, { store?: any, state?: any, userVersion?: number }>} */
  const locals = {};
  /** @type {any} */
  const config = { agents: { defaults: { model: { primary: `anthropic/${model}` } } } };
  /** @type {Case & { note: string[] }} */
  const made = { note: [], files: {}, databases: {}, env: {}, agents: [null] };
  const asked = new Set(/** @type {(string | null)[]} */ ([null]));
  /** @type {any} */
  let owner = { location: 'state-db' };
  let hasState = true;
  /** @type {number | undefined} */
  let stateVersion;
  const modelRef = () =>
    chance.pick([
      `${chance.pick(PROVIDERS)}/some-model`,
      'opus',
      'some-model',
      'anthropic/claude-sonnet-4-6',
      'anthropic/claude-haiku-4-5',
      ' openrouter/auto ',
      'openai/gpt-5.5',
      'openai/',
      '/x',
      'openrouter/a/b',
      '',
      'anthropic/claude-opus-4-6@anthropic:default',
      'anthropic/*',
    ]);
  const provider = () => (chance.often(0.6) ? 'anthropic' : chance.pick(PROVIDERS));
  const idOf = (/** @type {string} */ name) =>
    chance.pick([`${name}:default`, `${name}:manual`, `${name}:b`, 'anthropic:default']);
  const explicit = () => {
    config.agents.ownership = 'explicit';
    config.agents.entries ??= { main: {} };
    config.agents.defaults.systemAgent = { agentId: 'main' };
  };
  const local = (/** @type {string} */ id) => (locals[id] ??= {});
  /** @type {Record<string, () => string | void>} */
  const edits = {
    profile() {
      const name = provider();
      const id = idOf(name);
      shared.profiles[id] = credential(chance, name, now);
      if (name !== 'anthropic' && chance.often(0.5))
        config.agents.defaults.model.primary = `${name}/some-model`;
      if (name === 'openai') config.agents.defaults.models = OPENCLAW_RUNTIME;
      return `${id} ${JSON.stringify(shared.profiles[id])}`;
    },
    onlyProfile() {
      const entry = credential(chance, 'anthropic', now);
      shared.profiles = { 'anthropic:default': entry };
      return JSON.stringify(entry);
    },
    twoProfiles() {
      shared.profiles = {
        'anthropic:a': credential(chance, 'anthropic', now),
        'anthropic:b': credential(chance, 'anthropic', now),
      };
      return JSON.stringify(shared.profiles);
    },
    openai() {
      config.agents.defaults.model.primary = 'openai/gpt-5.5';
      if (chance.often(0.8)) config.agents.defaults.models = OPENCLAW_RUNTIME;
      shared.profiles['openai:default'] = credential(chance, 'openai', now);
      return JSON.stringify([config, shared.profiles]);
    },
    malformed() {
      shared.profiles['anthropic:odd'] = malformed(chance, 'anthropic');
      if (chance.often(0.4)) delete shared.profiles['anthropic:default'];
      return JSON.stringify(shared.profiles);
    },
    provider() {
      config.agents.defaults.model.primary = modelRef();
      return config.agents.defaults.model.primary;
    },
    modelText() {
      config.agents.defaults.model = modelRef();
      return config.agents.defaults.model;
    },
    fallbacks() {
      config.agents.defaults.model = {
        primary: `anthropic/${model}`,
        fallbacks: [modelRef(), modelRef()],
      };
      return JSON.stringify(config.agents.defaults.model.fallbacks);
    },
    image() {
      config.agents.defaults.imageModel = chance.pick([
        { primary: modelRef() },
        { fallbacks: [modelRef()] },
        { primary: modelRef(), fallbacks: [modelRef()] },
        modelRef(),
      ]);
      return JSON.stringify(config.agents.defaults.imageModel);
    },
    utility() {
      config.agents.defaults.utilityModel = chance.pick([
        modelRef(),
        modelRef(),
        '',
        ' ',
        'off',
        null,
        false,
      ]);
      return JSON.stringify(config.agents.defaults.utilityModel);
    },
    models() {
      const ref = chance.pick([`anthropic/${model}`, modelRef(), 'anthropic/*']);
      const entry = chance.pick([
        {},
        { alias: 'opus' },
        {
          agentRuntime: {
            id: chance.pick([
              'openclaw',
              'claude-cli',
              'codex',
              'auto',
              'default',
              'google-gemini-cli',
              'nosuch',
            ]),
          },
        },
      ]);
      config.agents.defaults.models = { [ref]: entry };
      return JSON.stringify(config.agents.defaults.models);
    },
    noModel() {
      delete config.agents.defaults.model;
      if (chance.often(0.5)) shared.profiles['openai:default'] = credential(chance, 'openai', now);
    },
    key() {
      const name = chance.often(0.4) ? 'ANTHROPIC_API_KEY' : chance.pick(VARIABLES);
      const value = chance.pick(['fake', 'fake', 'fake', ' ', '']);
      const place = chance.upTo(5);
      if (place === 0) made.env[name] = value;
      if (place === 1) made.files['state/.env'] = `${name}=${value}\n`;
      if (place === 2) (config.env ??= {})[name] = value;
      if (place === 3) ((config.env ??= {}).vars ??= {})[name] = value;
      if (place === 4) made.files['home/.env'] = `${name}="${value}"\n`;
      if (place === 5) made.files['home/.config/openclaw/gateway.env'] = `${name}=${value}\n`;
      if (chance.often(0.6))
        shared.profiles = chance.pick([
          {},
          shared.profiles,
          { 'anthropic:x': credential(chance, 'anthropic', now) },
        ]);
      return `${name}=${value} at ${place}, profiles ${JSON.stringify(shared.profiles)}`;
    },
    keyFor() {
      const [name, variable] = chance.pick([
        ['openrouter', 'OPENROUTER_API_KEY'],
        ['google', 'GEMINI_API_KEY'],
        ['google', 'GOOGLE_API_KEY'],
        ['zai', 'ZAI_API_KEY'],
        ['groq', 'GROQ_API_KEY'],
        ['github-copilot', 'GH_TOKEN'],
        ['github-copilot', 'COPILOT_GITHUB_TOKEN'],
        ['ollama', 'OLLAMA_API_KEY'],
        ['amazon-bedrock', 'AWS_PROFILE'],
        ['xai', 'XAI_API_KEY'],
        ['minimax', 'MINIMAX_API_KEY'],
        ['minimax-portal', 'MINIMAX_API_KEY'],
        ['minimax-cn', 'MINIMAX_API_KEY'],
        ['together', 'TOGETHER_API_KEY'],
        ['deepseek', 'DEEPSEEK_API_KEY'],
        ['mistral', 'MISTRAL_API_KEY'],
        ['cerebras', 'CEREBRAS_API_KEY'],
        ['lmstudio', 'LM_API_TOKEN'],
        ['vllm', 'VLLM_API_KEY'],
        ['x-ai', 'XAI_API_KEY'],
        ['huggingface', 'HF_TOKEN'],
        ['nvidia', 'NVIDIA_API_KEY'],
        ['ollama-cloud', 'OLLAMA_API_KEY'],
      ]);
      config.agents.defaults.model.primary = `${name}/some-model`;
      made.env[variable ?? ''] = 'fake';
      return `${name} ${variable}`;
    },
    usage() {
      const id = chance.pick([
        ...Object.keys(shared.profiles),
        ...Object.keys(shared.profiles),
        'gone:profile',
        'inline-api-key:anthropic',
      ]);
      (sharedState.usageStats ??= {})[id] = usage(chance, now, model);
      return JSON.stringify(sharedState.usageStats);
    },
    order() {
      const ids = chance.pick([
        ['anthropic:manual'],
        ['anthropic:default'],
        [],
        ['gone'],
        'text',
        [5],
        ['anthropic:b', 'anthropic:a'],
        ['anthropic:a', 'anthropic:default'],
        [' anthropic:default '],
      ]);
      shared.profiles['anthropic:a'] = credential(chance, 'anthropic', now);
      shared.profiles['anthropic:b'] = credential(chance, 'anthropic', now);
      const name = chance.pick(['anthropic', 'anthropic', 'Anthropic', 'openai']);
      const place = chance.upTo(2);
      if (place !== 1) (sharedState.order ??= {})[name] = ids;
      if (place !== 0)
        ((config.auth ??= {}).order ??= {})[name] = chance.often(0.5) ? ids : ['anthropic:a'];
      return JSON.stringify([sharedState, config.auth, shared.profiles]);
    },
    declared() {
      const entry = {
        provider: chance.pick(['anthropic', 'anthropic', 'openai']),
        mode: chance.pick(['oauth', 'token', 'api_key', 'aws-sdk', 'odd']),
      };
      ((config.auth ??= {}).profiles ??= {})[
        chance.pick(['anthropic:default', 'anthropic:default', 'anthropic:other'])
      ] = chance.pick([
        entry,
        entry,
        { ...entry, email: 'a@example.org' },
        { ...entry, odd: 1 },
        { ...entry, displayName: 'x' },
      ]);
      return JSON.stringify(config.auth.profiles);
    },
    providers() {
      const name = chance.pick([...PROVIDERS, 'anthropic', 'acme']);
      const base = {
        baseUrl: chance.pick(['http://127.0.0.1:1/v1', 'https://api.example.org/v1']),
        models: chance.pick([[], [{ id: 'some-model', name: 'x' }]]),
      };
      const entry = chance.pick([
        base,
        { ...base, apiKey: 'fake' },
        { ...base, apiKey: '' },
        { ...base, apiKey: ' ' },
        { ...base, apiKey: '${COMPAT_KEY}' },
        { ...base, auth: 'aws-sdk' },
        { ...base, apiKey: 'OPENAI_API_KEY' },
        { ...base, apiKey: 'COMPAT_KEY' },
        { ...base, auth: 'token', apiKey: 'fake' },
        { ...base, auth: 'oauth' },
        { ...base, apiKey: { source: 'env', provider: 'default', id: 'COMPAT_KEY' } },
        { ...base, apiKey: { source: 'env', provider: 'default', id: 'COMPAT_UNSET' } },
        { ...base, apiKey: { source: 'file', provider: 'filed', id: '/key' } },
        { ...base, apiKey: { source: 'store', provider: 'default', id: 'COMPAT_KEY' } },
        { ...base, apiKey: 'ollama-local' },
        { ...base, apiKey: 'secretref-managed' },
        { ...base, apiKey: 'custom-local' },
        { ...base, apiKey: 'anthropic:default' },
      ]);
      config.models = { providers: { [name]: entry } };
      if (chance.often(0.7)) config.agents.defaults.model.primary = `${name}/some-model`;
      if (chance.often(0.3)) shared.profiles[`${name}:default`] = credential(chance, name, now);
      return `${name} ${JSON.stringify(entry)} ${JSON.stringify(config.agents.defaults.model)} ${JSON.stringify(shared.profiles)}`;
    },
    secrets() {
      config.secrets = {
        providers: {
          filed: { source: 'file', path: '$TREE/home/secrets.json', mode: 'json' },
          vaulted: chance.pick([
            { source: 'env' },
            { source: 'env', allowlist: ['COMPAT_KEY'] },
            { source: 'env', allowlist: ['OTHER'] },
          ]),
          runs: { source: 'exec', command: '/bin/true' },
        },
      };
      if (chance.often(0.3)) config.secrets.defaults = { env: 'vaulted' };
      made.files['home/secrets.json'] = { key: 'fake' };
      const entry = credential(chance, 'anthropic', now);
      delete entry['key'];
      delete entry['token'];
      const ref = chance.pick([
        { source: 'env', provider: 'vaulted', id: 'COMPAT_KEY' },
        { source: 'env', provider: 'default', id: 'COMPAT_KEY' },
        { source: 'env', id: 'COMPAT_KEY' },
        { source: 'file', provider: 'filed', id: '/key' },
        { source: 'exec', provider: 'runs', id: 'x' },
        { source: 'env', provider: 'nosuch', id: 'COMPAT_KEY' },
        { source: 'store', provider: 'default', id: 'COMPAT_KEY' },
        { source: 'env', provider: 'default', id: 'COMPAT_UNSET' },
      ]);
      if (entry['type'] === 'token') entry[chance.pick(['tokenRef', 'tokenRef', 'token'])] = ref;
      if (entry['type'] === 'api_key') entry[chance.pick(['keyRef', 'keyRef', 'key'])] = ref;
      shared.profiles = chance.pick([
        { 'anthropic:default': entry },
        { 'anthropic:default': entry, 'anthropic:b': credential(chance, 'anthropic', now) },
      ]);
      return JSON.stringify([config.secrets, shared.profiles]);
    },
    agent() {
      explicit();
      const id = chance.pick(['work', 'ops', 'Work Bot']);
      const entry = chance.pick([
        {},
        {},
        {},
        { model: modelRef() },
        { model: { primary: modelRef(), fallbacks: [] } },
        { model: { fallbacks: [modelRef()] } },
        { utilityModel: modelRef() },
        { agentDir: '$TREE/elsewhere' },
        { models: { 'anthropic/claude-opus-4-6': { agentRuntime: { id: 'claude-cli' } } } },
        { default: true },
      ]);
      config.agents.entries[id] = entry;
      asked.add(id);
      asked.add('main');
      const own = local(id.toLowerCase().replace(/[^a-z0-9_-]+/g, '-'));
      if (chance.often(0.6))
        own.store = {
          version: 1,
          profiles: {
            [chance.pick(['anthropic:default', 'anthropic:own', 'openai:own'])]: credential(
              chance,
              chance.pick(['anthropic', 'anthropic', 'openai']),
              now,
            ),
          },
        };
      if (chance.often(0.5))
        own.state = {
          version: 1,
          usageStats: {
            [chance.pick(['anthropic:default', 'anthropic:own'])]: usage(chance, now, model),
          },
          ...(chance.often(0.3)
            ? {
                order: {
                  anthropic: chance.pick([
                    ['anthropic:own'],
                    [],
                    ['anthropic:default', 'anthropic:own'],
                  ]),
                },
              }
            : {}),
        };
      if (chance.often(0.3))
        sharedState.order = {
          anthropic: chance.pick([['anthropic:default'], ['anthropic:own'], []]),
        };
      return JSON.stringify([config.agents, locals, sharedState]);
    },
    ownMain() {
      const own = local('main');
      own.store = {
        version: 1,
        profiles: {
          [chance.pick(['anthropic:default', 'anthropic:own'])]: credential(
            chance,
            'anthropic',
            now,
          ),
        },
      };
      if (chance.often(0.3)) shared.profiles = {};
      return JSON.stringify(locals);
    },
    agentList() {
      config.agents.list = chance.pick([
        [{ id: 'main' }],
        [{ id: 'main', default: true }, { id: 'ops' }],
        [{ id: 'main' }, { id: 'ops' }],
        [{ id: 'ops', default: true, model: modelRef() }, { id: 'main' }],
        [{ id: 'ops' }],
      ]);
      if (chance.often(0.5))
        local('ops').store = {
          version: 1,
          profiles: { 'anthropic:ops': credential(chance, 'anthropic', now) },
        };
      asked.add('ops');
      return JSON.stringify([config.agents, locals]);
    },
    ownership() {
      owner = chance.pick([
        undefined,
        { location: 'legacy-main' },
        { location: 'state-db' },
        { location: 'odd' },
        'no json',
        null,
      ]);
      if (chance.often(0.7))
        local('main').store = {
          version: 1,
          profiles: { 'anthropic:default': credential(chance, 'anthropic', now) },
        };
      hasState = chance.often(0.7);
      return JSON.stringify([owner, hasState, locals]);
    },
    versions() {
      if (chance.often(0.5)) stateVersion = chance.pick([0, 1, 14, 15, 17, 18, 19]);
      else {
        local('main').userVersion = chance.pick([0, 1, 2, 5, 18, 19, 20, 22, 23, 24]);
        if (chance.often(0.5)) local('main').store = { version: 1, profiles: {} };
      }
      return JSON.stringify([stateVersion, locals]);
    },
    retired() {
      const place = chance.pick([
        'state/agents/main/agent/auth-profiles.json',
        'state/agents/main/agent/auth.json',
        'state/agents/main/agent/auth-state.json',
        'state/credentials/oauth.json',
        'state/agents/work/agent/auth-profiles.json',
        'state/agents/main/agent/auth-profiles.json.migrated-1-x',
        'state/agents/main/agent/auth-profiles.json.sqlite-import.1.bak',
      ]);
      made.files[place] = chance.pick([
        { version: 1, profiles: {} },
        { version: 1, profiles: { 'openai:x': { type: 'api_key', provider: 'openai', key: 'k' } } },
        {},
        '',
        'no json',
        { anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires: 5 } },
      ]);
      return `${place} ${JSON.stringify(made.files[place])}`;
    },
    rows() {
      const text = chance.pick([
        'no json',
        '[]',
        '{}',
        'null',
        '{"version":1,"profiles":[]}',
        '{"version":2,"profiles":{}}',
        '{"profiles":{"anthropic:default":{"type":"token","provider":"anthropic","token":"t"}}}',
        '{"version":1,"profiles":null}',
      ]);
      const place = chance.upTo(3);
      if (place === 0) shared.raw = text;
      if (place === 1) sharedState.raw = text;
      if (place === 2) local('main').store = text;
      if (place === 3)
        Object.assign(local('main'), { store: { version: 1, profiles: {} }, state: text });
      return `${place} ${text}`;
    },
    fence() {
      const failed = chance.pick(['', 'failed:']);
      const mark = (/** @type {string} */ kind) =>
        `openclaw-oauth-refresh-fence:v1:${'a'.repeat(32)}:${failed}${kind}:${'b'.repeat(64)}`;
      const entry = /** @type {any} */ ({
        type: 'oauth',
        provider: 'anthropic',
        access: mark('access'),
        refresh: mark('refresh'),
        expires: 1,
      });
      shared.profiles['anthropic:default'] = chance.pick([
        entry,
        entry,
        { ...entry, expires: 2 },
        { ...entry, refresh: 'plain' },
        { ...entry, access: `${entry.access} ` },
      ]);
      if (chance.often(0.3)) shared.profiles['anthropic:b'] = credential(chance, 'anthropic', now);
      return JSON.stringify(shared.profiles);
    },
    logins() {
      const place = chance.pick([
        'home/.claude/.credentials.json',
        'home/.codex/auth.json',
        'home/.minimax/oauth_creds.json',
        'home/.gemini/oauth_creds.json',
      ]);
      made.files[place] = {
        claudeAiOauth: { accessToken: 'a', refreshToken: 'r', expiresAt: now + 3_600_000 },
        tokens: { access_token: 'a', refresh_token: 'r' },
        access_token: 'a',
        refresh_token: 'r',
        expiry_date: expiry(chance, now),
      };
      if (place.includes('minimax')) config.agents.defaults.model.primary = 'minimax-portal/m2';
      if (place.includes('codex')) config.agents.defaults.model.primary = 'openai/gpt-5.5';
      return `${place} ${JSON.stringify(config.agents.defaults.model)}`;
    },
    oddConfig() {
      const [path, value] = chance.pick(
        /** @type {[string, unknown][]} */ ([
          ['agents.defaults.model', { primary: 5 }],
          ['agents.defaults.model', { primary: 'anthropic/x', odd: 1 }],
          ['agents.list', {}],
          ['auth.cooldowns', { billingBackoffHours: 0 }],
          ['auth.cooldowns', { odd: 1 }],
          ['auth.odd', 1],
          ['env', 'x'],
          ['models', { mode: 'odd' }],
          ['models', { mode: 'merge' }],
          ['odd', 1],
          ['gateway', { port: 'x' }],
          ['gateway', { port: 18789 }],
          ['agents.defaults.models', []],
          ['agents.defaults.models', { 'anthropic/x': { odd: 1 } }],
          ['meta', { lastTouchedVersion: '2026.9.6' }],
          ['meta', { lastTouchedVersion: '2027.1.1' }],
          ['agents.defaults.odd', 1],
          ['agents.defaults.workspace', '$TREE/home/ws'],
          ['env.vars', { A: 5 }],
          ['env.A', 5],
          ['auth.order', { anthropic: 'x' }],
          ['plugins', { enabled: false }],
          ['plugins', { deny: ['anthropic'] }],
          ['plugins', { allow: ['openai'] }],
          ['plugins', { entries: { anthropic: { enabled: false } } }],
          ['agents.ownership', 'explicit'],
          ['agents.ownership', 'odd'],
          ['agents.entries', { main: { odd: 1 } }],
          ['agents.entries', {}],
          ['agents.entries', { work: {} }],
          ['agents.entries', { work: {}, main: {} }],
          ['agents.defaults.systemAgent', { agentId: 'nosuch' }],
          ['secrets', { providers: { default: { source: 'env' } } }],
          ['secrets', { odd: 1 }],
          ['agents.defaults.imageModel', 5],
          ['agents.defaults.model', 5],
          ['agents.defaults.model', null],
          ['auth.order', { anthropic: [] }],
          ['logging', { level: 'debug' }],
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
        '$TREE/state/agents/work/agent',
        '~/own',
        '$TREE/none',
      ]);
      local('work').store = {
        version: 1,
        profiles: { 'anthropic:default': credential(chance, 'anthropic', now) },
      };
      asked.add('main');
      return JSON.stringify([made.env, locals]);
    },
  };
  const names = Object.keys(edits);
  for (let count = 1 + chance.upTo(2); count > 0; count -= 1) {
    const name = chance.pick(names);
    if (
      ['provider', 'keyFor', 'profile', 'openai', 'providers', 'logins'].includes(name) &&
      typeof config.agents.defaults.model !== 'object'
    )
      continue;
    made.note.push(`${name}: ${edits[name]?.() ?? ''}`);
  }
  if (chance.often(0.15)) asked.add('nope');
  made.agents = [...asked];
  if (chance.often(0.97)) made.files['state/openclaw.json'] = config;
  if (hasState) {
    made.databases['state/state/openclaw.sqlite'] = {
      kind: 'state',
      ...(stateVersion === undefined ? {} : { userVersion: stateVersion }),
      rows: {
        owner,
        store: shared.raw ?? { version: 1, profiles: shared.profiles },
        state:
          sharedState.raw ??
          (Object.keys(sharedState).length > 0 ? { version: 1, ...sharedState } : undefined),
      },
    };
  }
  for (const [agentId, { userVersion, ...rows }] of Object.entries(locals)) {
    made.databases[`state/agents/${agentId}/agent/openclaw-agent.sqlite`] = {
      kind: 'agent',
      agentId,
      rows,
      ...(userVersion === undefined ? {} : { userVersion }),
    };
  }
  made.env['COMPAT_KEY'] ??= 'fake';
  return made;
}
