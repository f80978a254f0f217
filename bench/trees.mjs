// Makes the state directories that are measured: agents with 20 profiles in about 18 KB each.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROFILES = 20;
const DAY_MS = 86_400_000;

/**
 * Writes a JSON-era state directory and returns the paths of its stores.
 * @param {string} stateDir
 * @param {number} agents
 * @returns {string[]}
 */
export function makeTree(stateDir, agents) {
  return Array.from({ length: agents }, (_, index) => {
    const directory = join(stateDir, 'agents', index === 0 ? 'main' : `agent-${index}`, 'agent');
    mkdirSync(directory, { recursive: true });
    const file = join(directory, 'auth-profiles.json');
    writeFileSync(file, storeText(index), { mode: 0o600 });
    return file;
  });
}

/**
 * One agent's store as JSON. One profile in twenty ends soon, as on a gateway that is looked after.
 * @param {number} agent
 */
export function storeText(agent) {
  const now = Date.now();
  const expiresIn = (/** @type {number} */ index) =>
    index === 0 ? DAY_MS / 2 : (90 + index) * DAY_MS;
  const profiles = Array.from({ length: PROFILES }, (_, index) => {
    const provider = ['anthropic', 'openai-codex', 'google'][index % 3] ?? '';
    const secret = `bench-${agent}-${index}-`.padEnd(360, 'x');
    const profile =
      index % 2 === 0
        ? { type: 'token', provider, token: secret.repeat(2), expires: now + expiresIn(index) }
        : {
            type: 'oauth',
            provider,
            access: secret,
            refresh: secret,
            expires: now + expiresIn(index),
          };
    return [`${provider}:user-${index}`, profile];
  });
  return JSON.stringify({ version: 1, profiles: Object.fromEntries(profiles) }, null, 1);
}
