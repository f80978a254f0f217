// The times that a JWT states about itself.
import { expect, test } from 'vitest';
import { jwtExpiry, jwtIssuedAt } from '../../src/openclaw/jwt.ts';

const jwt = (claims: unknown): string =>
  [{ alg: 'none' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2ln')
    .join('.');

test.each([
  ['both', jwt({ iat: 5, exp: 7 }), [5_000, 7_000]],
  ['no time', jwt({}), [null, null]],
  ['text for a time', jwt({ iat: '5', exp: '7' }), [null, null]],
  ['zero and a time no Date holds', jwt({ iat: 0, exp: 1e15 }), [null, null]],
  ['a fraction', jwt({ iat: 5.5 }), [5_500, null]],
  ['no object', jwt(null), [null, null]],
  ['no JWT', 'sk-ant-oat01-FAKE', [null, null]],
])('%s', (_, token, times) => {
  expect([jwtIssuedAt(token), jwtExpiry(token)]).toEqual(times);
});
