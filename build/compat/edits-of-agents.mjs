// What a case may change about agents, and about the logins of other programs.
// @ts-check
import { credential, expiry, usage } from './credentials.mjs';
import { addAgent, defaultModel, localOf, MODEL, modelName } from './draft.mjs';

/** @typedef {import('./draft.mjs').Draft} Draft */

/** @type {Record<string, (draft: Draft) => unknown>} */
export const edits = {
  agent(draft) {
    const { chance, era, now, usage: stats } = draft;
    const name = chance.pick([
      modelName(draft),
      { primary: modelName(draft) },
      { primary: modelName(draft), fallbacks: [] },
      { fallbacks: [modelName(draft)] },
      {},
    ]);
    const id = addAgent(
      draft,
      chance.pick([
        {},
        {},
        {},
        { model: name },
        { model: name },
        { agentDir: chance.pick(['$TREE/elsewhere', '~/elsewhere', ' ', 'relative/dir']) },
        { default: true },
        ...(era === 'json'
          ? []
          : [
              { utilityModel: modelName(draft) },
              { models: { [`anthropic/${MODEL}`]: { agentRuntime: { id: 'claude-cli' } } } },
            ]),
      ]),
    );
    const own = localOf(draft, id);
    const ownId = chance.pick(['anthropic:default', 'anthropic:own', 'openai:own']);
    const entry = credential(chance, chance.pick(['anthropic', 'anthropic', 'openai']), now);
    if (chance.often(0.6)) own.store = { version: 1, profiles: { [ownId]: entry } };
    if (chance.often(0.4)) {
      const order = chance.pick([['anthropic:own'], [], ['anthropic:default', 'anthropic:own']]);
      own.state = {
        version: 1,
        usageStats: { [ownId]: usage(chance, now, MODEL) },
        ...(chance.often(0.3) ? { order: { anthropic: order } } : {}),
      };
    }
    if (chance.often(0.3)) {
      stats.order = { anthropic: chance.pick([['anthropic:default'], ['anthropic:own'], []]) };
    }
  },
  agentDirVariable(draft) {
    const { chance, now } = draft;
    const name = chance.pick(['OPENCLAW_AGENT_DIR', 'PI_CODING_AGENT_DIR']);
    draft.env[name] = chance.pick(['$TREE/state/agents/work/agent', '~/own', '$TREE/none']);
    localOf(draft, 'work').store = {
      version: 1,
      profiles: { 'anthropic:default': credential(chance, 'anthropic', now) },
    };
    draft.asked.add('main');
  },
  logins(draft) {
    const { base, chance, files, now } = draft;
    const name = chance.pick(['qwen', 'minimax', 'codex', 'claude', 'gemini']);
    const expires = expiry(chance, now);
    const file =
      { codex: '.codex/auth.json', claude: '.claude/.credentials.json' }[name] ??
      `.${name}/oauth_creds.json`;
    const login = {
      claudeAiOauth: { accessToken: 'a', refreshToken: 'r', expiresAt: expires },
      tokens: { access_token: 'a', refresh_token: 'r' },
      access_token: 'fake',
      refresh_token: 'fake',
      expiry_date: expires,
    };
    files[`home/${file}`] = chance.pick([
      login,
      login,
      login,
      { ...login, refresh_token: '' },
      { ...login, access_token: undefined },
      'no json',
    ]);
    const provider =
      { codex: 'openai', claude: 'anthropic', gemini: 'google-gemini-cli' }[name] ??
      `${name}-portal`;
    if (chance.often(0.6)) defaultModel(draft).primary = `${provider}/some-model`;
    if (chance.often(0.4)) {
      base.profiles[`${provider}:${name}-cli`] = {
        type: 'oauth',
        provider: chance.pick([provider, provider, 'other']),
        access: 'old',
        refresh: 'old',
        expires: expiry(chance, now),
      };
    }
  },
};
