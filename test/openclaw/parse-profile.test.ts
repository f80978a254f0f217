import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExpires, parseProfile, type Era } from '../../src/openclaw/parse-profile.ts';
import { NOW } from '../kit/gateway.ts';

const ERAS: readonly Era[] = ['json', 'sqlite'];
const HEX = 'a'.repeat(64);
const fence = (failed: string, part: string): string =>
  `openclaw-oauth-refresh-fence:v1:${'b'.repeat(32)}:${failed}${part}:${HEX}`;

function profileOf(value: unknown, era: Era = 'json') {
  const reading = parseProfile('x', value, era);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.profile;
}

describe('an entry that is no profile says why', () => {
  test.each<[unknown, string, string | null]>([
    [null, 'not_an_object', null],
    ['text', 'not_an_object', null],
    [[], 'not_an_object', null],
    [{}, 'unknown_type', null],
    [{ type: 'password', provider: 'p' }, 'unknown_type', 'p'],
    [{ type: 5, provider: 'p' }, 'unknown_type', 'p'],
    // The type is looked at first, so that a strange provider does not matter any more.
    [{ type: 'password', provider: 5 }, 'unknown_type', null],
    [{ type: 'constructor', provider: 'p' }, 'unknown_type', 'p'],
    [{ type: 'token' }, 'no_provider', null],
    [{ type: 'token', provider: '' }, 'no_provider', null],
    [{ type: 'token', provider: 0 }, 'no_provider', null],
    [{ type: 'token', provider: 5 }, 'provider_not_text', null],
    [{ type: 'token', provider: {} }, 'provider_not_text', null],
  ])('%j: %s', (value, problem, provider) => {
    expect(parseProfile('x', value, 'json')).toEqual({ ok: false, problem, provider });
  });
});

test('the names of older imports are dropped by 2026.2', () => {
  const aliased = { mode: 'apiKey', provider: 'p', apiKey: 'k' };
  expect(parseProfile('x', aliased, 'json')).toMatchObject({ problem: 'unknown_type' });
  const mixed = { type: 'api_key', provider: 'p', apiKey: 'k' };
  expect(profileOf(mixed, 'json').secret).toBeNull();
});

describe('expires', () => {
  test.each<[unknown, number | null, string | null]>([
    [undefined, null, null],
    [NOW, NOW, null],
    [NOW + 0.5, NOW + 0.5, null],
    ['2030-01-01', null, 'not_a_number'],
    [String(NOW), null, 'not_a_number'],
    [true, null, 'not_a_number'],
    [Number.POSITIVE_INFINITY, null, 'not_a_number'],
    [Number.NaN, null, 'not_a_number'],
    [0, null, 'zero'],
    [-1, null, 'negative'],
    [1, 1, 'seconds'],
    [99_999_999_999, 99_999_999_999, 'seconds'],
    [100_000_000_000, 100_000_000_000, null],
    [8_640_000_000_000_000, 8_640_000_000_000_000, null],
    [8_640_000_000_000_001, null, 'out_of_range'],
  ])('%s is read as %s (%s)', (value, at, fault) => {
    for (const era of ERAS) expect(parseExpires(value, era)).toEqual({ at, fault });
  });

  test('of null is none in the JSON era and invalid in the SQLite era', () => {
    expect(parseExpires(null, 'json')).toEqual({ at: null, fault: null });
    expect(parseExpires(null, 'sqlite')).toEqual({ at: null, fault: 'not_a_number' });
  });

  test('of a key is nobody’s business', () => {
    const profile = profileOf({ type: 'api_key', provider: 'p', key: 'k', expires: 1 });
    expect([profile.expiresAt, profile.expiresFault]).toEqual([null, null]);
  });
});

