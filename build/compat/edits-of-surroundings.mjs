// What a case may change about what lies around OpenClaw and between agents: servers, clouds, other names, logins.
// @ts-check
import { credential, expiry } from './credentials.mjs';
import { defaultModel, localOf } from './draft.mjs';
import { BORROWED } from './names.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */

const LOGIN = 'application_default_credentials.json';

/** @type {Record<string, (draft: Draft) => unknown>} */
export const edits = {
  server(draft) {
    const { base, chance, config, now } = draft;
    const name = chance.pick(['ollama', 'lmstudio', 'vllm', 'acme', 'claude-cli', 'anthropic']);
    const host = chance.pick(['127.0.0.1', 'localhost', 'box.local', '10.1.2.3', '[::1]', 'box']);
    const entry = {
      baseUrl: `http://${host}:1/v1`,
      models: chance.pick([[], [{ id: 'some-model', name: 'x' }]]),
      ...chance.pick([{}, { api: 'openai-completions' }, { api: 'ollama' }]),
      ...chance.pick([
        {},
        { apiKey: 'custom-local' },
        { apiKey: 'ollama-local' },
        { apiKey: '' },
        { apiKey: 'fake' },
      ]),
    };
    config.models = {
      providers: { ...(chance.often(0.2) ? { [name.toUpperCase()]: {} } : {}), [name]: entry },
    };
    defaultModel(draft).primary = `${name}/some-model`;
    if (chance.often(0.3)) base.profiles[`${name}:default`] = credential(chance, name, now);
    return [name, entry];
  },
  cloud(draft) {
    const { chance, config, env, files } = draft;
    const name = chance.pick(['google-vertex', 'google-vertex', 'amazon-bedrock']);
    defaultModel(draft).primary = `${name}/some-model`;
    const place = chance.pick([`home/.config/gcloud/${LOGIN}`, `home/gc/${LOGIN}`, 'home/none']);
    files[place] = {};
    Object.assign(
      env,
      chance.pick([{}, { GOOGLE_CLOUD_PROJECT: 'p' }, { GCLOUD_PROJECT: 'p' }]),
      chance.pick([{ GOOGLE_CLOUD_LOCATION: 'l' }, { GOOGLE_CLOUD_LOCATION: 'l' }, {}]),
      chance.pick([{}, { CLOUDSDK_CONFIG: '$TREE/home/gc' }]),
      chance.pick([{}, {}, { GOOGLE_APPLICATION_CREDENTIALS: `$TREE/home/gc/${LOGIN}` }]),
      chance.pick([{}, {}, { AWS_PROFILE: 'p' }, { AWS_BEARER_TOKEN_BEDROCK: 'b' }]),
    );
    if (chance.often(0.3)) {
      const entry = {
        baseUrl: 'https://x.example.org',
        models: [],
        ...chance.pick([{}, { api: 'openai-completions' }, { apiKey: 'gcp-vertex-credentials' }]),
      };
      config.models = { providers: { [name]: entry } };
    }
    return [name, place];
  },
  otherName(draft) {
    const { base, chance, config, env, now } = draft;
    const [name = '', payer = ''] = chance.pick(BORROWED);
    const [asked, stored] = chance.often(0.7) ? [name, payer] : [payer, name];
    defaultModel(draft).primary = `${asked}/some-model`;
    base.profiles[`${stored}:default`] = credential(chance, stored, now);
    if (chance.often(0.2)) delete base.profiles[`${stored}:default`];
    if (chance.often(0.2)) env[`${payer.toUpperCase().replaceAll('-', '_')}_API_KEY`] = 'fake';
    if (chance.often(0.3)) {
      (config.auth ??= {}).order = { [chance.pick([name, payer])]: [`${stored}:default`] };
    }
    if (chance.often(0.2)) {
      const entry = { baseUrl: 'https://x.example.org', apiKey: 'fake', models: [] };
      config.models = { providers: { [chance.pick([name, payer])]: entry } };
    }
    return [asked, stored];
  },
  ownPrograms(draft) {
    const { base, chance, files, now } = draft;
    const name = chance.pick(['minimax-portal', 'minimax', 'minimax-cli']);
    const id = chance.pick(['minimax-portal:minimax-cli', `${name}:default`]);
    defaultModel(draft).primary = `${name}/some-model`;
    base.profiles[id] = {
      type: 'oauth',
      provider: name,
      access: 'old',
      refresh: 'old',
      expires: expiry(chance, now),
      ...(chance.often(0.2) ? { email: 'user@example.org' } : {}),
    };
    if (chance.often(0.6)) {
      files['home/.minimax/oauth_creds.json'] = {
        access_token: 'fake',
        refresh_token: 'fake',
        expiry_date: expiry(chance, now),
      };
    }
    return [name, id];
  },
};

/** Of SQLite alone. @type {Record<string, (draft: Draft) => unknown>} */
export const sqliteEdits = {
  ownLogin(draft) {
    const { base, chance, now, usage: stats } = draft;
    const login = () => ({
      type: 'oauth',
      provider: 'anthropic',
      access: 'a',
      refresh: 'r',
      expires: expiry(chance, now),
      ...chance.pick([
        {},
        {},
        { email: 'a@example.org' },
        { email: 'B@example.org' },
        { accountId: '1' },
      ]),
    });
    base.profiles = { 'anthropic:fresh': { ...login(), expires: now + 864_000_000 } };
    if (chance.often(0.4)) base.profiles['anthropic:other'] = login();
    if (chance.often(0.3)) base.profiles['anthropic:default'] = login();
    const id = chance.often(0.8) ? 'anthropic:default' : 'anthropic:own';
    const own = localOf(draft, 'main');
    own.store = { version: 1, profiles: { [id]: login() } };
    const order = chance.pick([[id], ['anthropic:fresh', id], [id, 'anthropic:other']]);
    if (chance.often(0.3)) stats.order = { anthropic: order };
    if (chance.often(0.3)) own.state = { version: 1, order: { anthropic: order } };
  },
  secretFile(draft) {
    const { chance, config, files } = draft;
    const isSingle = chance.often(0.3);
    const id = isSingle ? 'value' : chance.pick(['/key', '/key', '/a/1', '/a~1b', '/', '/~2']);
    const content = chance.pick([
      { key: 'fake', a: ['x', 'fake'], 'a/b': 'fake', '': 'fake' },
      { key: ' ', a: [5], 'a/b': {} },
      '["fake"]',
      'fake\n',
      '',
      '\uFEFF{"key":"fake"}',
    ]);
    files['home/s.json'] = content;
    const filed = {
      source: 'file',
      path: chance.pick(['$TREE/home/s.json', '~/s.json', 's.json', '~/none.json']),
      ...(isSingle ? { mode: 'singleValue' } : {}),
      ...(chance.often(0.1) ? { maxBytes: 8 } : {}),
    };
    config.secrets = { providers: { filed } };
    const entry = {
      baseUrl: 'https://api.example.org/v1',
      models: [],
      apiKey: { source: 'file', provider: 'filed', id },
    };
    config.models = { providers: { acme: entry } };
    if (chance.often(0.6)) defaultModel(draft).primary = 'acme/some-model';
    return [id, filed, content];
  },
};
