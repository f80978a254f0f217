// The state directory that a case starts from: one healthy token, one model, nothing else.
// @ts-check
import { AGENTS, OPENAI_MODELS, PROVIDERS } from './names.mjs';

/** @typedef {import('./chance.mjs').Chance} Chance */
/** @typedef {import('./names.mjs').Era} Era */
/** @typedef {ReturnType<typeof createDraft>} Draft */
/** @typedef {{ store?: any, state?: any, userVersion?: number }} Local what one agent has of its own */

export const MODEL = 'claude-opus-4-6';

/**
 * A draft that edits change; most of them leave the model and the token, so that what was changed decides.
 * @param {Era} era
 * @param {Chance} chance
 * @param {number} now
 */
export function createDraft(era, chance, now) {
  const token = { type: 'token', provider: 'anthropic', token: 'sk-ant-oat01-fake' };
  /** @type {any} */
  const config = { agents: { defaults: { model: { primary: `anthropic/${MODEL}` } } } };
  const draft = {
    era,
    chance,
    now,
    config,
    /** Instead of `config`, as it stands. @type {string | null} */
    configText: null,
    configPath: 'state/openclaw.json',
    /** The shared store; in the JSON era main's. A text stands as it is. @type {any} */
    base: { profiles: { 'anthropic:default': token } },
    /** Usage and order beside it. @type {any} */
    usage: {},
    /** By agent. @type {Record<string, Local>} */
    locals: {},
    /** @type {Record<string, unknown>} */
    files: {},
    /** Path to target. @type {Record<string, string>} */
    links: {},
    /** @type {Record<string, string>} */
    env: { COMPAT_KEY: 'fake' },
    /** Null: the environment does not name it. @type {string | null} */
    stateDir: 'state',
    /** Where the state directory lies instead of `state`. @type {string | undefined} */
    moveTo: undefined,
    asked: new Set(/** @type {(string | null)[]} */ ([null])),
    /** Of the shared database. @type {{ owner: unknown, exists: boolean, userVersion?: number }} */
    shared: { owner: { location: 'state-db' }, exists: true },
    /** The rows stay in the write-ahead log. */
    inLog: false,
  };
  return draft;
}

/** The place of the default model; whatever stood there gives way. @param {Draft} draft */
export function defaultModel(draft) {
  const { defaults } = draft.config.agents;
  if (typeof defaults.model !== 'object' || defaults.model === null) defaults.model = {};
  return defaults.model;
}

/** A name as `model` takes it. @param {Draft} draft @returns {string} */
export function modelName({ chance, era }) {
  return chance.pick([
    `${chance.pick(PROVIDERS[era])}/some-model`,
    `openai/${chance.pick(OPENAI_MODELS)}`,
    'opus',
    'sonnet',
    'some-model',
    MODEL,
    `anthropic/${MODEL}`,
    'anthropic/claude-sonnet-4-6',
    'anthropic/claude-haiku-4-5',
    ' openai/gpt-5 ',
    ' openrouter/auto ',
    'openai/',
    '/x',
    'openrouter/a/b',
    'a/b/c',
    '',
    'opus-4.5',
    `anthropic/${MODEL}@anthropic:default`,
    `anthropic/${MODEL}@gone`,
    'ANTHROPIC/CLAUDE-OPUS-4-6',
    'anthropic/*',
  ]);
}

/** Adds an agent to the config in the way of its era. @param {Draft} draft @param {any} entry */
export function addAgent(draft, entry) {
  const { chance, config, era } = draft;
  const id = chance.pick(era === 'json' ? AGENTS : ['work', 'ops', 'Work Bot']);
  draft.asked.add(id);
  if (era === 'json') {
    if (!Array.isArray(config.agents.list)) {
      config.agents.list = chance.often(0.7) ? [{ id: 'main' }] : [];
    }
    config.agents.list.push({ id, ...entry });
  } else {
    config.agents.ownership = 'explicit';
    config.agents.entries = { ...(config.agents.entries ?? { main: {} }), [id]: entry };
    config.agents.defaults.systemAgent = { agentId: 'main' };
    draft.asked.add('main');
  }
  return id
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-');
}

/** What agent `id` has of its own. @param {Draft} draft @param {string} id @returns {Local} */
export function localOf(draft, id) {
  return (draft.locals[id] ??= {});
}
