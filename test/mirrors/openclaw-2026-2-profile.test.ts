// Claims about what OpenClaw 2026.2.9 answers; each was recorded from it or follows from its rules.
import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import type { Report } from '../../src/core/report.ts';
import { counted, GatewayHome, healthOf, key, NOW, oauth, token } from '../kit/gateway.ts';
import { checkBy2, type Setting } from '../kit/mirror.ts';

const one = (entry: unknown, setting?: Setting): Promise<Report> =>
  checkBy2({ 'anthropic:a': entry }, setting);

const REF = { source: 'env', provider: 'default', id: 'MY_KEY' };

describe('a stored profile', () => {
  test.each<[string, unknown, number, string | undefined]>([
    ['a key', key('anthropic'), 0, 'static'],
    ['an empty key', key('anthropic', { key: '' }), 0, 'static'],
    ['a token without an end', token('anthropic'), 0, 'static'],
    ['a token with an end of 0', token('anthropic', 0), 0, 'static'],
    ['a token with a negative end', token('anthropic', -5), 0, 'static'],
    ['a token with an end of text', token('anthropic', '2020-01-01'), 0, 'static'],
    ['a token at its end', token('anthropic', NOW), 1, 'expired'],
    ['a token 1 ms before', token('anthropic', NOW + 1), 2, 'expiring'],
    ['a token a day before', token('anthropic', NOW + DAY_MS), 2, 'expiring'],
    ['a token 1 ms earlier', token('anthropic', NOW + DAY_MS + 1), 0, 'ok'],
    ['a token in seconds', token('anthropic', NOW / 1_000), 1, 'expired'],
    ['a token beyond the calendar', token('anthropic', 9e15), 0, 'ok'],
    ['a token that is empty', token('anthropic', undefined, { token: '' }), 0, 'static'],
    ['a login without an end', oauth('anthropic'), 1, 'missing'],
    ['a login with an end of 0', oauth('anthropic', 0), 1, 'missing'],
    ['a login with an end of text', oauth('anthropic', '2030-01-01'), 1, 'missing'],
    ['a login that has ended', oauth('anthropic', NOW - 1), 0, 'ok'],
    ['a login about to end', oauth('anthropic', NOW + 1), 0, 'ok'],
    ['one with a blank refresh token', oauth('anthropic', NOW - 1, { refresh: ' ' }), 0, 'ok'],
    ['one with an empty one', oauth('anthropic', NOW - 1, { refresh: '' }), 1, 'expired'],
    ['one with a number', oauth('anthropic', NOW - 1, { refresh: 5 }), 1, 'expired'],
    ['one without, about to end', oauth('anthropic', NOW + 1, { refresh: null }), 2, 'expiring'],
    ['a login beyond the calendar', oauth('anthropic', 9e15), 0, 'ok'],
    ['a login in seconds with a refresh token', oauth('anthropic', NOW / 1_000), 0, 'ok'],
    ['a login whose access is a number', oauth('anthropic', NOW + HOUR_MS, { access: 5 }), 0, 'ok'],
  ])('%s', async (_, entry, exitCode, health) => {
    const report = await one(entry);
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([exitCode, health]);
  });

  test.each<[string, unknown]>([
    ['a token without a text', { type: 'token', provider: 'anthropic' }],
    ['a token of null', token('anthropic', undefined, { token: null })],
    ['a token of a number', token('anthropic', undefined, { token: 5 })],
    ['a key of a number', key('anthropic', { key: 5 })],
    ['a token of an object', token('anthropic', undefined, { token: REF })],
    ['a key of an object', key('anthropic', { key: REF })],
    ['a reference beside no token', token('anthropic', undefined, { token: null, tokenRef: REF })],
    ['a provider of a number', { type: 'token', provider: 5, token: 'x' }],
  ])('%s crashes it', async (_, entry) => {
    expect((await checkBy2({ x: entry, y: key('anthropic') })).exitCode).toBe(1);
  });

  test.each<[string, unknown]>([
    ['a token that looks like a reference', token('anthropic', undefined, { token: '$MY_KEY' })],
    ['a reference beside a token', token('anthropic', undefined, { tokenRef: REF })],
    ['a reference beside no key', { type: 'api_key', provider: 'anthropic', keyRef: REF }],
  ])('%s does not', async (_, entry) => {
    expect((await checkBy2({ x: entry })).exitCode).toBe(0);
  });

  test.each<[string, unknown]>([
    ['of another type', { type: 'password', provider: 'anthropic' }],
    ['of another type with a provider of a number', { type: 'password', provider: 5 }],
    ['without a provider', { type: 'api_key', key: 'x' }],
    ['that is no object', 5],
    ['with the names of later versions', { mode: 'apiKey', provider: 'anthropic', apiKey: 'k' }],
  ])('%s is dropped', async (_, entry) => {
    expect(counted(await one(entry))).toEqual(['fail provider_missing anthropic']);
    expect((await checkBy2({ x: entry, y: key('anthropic') })).exitCode).toBe(0);
  });

  test('counts whoever uses it, ordered out, spare or set aside', async () => {
    const profiles = { 'p:a': token('p', NOW - 1), 'anthropic:b': key('anthropic') };
    expect((await checkBy2(profiles)).exitCode).toBe(1);
    const auth = { order: { p: [] }, profiles: {} };
    expect((await checkBy2(profiles, { config: { auth } })).exitCode).toBe(1);
  });

  test('in a cooldown or disabled is fine', async () => {
    const usageStats = {
      'anthropic:a': { disabledUntil: NOW + HOUR_MS, disabledReason: 'billing' },
    };
    const home = new GatewayHome().store(
      'main',
      { 'anthropic:a': key('anthropic') },
      { usageStats },
    );
    const report = await home.check({ policy: 'openclaw-2026.2' });
    expect([report.exitCode, report.auth.unusableProfiles.length]).toEqual([0, 1]);
  });

  test('with blanks round its provider drops out, but covers it', async () => {
    const report = await one(token(' anthropic ', NOW - 1));
    expect([report.exitCode, healthOf(report, 'anthropic:a')]).toEqual([0, undefined]);
    expect((await one(token('Anthropic', NOW - 1))).exitCode).toBe(1);
  });

  test('under the id __proto__ is lost', async () => {
    const text = '{"profiles":{"__proto__":{"type":"api_key","provider":"anthropic","key":"k"}}}';
    const home = new GatewayHome().file('agents/main/agent/auth-profiles.json', text);
    expect(counted(await home.check({ policy: 'openclaw-2026.2' }))).toEqual([
      'fail provider_missing anthropic',
    ]);
  });
});
