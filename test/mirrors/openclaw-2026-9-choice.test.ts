// Claims about what OpenClaw 2026.9.6 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/duration.ts';
import { key, NOW, oauth, token } from '../kit/gateway.ts';
import { checkBy9, CLAUDE, KEY_IN_ENV, type Setting } from '../kit/mirror.ts';

describe('of two profiles', () => {
  const ENDING = token('anthropic', NOW + 1);
  const used = (id: string) => ({ usageStats: { [id]: { lastUsed: NOW } } });

  test.each<[string, Record<string, unknown>, Setting, number]>([
    ['a token goes before a key', { a: key('anthropic'), b: ENDING }, {}, 2],
    ['a login goes before a token', { a: ENDING, b: oauth('anthropic', NOW + 2 * DAY_MS) }, {}, 0],
    [
      'the one that rested longer goes first',
      { a: ENDING, b: token('anthropic') },
      { state: used('a') },
      0,
    ],
    [
      'an ended token is passed over',
      { a: token('anthropic', NOW - 1), b: key('anthropic') },
      {},
      0,
    ],
    [
      'a set-aside one is passed over',
      { a: ENDING, b: key('anthropic') },
      {
        state: { usageStats: { a: { cooldownUntil: NOW + 1 } } },
      },
      0,
    ],
    [
      'a running login goes before an ended one',
      { a: oauth('anthropic', NOW - 1), b: oauth('anthropic', NOW + 2 * DAY_MS) },
      {},
      0,
    ],
    [
      'what is certain goes before what cannot be told',
      { a: oauth('anthropic', NOW - 1), b: key('anthropic') },
      {},
      0,
    ],
    [
      'a reference to a file gives way to a key',
      {
        a: key('anthropic', { keyRef: { source: 'file', provider: 'f', id: '/a' } }),
        b: key('anthropic'),
      },
      { config: { ...CLAUDE, secrets: { providers: { f: { source: 'file', path: '/x' } } } } },
      0,
    ],
    [
      'the order of the config counts',
      { a: key('anthropic'), b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['a', 'b'] } } },
      },
      0,
    ],
    [
      'the stored order counts more',
      { a: key('anthropic'), b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['a'] } } },
        state: { order: { anthropic: ['b'] } },
      },
      2,
    ],
    [
      'a declared one is the only one',
      { a: key('anthropic'), b: ENDING },
      {
        config: {
          ...CLAUDE,
          auth: { profiles: { a: { provider: 'anthropic', mode: 'api_key' } } },
        },
      },
      0,
    ],
    [
      'one declared as a login may be a token',
      { a: ENDING },
      {
        config: { ...CLAUDE, auth: { profiles: { a: { provider: 'anthropic', mode: 'oauth' } } } },
      },
      2,
    ],
    [
      'one declared as something else is none',
      { a: key('anthropic') },
      {
        config: { ...CLAUDE, auth: { profiles: { a: { provider: 'anthropic', mode: 'token' } } } },
      },
      1,
    ],
    [
      'declared ones that are gone are forgotten',
      { b: ENDING },
      {
        config: {
          ...CLAUDE,
          auth: { profiles: { gone: { provider: 'anthropic', mode: 'token' } } },
        },
      },
      2,
    ],
    [
      'a stored order that is gone is forgotten',
      { b: ENDING },
      { state: { order: { anthropic: ['gone'] } } },
      2,
    ],
    [
      'an order of the config that is gone is held to',
      { b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: ['gone'] } } },
        ...KEY_IN_ENV,
      },
      1,
    ],
    [
      'an empty order means none, key or not',
      { b: ENDING },
      {
        config: { ...CLAUDE, auth: { order: { anthropic: [] } } },
        ...KEY_IN_ENV,
      },
      1,
    ],
  ])('%s', async (_, profiles, setting, exitCode) => {
    expect((await checkBy9(profiles, setting)).exitCode).toBe(exitCode);
  });
});
