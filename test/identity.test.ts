import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/core/finding.ts';
import type { Profile } from '../src/core/profile.ts';
import { createIdentity } from '../src/identity.ts';
import { parseProfile } from '../src/openclaw/parse-profile.ts';
import { key, NOW, oauth, token } from './kit/gateway.ts';

const SALT = Buffer.alloc(32, 1);
const identity = createIdentity(SALT);

function profile(entry: object, id = 'x:a'): Profile {
  const reading = parseProfile(id, entry, 'sqlite');
  if (!reading.ok) throw new Error(reading.problem);
  return reading.profile;
}

const idOf = (entry: object, profileId?: string): string =>
  identity.credentialId(profile(entry, profileId));

describe('the id of a credential', () => {
  test('is the same wherever the same credential is stored', () => {
    expect(idOf(key('p'), 'x:b')).toBe(idOf(key('p'), 'x:a'));
    expect(idOf(key(' P '))).toBe(idOf(key('p')));
    expect(idOf(token('p', NOW))).toBe(idOf(token('p')));
  });

  test.each<[string, object]>([
    ['another key', key('p', { key: 'other' })],
    ['another provider', key('q')],
    ['another type', token('p', undefined, { token: 'sk-fake-0000' })],
  ])('differs for %s', (_, other) => {
    expect(idOf(other)).not.toBe(idOf(key('p')));
  });

  test('of a login is that of its access token, else of its refresh token', () => {
    expect(idOf(oauth('p', NOW, { refresh: 'other' }))).toBe(idOf(oauth('p', NOW)));
    const bare = (refresh: string) => idOf(oauth('p', NOW, { access: '', refresh }));
    expect(bare('one')).not.toBe(bare('two'));
  });

  test('of a reference is that of what it names', () => {
    const ref = (id: string) => idOf(key('p', { keyRef: { source: 'env', id } }));
    expect(ref('A')).toBe(ref('A'));
    expect(ref('A')).not.toBe(ref('B'));
  });

  test('of a profile without any is its own', () => {
    const bare = { type: 'api_key', provider: 'p' };
    expect(idOf(bare, 'x:a')).not.toBe(idOf(bare, 'x:b'));
  });

  test('holds for one install, and without a salt for one run', () => {
    const entry = profile(key('p'));
    const others = [Buffer.alloc(32, 2), null, null].map((salt) =>
      createIdentity(salt).credentialId(entry),
    );
    expect(new Set([identity.credentialId(entry), ...others]).size).toBe(4);
  });

  test('is 16 characters that say nothing', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        const id = idOf(key('p', { key: text }));
        expect(id).toMatch(/^[a-z2-7]{16}$/);
      }),
    );
  });
});

describe('the fingerprint of a finding', () => {
  const finding: Finding = {
    code: 'profile_expired',
    severity: 'fail',
    gateway: 'g',
    agent: 'a',
    provider: 'p',
    profileId: 'x',
    since: NOW,
    facts: { expiresAt: NOW },
  };

  test('is the same on every host and at every time', () => {
    const later = { ...finding, severity: 'warn', since: null, facts: {} } as const;
    expect(createIdentity(null).fingerprint(later)).toBe(identity.fingerprint(finding));
  });

  test.each(['code', 'gateway', 'agent', 'provider', 'profileId'] as const)(
    'differs by %s',
    (name) => {
      const other = { ...finding, [name]: 'store_unreadable' } as Finding;
      expect(identity.fingerprint(other)).not.toBe(identity.fingerprint(finding));
    },
  );

  test('differs by the file it is about', () => {
    const about = (path: string) => identity.fingerprint({ ...finding, facts: { path } });
    expect(about('/a')).not.toBe(about('/b'));
  });

  test('cannot be steered by names that contain each other', () => {
    const a = { ...finding, agent: 'a","p', provider: 'q' };
    const b = { ...finding, agent: 'a', provider: 'p","q' };
    expect(identity.fingerprint(a)).not.toBe(identity.fingerprint(b));
  });
});
