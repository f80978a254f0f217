// What a case may change in one era only: what its stores can hold, and what its config schema refuses.
// @ts-check
import { credential, expiry } from './credentials.mjs';
import { defaultModel, localOf, modelName } from './draft.mjs';
import { ODD_FIELDS, ODD_FIELDS_SQLITE } from './odd-fields.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */

/** @param {any} config @param {string} path @param {unknown} value */
function put(config, path, value) {
  const keys = path.split('.');
  let at = config;
  for (const key of keys.slice(0, -1))
    at = at[key] = typeof at[key] === 'object' && at[key] !== null ? at[key] : {};
  at[keys.at(-1) ?? ''] = value;
}

/** @type {Record<string, (draft: Draft) => unknown>} */
const both = {
  oddField({ chance, config, era }) {
    const [path, value] = chance.pick(
      era === 'json' ? ODD_FIELDS : [...ODD_FIELDS, ...ODD_FIELDS_SQLITE],
    );
    put(config, path, value);
    return [path, value];
  },
};

/** @type {Record<string, (draft: Draft) => unknown>} */
export const jsonEdits = {
  ...both,
  legacy(draft) {
    const { chance, files, now } = draft;
    const place = chance.pick([
      'state/agents/main/agent/auth.json',
      'state/credentials/oauth.json',
      'state/agents/ops/agent/auth.json',
    ]);
    const expires = expiry(chance, now);
    files[place] = chance.pick([
      { anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires } },
      { anthropic: { access: 'a', refresh: 'r', expires } },
      { anthropic: { access: 'a', expires } },
      { openai: { type: 'api_key', key: 'k' }, anthropic: { type: 'token', token: 't', expires } },
      { profiles: {} },
      'no json',
      [],
      { anthropic: 5 },
      { anthropic: { type: 'api_key', key: 'k', provider: 'openai' } },
    ]);
    if (chance.often(0.7)) draft.base = chance.pick([undefined, undefined, '', '{"version":1']);
    return [place, files[place], draft.base];
  },
  storeText(draft) {
    const { chance, base } = draft;
    const text = JSON.stringify({ version: 1, ...base });
    draft.base = chance.pick([
      '',
      '{',
      '[]',
      '{}',
      'null',
      '5',
      '{"profiles":[]}',
      '{"profiles":null}',
      '{"profiles":"x"}',
      '{"version":"x","profiles":{}}',
      `\uFEFF${text}`,
      `// x\n${text}`,
      text.slice(0, -3),
      `${text},`,
      text.replace(
        '"anthropic:default":',
        '"anthropic:default":{"type":"token","provider":"anthropic","token":"t","expires":1},"anthropic:default":',
      ),
      `{"profiles":[{"type":"token","provider":"anthropic","token":"t","expires":1}]}`,
      text.replace('"profiles"', '"profiles":{},"profiles"'),
      text.replace('"version":1', '"version":"1","usageStats":[],"order":5,"lastGood":null'),
    ]);
    return draft.base;
  },
};

