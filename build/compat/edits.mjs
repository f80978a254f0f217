// What a case may change in any era: credentials, models, keys, usage, orders, agents.
// @ts-check
import { credential, malformed, reference, usage } from './credentials.mjs';
import { defaultModel, MODEL, modelName } from './draft.mjs';
import { OPENAI_MODELS, PROVIDERS, SERVED, VARIABLES } from './names.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */

const OPENCLAW_RUNTIME = { agentRuntime: { id: 'openclaw' } };

/** @param {Draft} draft */
function someProvider({ chance, era }) {
  return chance.often(0.6) ? 'anthropic' : chance.pick(PROVIDERS[era]);
}

/** Each changes the draft and says what decides. @type {Record<string, (draft: Draft) => unknown>} */
export const edits = {
  profile(draft) {
    const { chance, base, now } = draft;
    const name = someProvider(draft);
    const ids = [`${name}:default`, `${name}:manual`, 'anthropic:default', 'anthropic:b'];
    const odd = ['odd id', '__proto__', 'constructor', 'anthropic:claude-cli', 'a:b:c'];
    const id = chance.often(0.85) ? chance.pick(ids) : chance.pick(odd);
    const entry = credential(chance, name, now);
    Object.defineProperty(base.profiles, id, {
      value: entry,
      enumerable: true,
      writable: true,
      configurable: true,
    });
    if (name !== 'anthropic' && chance.often(0.5))
      defaultModel(draft).primary = `${name}/some-model`;
    return [id, entry];
  },
  onlyProfile({ base, chance, now }) {
    base.profiles = { 'anthropic:default': credential(chance, 'anthropic', now) };
  },
  twoProfiles({ base, chance, now }) {
    base.profiles = {
      'anthropic:a': credential(chance, 'anthropic', now),
      'anthropic:b': credential(chance, 'anthropic', now),
    };
  },
  openai(draft) {
    const { chance, base, config, now } = draft;
    const name = chance.pick(OPENAI_MODELS);
    defaultModel(draft).primary = `openai/${name}`;
    if (chance.often(0.6)) config.agents.defaults.models = { [`openai/${name}`]: OPENCLAW_RUNTIME };
    base.profiles['openai:default'] = credential(chance, 'openai', now);
    if (chance.often(0.4)) base.profiles['openai:b'] = credential(chance, 'openai', now);
    if (chance.often(0.2)) delete base.profiles['openai:default'];
    if (chance.often(0.2)) draft.env['OPENAI_API_KEY'] = 'fake';
    if (chance.often(0.3)) {
      config.models = {
        providers: {
          openai: {
            baseUrl: chance.pick([
              'https://api.openai.com/v1',
              'https://proxy.example.org/v1',
              'http://127.0.0.1:1',
              'https://chatgpt.com/backend-api',
              'odd',
              '',
            ]),
            models: chance.pick([[], [{ id: name, name: 'x' }]]),
            ...chance.pick([
              {},
              { api: 'openai-completions' },
              { api: 'openai-responses' },
              { api: 'openai-chatgpt-responses' },
            ]),
            ...chance.pick([
              {},
              {},
              { apiKey: 'fake' },
              { auth: 'oauth' },
              { auth: 'api-key', apiKey: 'fake' },
              { headers: { a: 'b' } },
            ]),
          },
        },
      };
    }
  },
  malformed({ base, chance }) {
    base.profiles['anthropic:odd'] = malformed(chance, 'anthropic');
    if (chance.often(0.4)) delete base.profiles['anthropic:default'];
  },
  provider(draft) {
    defaultModel(draft).primary = modelName(draft);
  },
  modelText(draft) {
    draft.config.agents.defaults.model = modelName(draft);
  },
  fallbacks(draft) {
    defaultModel(draft).fallbacks = [modelName(draft), modelName(draft)];
  },
  image(draft) {
    const { chance, config } = draft;
    config.agents.defaults.imageModel = chance.pick([
      { primary: modelName(draft) },
      { fallbacks: [modelName(draft)] },
      { primary: modelName(draft), fallbacks: [modelName(draft)] },
      modelName(draft),
    ]);
  },
  models(draft) {
    const { chance, config } = draft;
    const runtime = chance.pick([
      'openclaw',
      'claude-cli',
      'codex',
      'auto',
      'default',
      'google-gemini-cli',
      'nosuch',
    ]);
    const entry = chance.pick([
      {},
      { alias: 'opus' },
      { alias: 'some-model' },
      { alias: 'openai/x' },
      { agentRuntime: { id: runtime } },
    ]);
    config.agents.defaults.models = {
      [chance.pick([`anthropic/${MODEL}`, modelName(draft), 'anthropic/*'])]: entry,
      ...(chance.often(0.3) ? { 'openai/gpt-5': {} } : {}),
    };
  },
  noModel({ base, chance, config, now }) {
    delete config.agents.defaults.model;
    if (chance.often(0.5)) base.profiles['openai:default'] = credential(chance, 'openai', now);
  },
  key({ base, chance, config, env, files, now }) {
    const name = chance.often(0.4) ? 'ANTHROPIC_API_KEY' : chance.pick(VARIABLES);
    const value = chance.pick(['fake', 'fake', 'fake', ' ', '', '${COMPAT_KEY}', '"']);
    const places = {
      env: () => (env[name] = value),
      stateFile: () => (files['state/.env'] = `${name}=${value}\n`),
      exported: () => (files['state/.env'] = `# x\nexport ${name}='${value}' # y\n`),
      inline: () => ((config.env ??= {})[name] = value),
      vars: () => (((config.env ??= {}).vars ??= {})[name] = value),
      cwd: () => (files['home/.env'] = `${name}="${value}"\n`),
      gateway: () => (files['home/.config/openclaw/gateway.env'] = `${name}=${value}\n`),
      shell: () => ((config.env ??= {}).shellEnv = { enabled: false }),
    };
    const place = chance.pick(/** @type {(keyof typeof places)[]} */ (Object.keys(places)));
    places[place]();
    const other = { 'anthropic:x': credential(chance, 'anthropic', now) };
    base.profiles = chance.pick([base.profiles, base.profiles, {}, {}, other]);
    return [place, name, value];
  },
  keyFor(draft) {
    const [name = '', variable = ''] = draft.chance.pick(SERVED);
    defaultModel(draft).primary = `${name}/some-model`;
    draft.env[variable] = 'fake';
  },
  usage({ base, chance, now, usage: stats }) {
    const known = Object.keys(base.profiles);
    const id = chance.pick([...known, ...known, 'gone:profile', 'inline-api-key:anthropic']);
    (stats.usageStats ??= {})[id] = usage(chance, now, MODEL);
  },
  order({ base, chance, config, now, usage: stats }) {
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
    base.profiles['anthropic:a'] = credential(chance, 'anthropic', now);
    base.profiles['anthropic:b'] = credential(chance, 'anthropic', now);
    const name = chance.pick(['anthropic', 'anthropic', 'Anthropic', 'openai']);
    const place = chance.upTo(2);
    if (place !== 1) (stats.order ??= {})[name] = ids;
    if (place !== 0) {
      ((config.auth ??= {}).order ??= {})[name] = chance.often(0.5) ? ids : ['anthropic:a'];
    }
  },
  declared({ chance, config }) {
    const entry = {
      provider: chance.pick(['anthropic', 'anthropic', 'openai']),
      mode: chance.pick(['oauth', 'token', 'api_key', 'aws-sdk', 'odd']),
    };
    const id = chance.pick(['anthropic:default', 'anthropic:default', 'anthropic:other']);
    ((config.auth ??= {}).profiles ??= {})[id] = {
      ...entry,
      ...chance.pick([{}, {}, { email: 'a@example.org' }, { odd: 1 }, { displayName: 'x' }]),
    };
  },
  providers(draft) {
    const { base, chance, config, era, now } = draft;
    const name = chance.pick([...PROVIDERS[era], 'anthropic', 'acme']);
    const key = chance.pick([
      undefined,
      'fake',
      '',
      ' ',
      '${COMPAT_KEY}',
      'OPENAI_API_KEY',
      'COMPAT_KEY',
      'ollama-local',
      'secretref-managed',
      'custom-local',
      'anthropic:default',
      ...(era === 'json' ? [] : [reference(chance), reference(chance)]),
    ]);
    const entry = {
      baseUrl: chance.pick(['http://127.0.0.1:1/v1', 'https://api.example.org/v1']),
      models: chance.pick([[], [{ id: 'some-model', name: 'x' }]]),
      ...(key === undefined ? {} : { apiKey: key }),
      ...chance.pick([
        {},
        {},
        {},
        { auth: 'aws-sdk' },
        { auth: 'oauth' },
        { auth: 'token' },
        { api: 'openai-completions' },
      ]),
    };
    config.models = { providers: { [name]: entry } };
    if (chance.often(0.7)) defaultModel(draft).primary = `${name}/some-model`;
    if (chance.often(0.3)) base.profiles[`${name}:default`] = credential(chance, name, now);
    return [name, entry];
  },
};
