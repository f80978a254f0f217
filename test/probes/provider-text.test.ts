import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import {
  sanitizeCode,
  sanitizeMessage,
  sanitizeRequestId,
} from '../../src/probes/provider-text.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';
const fiveInARow = Array.from({ length: FAKE.length - 4 }, (_, at) => FAKE.slice(at, at + 5));
const secret = new Secret(`sk-proj-${FAKE}`);

test.each([
  ['plain words stay', 'Your credit is too low.', 'Your credit is too low.'],
  ['lines become one', 'one\r\n\ttwo\u2028three', 'one two three'],
  ['terminal codes lose their power', 'a\u001b[31mred\u0007', 'a [31mred'],
  ['direction marks go', 'safe\u202egnihtemos', 'safe gnihtemos'],
  ['the secret goes', `key sk-proj-${FAKE}.`, 'key [redacted].'],
  [
    'a masked secret goes',
    `Incorrect API key: sk-proj-${FAKE.slice(0, 4)}****${FAKE.slice(-4)}.`,
    'Incorrect API key: [redacted]',
  ],
  ['a secret in capitals goes', `KEY ${FAKE.toUpperCase()}`, 'KEY [redacted]'],
  ['a tail of five characters goes', `ends in ${FAKE.slice(-5)}`, 'ends in [redacted]'],
  [
    'a tail of four characters is no secret',
    `ends in ${FAKE.slice(-4)}`,
    `ends in ${FAKE.slice(-4)}`,
  ],
])('%s', (_, text, expected) => {
  expect(sanitizeMessage(text, secret)).toBe(expected);
});

test.each([299, 300, 301, 100_000])('a message of %d characters is cut at 300', (length) => {
  expect(sanitizeMessage('x'.repeat(length), secret)).toHaveLength(Math.min(length, 300));
});

test('however a provider mixes the secret into its words, no five characters of it remain', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.tuple(fc.nat(FAKE.length), fc.nat(FAKE.length)).map(([from, to]) => FAKE.slice(from, to)),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('', ' ', '\u200b', '"'), (pieces, glue) => {
      const kept = sanitizeMessage(pieces.join(glue), secret);
      expect(fiveInARow.some((part) => kept.includes(part))).toBe(false);
    }),
  );
});

test('a request id is kept only when it can be one', () => {
  expect(sanitizeRequestId('req_011CSHoEeqs', secret)).toBe('req_011CSHoEeqs');
  for (const id of [null, '', 'a b', '<script>', 'x'.repeat(81), `req_${FAKE}`]) {
    expect(sanitizeRequestId(id, secret)).toBeUndefined();
  }
});

test('a code is kept only when it can be one', () => {
  for (const code of ['invalid_api_key', 'rate.limit-1']) {
    expect(sanitizeCode(code, secret)).toBe(code);
  }
  const lower = FAKE.toLowerCase();
  for (const code of [undefined, '', 'two words', '401', 'x'.repeat(65), `bad_${lower}`]) {
    expect(sanitizeCode(code, secret)).toBeUndefined();
  }
  expect(sanitizeCode('ghp_abcdefgh12', secret)).toBeUndefined();
});
