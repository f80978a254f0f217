// Makes credentials, usage and environments of every sort that a store may hold, the odd ones included.
// @ts-check

/** @typedef {import('./chance.mjs').Chance} Chance */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The distances at which an answer may change, a millisecond to either side. */
const EDGES = [0, DAY, 5 * MINUTE, 10 * MINUTE].flatMap((edge) => [edge - 1, edge, edge + 1]);
const PLAIN = [-HOUR, -40 * DAY, 2 * HOUR, 12 * HOUR, 25 * HOUR, 30 * DAY, 3 * MINUTE, 6 * MINUTE];
const ODD = [
  0,
  -5,
  null,
  '',
  'soon',
  '1893456000000',
  '2030-01-01T00:00:00Z',
  1_900_000_000,
  1,
  true,
  {},
  9e15,
  8_640_000_000_000_001,
  1_800_000_000_000.5,
];

/** A value for `expires`; undefined when there is none. @param {Chance} chance @param {number} now */
export function expiry(chance, now) {
  const sort = chance.upTo(9);
  if (sort < 4) return now + chance.pick(PLAIN);
  if (sort < 7) return now + chance.pick(EDGES);
  return sort < 8 ? undefined : chance.pick(ODD);
}

const SECRETS = ['sk-fake-0000000000000000', 'sk-fake-0000000000000001'];
const ODD_SECRETS = [
  undefined,
  '',
  ' ',
  null,
  5,
  'a b',
  'line\nbreak',
  { source: 'env', provider: 'default', id: 'COMPAT_KEY' },
  '${COMPAT_KEY}',
  '$COMPAT_KEY',
  'secretref-managed',
  'secretref-env:COMPAT_KEY',
  'ANTHROPIC_API_KEY',
  'oauth:anthropic',
  'custom-local',
  ' sk-fake-0000 ',
];

/** @param {Chance} chance */
function secret(chance) {
  return chance.often(0.8) ? chance.pick(SECRETS) : chance.pick(ODD_SECRETS);
}

/** A reference, or what looks like one. @param {Chance} chance */
export function reference(chance) {
  return chance.pick([
    { source: 'env', provider: 'default', id: 'COMPAT_KEY' },
    { source: 'env', provider: 'default', id: 'COMPAT_UNSET' },
    { source: 'env', provider: 'vaulted', id: 'COMPAT_KEY' },
    { source: 'env', provider: 'nosuch', id: 'COMPAT_KEY' },
    { source: 'env', id: 'COMPAT_KEY' },
    { source: 'file', provider: 'filed', id: '/key' },
    { source: 'exec', provider: 'runs', id: 'key' },
    { source: 'store', provider: 'default', id: 'COMPAT_KEY' },
    { source: 'env', provider: 'default', id: 'lower' },
    { source: 'nosuch', provider: 'default', id: 'COMPAT_KEY' },
    '${COMPAT_KEY}',
    '$COMPAT_UNSET',
    'secretref-env:COMPAT_KEY',
    '',
    7,
  ]);
}

/**
 * One entry of `profiles`.
 * @param {Chance} chance
 * @param {string} provider
 * @param {number} now
 */
export function credential(chance, provider, now) {
  const type = chance.pick(['api_key', 'token', 'token', 'oauth', 'oauth']);
  /** @type {Record<string, unknown>} */
  const entry = { type, provider };
  if (type === 'api_key') entry['key'] = secret(chance);
  if (type === 'token') entry['token'] = secret(chance);
  if (type !== 'oauth' && chance.often(0.12)) {
    const name = type === 'token' ? 'token' : 'key';
    entry[`${name}Ref`] = reference(chance);
    if (chance.often(0.6)) delete entry[name];
  }
  if (type === 'oauth') {
    entry['access'] = secret(chance);
    if (chance.often(0.7)) entry['refresh'] = secret(chance);
    if (chance.often(0.1)) entry['authFlow'] = 'external-cli';
  }
  if (type !== 'api_key' || chance.often(0.1)) {
    const expires = expiry(chance, now);
    if (expires !== undefined) entry['expires'] = expires;
  }
  if (chance.often(0.1)) entry['email'] = 'user@example.org';
  if (chance.often(0.04))
    entry['setup'] = { replacement: true, modelRef: 'anthropic/claude-opus-4-6', configJson: '{}' };
  return entry;
}

/** An entry that is no credential, or hardly one. @param {Chance} chance @param {string} provider */
export function malformed(chance, provider) {
  return chance.pick([
    null,
    5,
    'text',
    [],
    {},
    { type: 'password', provider },
    { type: 'token' },
    { provider, token: 'x' },
    { type: 'token', provider: '', token: 'x' },
    { type: 'API_KEY', provider, key: 'x' },
    { type: 'apiKey', provider, apiKey: 'sk-fake-1' },
    { mode: 'token', provider, token: 'fake' },
    { mode: 'api_key', provider, apiKey: 'sk-fake-2' },
    { type: 'oauth', provider },
    { type: 'api_key', provider, apiKey: 'sk-fake-3' },
    { type: 'token', provider: 7, token: 'x' },
    { type: ' token ', provider, token: 'x' },
    {
      type: 'oauth',
      provider,
      access: 'a',
      refresh: 'r',
      oauthRef: { source: 'openclaw-credentials', provider: 'openai-codex', id: '0'.repeat(32) },
    },
  ]);
}

const REASONS = [
  'auth',
  'auth_permanent',
  'billing',
  'rate_limit',
  'timeout',
  'format',
  'overloaded',
  'model_not_found',
  'unknown',
  'session_expired',
  'odd_reason',
  '',
  undefined,
  5,
];

/** An entry of `usageStats`. @param {Chance} chance @param {number} now @param {string} model */
export function usage(chance, now, model) {
  const at = () =>
    chance.pick([
      now + HOUR,
      now + 1,
      now,
      now - 1,
      now + 10 * MINUTE,
      now - DAY,
      now + 2 * DAY,
      String(now + HOUR),
      null,
      Math.floor((now + HOUR) / 1000),
      0,
      -1,
      9e15,
    ]);
  /** @type {Record<string, unknown>} */
  const stats = {};
  if (chance.often(0.6)) {
    stats['cooldownUntil'] = at();
    stats['cooldownReason'] = chance.pick(REASONS);
    if (chance.often(0.4))
      stats['cooldownModel'] = chance.pick([model, 'other-model', '', ` ${model} `]);
    if (chance.often(0.2))
      stats['cooldownClassification'] = chance.pick([
        'wham_token_expired',
        'wham_account_dead',
        'odd',
      ]);
  }
  if (chance.often(0.4)) {
    stats['disabledUntil'] = at();
    stats['disabledReason'] = chance.pick(REASONS);
  }
  if (chance.often(0.2)) {
    stats['blockedUntil'] = at();
    stats['blockedReason'] = chance.pick(['subscription_limit', 'odd', undefined]);
    stats['blockedSource'] = 'wham';
    if (chance.often(0.5)) {
      stats['blockedModel'] = chance.pick([model, 'other-model']);
      stats['blockedScope'] = chance.pick(['model', 'odd', undefined]);
    }
  }
  if (chance.often(0.5)) stats['errorCount'] = chance.upTo(5);
  if (chance.often(0.5)) stats['lastUsed'] = now - chance.upTo(5) * DAY;
  if (chance.often(0.3)) stats['lastFailureAt'] = now - chance.pick([0, 1, MINUTE, DAY, 2 * DAY]);
  if (chance.often(0.2)) stats['failureCounts'] = { auth: chance.upTo(4) };
  return chance.often(0.05) ? chance.pick([null, 5, 'x', []]) : stats;
}
