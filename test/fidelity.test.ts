// Holds every row of the table of divergences in docs/fidelity.md against what the policies really say.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { GatewayHome, key, models, NOW, oauth, token } from './kit/gateway.ts';

const HOUR_MS = 3_600_000;
const PAGE = readFileSync(new URL('../docs/fidelity.md', import.meta.url), 'utf8');
const CLAUDE = models('anthropic/claude-x');
const aside = { usageStats: { 'anthropic:a': { disabledUntil: NOW + HOUR_MS } } };
const scoped = (cooldownModel: string) => ({
  usageStats: {
    'anthropic:a': { cooldownUntil: NOW + HOUR_MS, cooldownReason: 'rate_limit', cooldownModel },
  },
});
const ordered = { order: { anthropic: ['anthropic:b'] } };
const ended = token('anthropic', NOW - HOUR_MS);

/** Case as in the table, profiles, state, and the exit codes of default, 2026.2 and 2026.9. */
test.each<[string, Record<string, object>, object | undefined, number, number, number]>([
  [
    'OAuth past its end, refreshable',
    { 'anthropic:a': oauth('anthropic', NOW - HOUR_MS) },
    undefined,
    0,
    0,
    1,
  ],
  [
    'OAuth inside the window, refreshable',
    { 'anthropic:a': oauth('anthropic', NOW + HOUR_MS) },
    undefined,
    0,
    0,
    2,
  ],
  [
    'expired token of an unused provider',
    { 'anthropic:a': key('anthropic'), 'acme:a': token('acme', NOW - 1) },
    undefined,
    0,
    1,
    0,
  ],
  [
    'expired token that an order leaves out',
    { 'anthropic:a': ended, 'anthropic:b': key('anthropic') },
    ordered,
    0,
    1,
    0,
  ],
  [
    'expired token beside a key',
    { 'anthropic:a': ended, 'anthropic:b': key('anthropic') },
    undefined,
    1,
    1,
    0,
  ],
  ['empty key', { 'anthropic:a': key('anthropic', { key: '' }) }, undefined, 1, 0, 1],
  ['only profile disabled', { 'anthropic:a': key('anthropic') }, aside, 1, 0, 1],
  ['cooldown of another model', { 'anthropic:a': key('anthropic') }, scoped('other'), 0, 0, 0],
  [
    'cooldown of the only model in use',
    { 'anthropic:a': key('anthropic') },
    scoped('claude-x'),
    1,
    0,
    1,
  ],
])('%s', async (name, profiles, state, ours, by2, by9) => {
  expect(PAGE).toMatch(new RegExp(`^\\| ${name} +\\|`, 'm'));
  const json = new GatewayHome().config(CLAUDE).store('main', profiles, state);
  const sqlite = new GatewayHome().config(CLAUDE).shared({ profiles, state });
  const reports = await Promise.all([
    sqlite.check(),
    json.check({ policy: 'openclaw-2026.2' }),
    sqlite.check({ policy: 'openclaw-2026.9' }),
  ]);
  expect(reports.map(({ exitCode }) => exitCode)).toEqual([ours, by2, by9]);
});