/** @type {Record<string, (draft: Draft) => unknown>} */
export const sqliteEdits = {
  ...both,
  utility(draft) {
    const { chance, config } = draft;
    config.agents.defaults.utilityModel = chance.pick([
      modelName(draft),
      modelName(draft),
      modelName(draft),
      '',
      ' ',
      'off',
      null,
      false,
    ]);
  },
  ownMain(draft) {
    const { base, chance, now } = draft;
    const id = chance.pick(['anthropic:default', 'anthropic:own']);
    localOf(draft, 'main').store = {
      version: 1,
      profiles: { [id]: credential(chance, 'anthropic', now) },
    };
    if (chance.often(0.3)) base.profiles = {};
  },
  agentList(draft) {
    const { chance, config, now } = draft;
    config.agents.list = chance.pick([
      [{ id: 'main' }],
      [{ id: 'main', default: true }, { id: 'ops' }],
      [{ id: 'main' }, { id: 'ops' }],
      [{ id: 'ops', default: true, model: modelName(draft) }, { id: 'main' }],
      [{ id: 'ops' }],
    ]);
    if (chance.often(0.5)) {
      localOf(draft, 'ops').store = {
        version: 1,
        profiles: { 'anthropic:ops': credential(chance, 'anthropic', now) },
      };
    }
    draft.asked.add('ops');
  },
  ownership(draft) {
    const { chance, now, shared } = draft;
    shared.owner = chance.pick([
      undefined,
      { location: 'legacy-main' },
      { location: 'state-db' },
      { location: 'odd' },
      'no json',
      null,
    ]);
    if (chance.often(0.7)) {
      localOf(draft, 'main').store = {
        version: 1,
        profiles: { 'anthropic:default': credential(chance, 'anthropic', now) },
      };
    }
    shared.exists = chance.often(0.7);
    return shared;
  },
  versions(draft) {
    const { chance, shared } = draft;
    if (chance.often(0.5)) shared.userVersion = chance.pick([0, 1, 14, 15, 17, 18, 19]);
    else {
      const own = localOf(draft, chance.pick(['main', 'main', 'work']));
      own.userVersion = chance.pick([0, 1, 2, 5, 16, 17, 18, 19, 20, 22, 23, 24]);
      if (chance.often(0.5)) own.store = { version: 1, profiles: {} };
    }
    return [shared.userVersion, draft.locals];
  },
  retired({ chance, files }) {
    const place = chance.pick([
      'state/agents/main/agent/auth-profiles.json',
      'state/agents/main/agent/auth.json',
      'state/agents/main/agent/auth-state.json',
      'state/credentials/oauth.json',
      'state/agents/work/agent/auth-profiles.json',
      'state/agents/main/agent/auth-profiles.json.migrated-1-x',
      'state/agents/main/agent/auth-profiles.json.sqlite-import.1.bak',
    ]);
    files[place] = chance.pick([
      { version: 1, profiles: {} },
      { version: 1, profiles: { 'openai:x': { type: 'api_key', provider: 'openai', key: 'k' } } },
      {},
      '',
      'no json',
      { anthropic: { type: 'oauth', access: 'a', refresh: 'r', expires: 5 } },
    ]);
    return [place, files[place]];
  },
  rows(draft) {
    const { chance } = draft;
    const text = chance.pick([
      'no json',
      '[]',
      '{}',
      'null',
      '{"version":1,"profiles":[]}',
      '{"version":2,"profiles":{}}',
      '{"profiles":{"anthropic:default":{"type":"token","provider":"anthropic","token":"t"}}}',
      '{"version":1,"profiles":null}',
      '{"version":1,"usageStats":[]}',
    ]);
    const place = chance.upTo(3);
    if (place === 0) draft.base = text;
    if (place === 1) draft.usage = text;
    if (place === 2) localOf(draft, 'main').store = text;
    if (place === 3)
      Object.assign(localOf(draft, 'main'), { store: { version: 1, profiles: {} }, state: text });
    return [place, text];
  },
  fence({ base, chance, now }) {
    const failed = chance.pick(['', 'failed:']);
    const mark = (/** @type {string} */ kind) =>
      `openclaw-oauth-refresh-fence:v1:${'a'.repeat(32)}:${failed}${kind}:${'b'.repeat(64)}`;
    const entry = {
      type: 'oauth',
      provider: 'anthropic',
      access: mark('access'),
      refresh: mark('refresh'),
      expires: 1,
    };
    base.profiles['anthropic:default'] = chance.pick([
      entry,
      entry,
      { ...entry, expires: 2 },
      { ...entry, refresh: 'plain' },
      { ...entry, access: `${entry.access} ` },
    ]);
    if (chance.often(0.3)) base.profiles['anthropic:b'] = credential(chance, 'anthropic', now);
    return base.profiles;
  },
  inLog(draft) {
    draft.inLog = true;
  },
  pinned(draft) {
    const { base, chance, now } = draft;
    defaultModel(draft).primary =
      `anthropic/claude-opus-4-6@${chance.pick(['anthropic:a', 'anthropic:b', 'gone', '20250101', 'q4_0'])}`;
    base.profiles = {
      'anthropic:a': credential(chance, 'anthropic', now),
      'anthropic:b': credential(chance, 'anthropic', now),
    };
  },
};