describe('the material', () => {
  test.each<[unknown, string | null]>([
    [undefined, null],
    [null, null],
    ['sk-fake', null],
    [' sk-fake ', null],
    ['sk-fake\n', null],
    ['', 'empty'],
    ['  ', 'blank'],
    ['sk fake', 'inner_whitespace'],
    ['sk\tfake', 'inner_whitespace'],
    ['sk-\nfake', 'newline'],
    ['sk-\r\nfake', 'newline'],
    ['openclaw onboard --auth-choice apiKey', 'pasted_command'],
    ['openclaw onboard --auth-choices', 'inner_whitespace'],
    [5, 'not_text'],
    [{}, 'not_text'],
    [['k'], 'not_text'],
  ])('%j has the fault %s', (key, fault) => {
    expect(profileOf({ type: 'api_key', provider: 'p', key }).materialFault).toBe(fault);
  });

  test.each(['key', 'token', 'access'])('stands under the name of its type only (%s)', (name) => {
    const types = { key: 'api_key', token: 'token', access: 'oauth' } as const;
    for (const [own, type] of Object.entries(types)) {
      const { secret } = profileOf({ type, provider: 'p', [name]: 'sk' });
      expect(secret?.reveal()).toBe(own === name ? 'sk' : undefined);
    }
  });

  test('of a token may carry its own expiry', () => {
    const claims = Buffer.from(JSON.stringify({ exp: 1_900_000_000 })).toString('base64url');
    const jwt = `eyJhbGciOiJIUzI1NiJ9.${claims}.c2ln`;
    expect(profileOf({ type: 'token', provider: 'p', token: jwt }).jwtExpiresAt).toBe(
      1_900_000_000_000,
    );
  });

  test('behind a reference is no text of ours', () => {
    const keyRef = { source: 'env', provider: 'default', id: 'MY_KEY' };
    const profile = profileOf({ type: 'api_key', provider: 'p', key: 'sk', keyRef }, 'sqlite');
    expect([profile.secret, profile.secretRef]).toEqual([null, { ...keyRef, beside: 'text' }]);
    const inPlace = profileOf({ type: 'api_key', provider: 'p', key: keyRef });
    expect(inPlace.secretRef).toEqual({ ...keyRef, beside: 'other' });
    const alone = profileOf({ type: 'api_key', provider: 'p', keyRef });
    expect(alone.secretRef).toEqual(keyRef);
    expect(profileOf({ type: 'oauth', provider: 'p', access: '$MY_KEY' }).secretRef).toBeNull();
  });
});

describe('a refresh fence', () => {
  const entry = (access: string, refresh: string, expires: number = 1) => ({
    type: 'oauth',
    provider: 'p',
    access,
    refresh,
    expires,
  });

  test.each([
    [entry(fence('', 'access'), fence('', 'refresh')), 'pending'],
    [entry(fence('failed:', 'access'), fence('failed:', 'refresh')), 'failed'],
    [entry('x', fence('failed:', 'refresh')), null],
    [entry(fence('', 'access'), fence('failed:', 'refresh')), null],
    [entry(fence('', 'refresh'), fence('', 'access')), null],
    [entry('x', 'y'), null],
    [entry(fence('failed:', 'access'), 'y', NOW), null],
    [entry(fence('gone:', 'access'), 'y'), null],
    [entry(`${fence('failed:', 'access')}0`, 'y'), null],
  ])('is told by its text and expires 1 (%#)', (value, expected) => {
    expect(profileOf(value, 'sqlite').refreshFence).toBe(expected);
  });

  test('is no secret and no expiry', () => {
    const profile = profileOf(entry(fence('', 'access'), fence('', 'refresh')), 'sqlite');
    expect([profile.secret, profile.expiresFault]).toEqual([null, null]);
  });
});

test.each([
  ['anthropic:claude-cli', {}, true],
  ['openai-codex:codex-cli', {}, true],
  ['anthropic:default', { authFlow: 'external-cli' }, true],
  ['anthropic:claude-cli-2', {}, false],
  ['anthropic:default', {}, false],
])('%s %j is owned by another program: %s', (id, more, expected) => {
  const reading = parseProfile(id, { type: 'oauth', provider: 'p', ...more }, 'json');
  expect(reading.ok && reading.profile.ownedByCli).toBe(expected);
});

test.each([
  [{ replacement: true, modelRef: 'p/m', configJson: '{}' }, true],
  [{ replacement: true, modelRef: 'p/m', configJson: ' ' }, false],
  [{ replacement: true, configJson: '{}' }, false],
  [{ replacement: true }, false],
  [{ replacement: 'true' }, false],
  [{ replacement: false }, false],
  [{}, false],
  [null, false],
])('a setup of %j makes it inactive: %s', (setup, expected) => {
  expect(profileOf({ type: 'api_key', provider: 'p', key: 'k', setup }).inactive).toBe(expected);
});

test('no value whatsoever throws, and no secret shows in what is read', () => {
  const shaped = fc.record(
    {
      type: fc.oneof(fc.constantFrom('api_key', 'token', 'oauth'), fc.anything()),
      provider: fc.oneof(fc.string(), fc.anything()),
      key: fc.anything(),
      token: fc.anything(),
      access: fc.anything(),
      refresh: fc.anything(),
      expires: fc.anything(),
      setup: fc.anything(),
      keyRef: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(shaped, fc.anything()), fc.constantFrom(...ERAS), (value, era) => {
      const reading = parseProfile('x', value, era);
      if (reading.ok)
        expect(JSON.stringify(reading.profile.secret) ?? 'null').toMatch(/^null$|redacted/);
    }),
    { numRuns: 500 },
  );
});
