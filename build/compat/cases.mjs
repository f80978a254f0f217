// Makes state directories of either era, each a healthy one with a few things changed.
// @ts-check
import { createDraft } from './draft.mjs';
import { edits } from './edits.mjs';
import { edits as agentEdits } from './edits-of-agents.mjs';
import { jsonEdits, sqliteEdits } from './edits-of-eras.mjs';
import { edits as fileEdits } from './edits-of-files.mjs';
import {
  edits as aroundEdits,
  sqliteEdits as aroundSqliteEdits,
} from './edits-of-surroundings.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */
/** @typedef {import('./tree.mjs').Case} Case */

const OF_ERA = {
  json: Object.entries({ ...edits, ...agentEdits, ...fileEdits, ...aroundEdits, ...jsonEdits }),
  sqlite: Object.entries({
    ...edits,
    ...agentEdits,
    ...fileEdits,
    ...aroundEdits,
    ...aroundSqliteEdits,
    ...sqliteEdits,
  }),
};

/**
 * One case.
 * @param {import('./names.mjs').Era} era
 * @param {import('./chance.mjs').Chance} chance
 * @param {number} now
 * @param {RegExp} wanted only edits of such a name
 * @returns {Case}
 */
export function createCase(era, chance, now, wanted) {
  const draft = createDraft(era, chance, now);
  const choices = OF_ERA[era].filter(([name]) => wanted.test(name));
  /** @type {string[]} */
  const note = [];
  for (let count = 1 + chance.upTo(2); count > 0; count -= 1) {
    if (!isWhole(draft)) break;
    const [name, edit] = chance.pick(choices);
    note.push(`${name} ${JSON.stringify(edit(draft)) ?? ''}`);
  }
  if (chance.often(0.1)) draft.asked.add(chance.pick(['nope', ' MAIN ']));
  // A directory of the environment is judged without `--agent`, which here means every agent.
  if (Object.keys(draft.env).some((name) => name.endsWith('AGENT_DIR')) && draft.asked.size > 2) {
    draft.asked.delete(null);
  }
  tellsApart(draft);
  const { env, stateDir } = draft;
  const laid = era === 'json' ? jsonFiles(draft) : { files: {}, databases: databasesOf(draft) };
  const config = draft.configText ?? draft.config;
  const files = {
    ...(chance.often(0.97) ? { [draft.configPath]: config } : {}),
    ...draft.files,
    ...laid.files,
  };
  note.push(
    JSON.stringify({
      config,
      base: draft.base,
      usage: draft.usage,
      locals: draft.locals,
      env,
      files: draft.files,
    }),
  );
  return {
    note,
    files: moved(draft, files),
    databases: moved(draft, laid.databases),
    links: draft.links,
    env,
    stateDir,
    agents: [...draft.asked],
  };
}

/** Later edits expect the parts to be what they were. @param {Draft} draft */
function isWhole({ base, config, configText, usage }) {
  const { agents } = config;
  return (
    typeof base?.profiles === 'object' &&
    typeof usage === 'object' &&
    configText === null &&
    typeof agents?.defaults === 'object' &&
    [config.auth ?? {}, config.env ?? {}, config.auth?.order ?? {}].every(
      (part) => typeof part === 'object',
    )
  );
}

// `--agent ID` cannot be told from no `--agent` where that agent is not listed or has models of its own.
/** @param {Draft} draft */
function tellsApart({ asked, config, era }) {
  const list = config.agents?.list;
  if (!Array.isArray(list)) return;
  const judged = list.find((/** @type {any} */ entry) =>
    era === 'json' ? entry?.id === 'main' : entry?.default === true,
  );
  if (era === 'json' && judged === undefined) asked.delete('main');
  if (judged?.model !== undefined) asked.delete(null);
}

/** @param {Draft} draft @returns {Pick<Case, 'files' | 'databases'>} */
function jsonFiles({ base, locals, usage }) {
  const stores = Object.entries(locals).map(([id, { store, state }]) => [
    id,
    store && { ...store, ...state },
  ]);
  const main = typeof base === 'object' ? { version: 1, ...base, ...usage } : base;
  const files = [['main', main], ...stores].filter(([, store]) => store !== undefined);
  return {
    files: Object.fromEntries(
      files.map(([id, store]) => [`state/agents/${id}/agent/auth-profiles.json`, store]),
    ),
    databases: {},
  };
}

/** @param {Draft} draft @returns {Case['databases']} */
function databasesOf({ base, inLog, locals, shared, usage }) {
  /** @type {Case['databases']} */
  const databases = {};
  const versionOf = (/** @type {number | undefined} */ userVersion) =>
    userVersion === undefined ? {} : { userVersion };
  if (shared.exists) {
    const state = typeof usage === 'string' ? usage : { version: 1, ...usage };
    databases['state/state/openclaw.sqlite'] = {
      kind: 'state',
      inLog,
      ...versionOf(shared.userVersion),
      rows: {
        owner: shared.owner,
        store: typeof base === 'string' ? base : { version: 1, ...base },
        ...(usage && Object.keys(usage).length > 0 ? { state } : {}),
      },
    };
  }
  for (const [agentId, { userVersion, ...rows }] of Object.entries(locals)) {
    const path = `state/agents/${agentId}/agent/openclaw-agent.sqlite`;
    databases[path] = { kind: 'agent', agentId, inLog, rows, ...versionOf(userVersion) };
  }
  return databases;
}

/** @template T @param {Draft} draft @param {Record<string, T>} files @returns {Record<string, T>} */
function moved({ moveTo }, files) {
  if (moveTo === undefined) return files;
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path.replace(/^state\//, `${moveTo}/`), file]),
  );
}
