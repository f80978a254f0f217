// What a case may change about files: where they lie, how they are written, what they include.
// @ts-check
import { credential } from './credentials.mjs';
import { localOf, modelName } from './draft.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */

/** @type {Record<string, (draft: Draft) => unknown>} */
export const edits = {
  place(draft) {
    const { chance, env } = draft;
    const [stateDir, given, configPath] = chance.pick(
      /** @type {[string, Record<string, string>, string | null][]} */ ([
        ['home/.openclaw', {}, null],
        ['home/.openclaw', { OPENCLAW_PROFILE: 'work' }, null],
        ['home/.openclaw-work', { OPENCLAW_PROFILE: 'work' }, null],
        ['home/.clawdbot', {}, null],
        ['home/.clawdbot', {}, 'home/.clawdbot/clawdbot.json'],
        ['home/.moltbot', {}, 'home/.moltbot/moltbot.json'],
        ['home/alt/.openclaw', { OPENCLAW_HOME: '$TREE/home/alt' }, null],
        ['home/alt/.openclaw', { OPENCLAW_HOME: '~/alt' }, null],
        ['home/s', { OPENCLAW_STATE_DIR: '~/s' }, null],
        ['home/s', { OPENCLAW_STATE_DIR: ' $TREE/home/s ' }, null],
        ['home/s', { OPENCLAW_STATE_DIR: 's' }, null],
        ['home/s', { CLAWDBOT_STATE_DIR: '$TREE/home/s' }, null],
        ['home/s', { CLAWDBOT_STATE_DIR: '$TREE/home/s' }, 'home/.openclaw/openclaw.json'],
        ['home/s', { OPENCLAW_STATE_DIR: '$TREE/home/s' }, 'home/.clawdbot/openclaw.json'],
        ['home/s', { OPENCLAW_STATE_DIR: '$TREE/home/s' }, 'home/s/clawdbot.json'],
        ['home/s', { MOLTBOT_STATE_DIR: '$TREE/home/s' }, null],
        ['home/s', { OPENCLAW_STATE_DIR: '' }, null],
        [
          'home/s',
          { OPENCLAW_STATE_DIR: '$TREE/home/s', OPENCLAW_CONFIG_PATH: '~/my.json' },
          'home/my.json',
        ],
        [
          'home/s',
          { OPENCLAW_STATE_DIR: '$TREE/home/s', CLAWDBOT_CONFIG_PATH: '$TREE/home/my.json' },
          'home/my.json',
        ],
        [
          'home/s',
          { OPENCLAW_STATE_DIR: '$TREE/home/s', OPENCLAW_CONFIG_PATH: '$TREE/home/none.json' },
          null,
        ],
        ['home/.openclaw', { OPENCLAW_CONFIG_PATH: 'my.json' }, 'home/my.json'],
      ]),
    );
    draft.stateDir = null;
    Object.assign(env, given);
    draft.configPath = configPath ?? `${stateDir}/openclaw.json`;
    draft.moveTo = stateDir;
    return [stateDir, given, draft.configPath];
  },
  configText(draft) {
    const { chance, config } = draft;
    const text = JSON.stringify(config);
    draft.configText = chance.pick([
      `// comment\n${text.replace(/"(\w+)":/g, '$1:').replace(/}$/, ',}')}`,
      `\uFEFF${text}`,
      `${text}garbage`,
      text.slice(0, -1),
      '',
      ' ',
      '[]',
      'null',
      '"x"',
      text.replace('{', '{"agents":{},'),
      `${text.slice(0, -1)},"agents":{"defaults":{}}}`,
      text.replace('anthropic', '\\u0061nthropic'),
    ]);
    return draft.configText;
  },
  include(draft) {
    const { chance, config, files } = draft;
    const dir = draft.configPath.replace(/\/[^/]*$/, '');
    const more = {
      agents: { defaults: { model: { primary: modelName(draft), fallbacks: [modelName(draft)] } } },
    };
    files[`${dir}/more.json`] = chance.pick([
      more,
      more,
      JSON.stringify(more).replace('{', '{ // x\n'),
      '{',
      '[]',
      '"x"',
      { $include: './more.json' },
      { $include: 'deep/d.json' },
      { env: { ANTHROPIC_API_KEY: 'fake' } },
    ]);
    files[`${dir}/deep/d.json`] = chance.pick([more, { $include: '../more2.json' }]);
    files[`${dir}/more2.json`] = { auth: { order: { anthropic: ['anthropic:default'] } } };
    const wanted = chance.pick([
      './more.json',
      'more.json',
      ['more.json', 'more2.json'],
      ['./more.json'],
      [],
      '',
      5,
      [5],
      'none.json',
      `$TREE/${dir}/more.json`,
      '../outside.json',
      { a: 1 },
      'more.json ',
      '${COMPAT_FILE}',
    ]);
    files[`${dir}/../outside.json`] = more;
    draft.env['COMPAT_FILE'] = 'more.json';
    const place = chance.upTo(3);
    if (place === 0) config.$include = wanted;
    if (place === 1) config.agents.$include = wanted;
    if (place === 2) draft.config = { ...config, agents: { $include: wanted } };
    if (place === 3) draft.config = { $include: wanted };
    return [place, wanted, files[`${dir}/more.json`]];
  },
  substitution(draft) {
    const { chance, config, env } = draft;
    if (chance.often(0.5))
      env['MODEL'] = chance.pick(['anthropic/claude-opus-4-6', 'openrouter/x', '', ' ']);
    const text = chance.pick([
      '${MODEL}',
      '$${MODEL}',
      '${model}',
      '${MODEL',
      'a${MODEL}b',
      '${MODEL}${MODEL}',
      '${ MODEL }',
      '$MODEL',
      '${1MODEL}',
      '$$${MODEL}',
      '${MODEL:-x}',
    ]);
    const place = chance.upTo(3);
    if (place === 0) config.agents.defaults.model = { primary: text };
    if (place === 1)
      config.models = {
        providers: { anthropic: { baseUrl: 'https://api.example.org', models: [], apiKey: text } },
      };
    if (place === 2) config.env = { ANTHROPIC_API_KEY: text };
    if (place === 3) config.gateway = { auth: { token: text } };
    return [place, text, env['MODEL']];
  },
  linked(draft) {
    const { chance, links, now } = draft;
    localOf(draft, 'work').store = {
      version: 1,
      profiles: { 'anthropic:default': credential(chance, 'anthropic', now) },
    };
    const kind = chance.upTo(2);
    if (kind === 0) links['state/agents/main/agent'] = '../work/agent';
    if (kind === 1) links['state/agents/main'] = 'work';
    if (kind === 2) links['state/agents/ops'] = 'nowhere';
    return kind;
  },
  secrets(draft) {
    const { base, chance, config, files, now } = draft;
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
      ...(chance.often(0.3) ? { defaults: { env: 'vaulted' } } : {}),
    };
    files['home/secrets.json'] = { key: 'fake' };
    const type = chance.pick(['token', 'api_key']);
    const at =
      type === 'token'
        ? chance.pick(['tokenRef', 'tokenRef', 'token'])
        : chance.pick(['keyRef', 'keyRef', 'key']);
    const source = chance.pick(['env', 'env', 'file', 'exec', 'store']);
    const provider = {
      env: chance.pick(['vaulted', 'default', 'nosuch', undefined]),
      file: 'filed',
      exec: 'runs',
      store: 'default',
    }[source];
    const id =
      source === 'file'
        ? chance.pick(['/key', 'value', 'key'])
        : chance.pick(['COMPAT_KEY', 'COMPAT_KEY', 'COMPAT_UNSET', 'lower']);
    base.profiles = {
      'anthropic:default': {
        type,
        provider: 'anthropic',
        [at]: { source, ...(provider ? { provider } : {}), id },
      },
      ...(chance.often(0.5) ? { 'anthropic:b': credential(chance, 'anthropic', now) } : {}),
    };
    return [config.secrets, base.profiles];
  },
};
