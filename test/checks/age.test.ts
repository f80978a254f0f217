import { expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/duration.ts';
import { counted, factsOf, GatewayHome, key, NOW, token } from '../kit/gateway.ts';

const check = (entry: unknown, settings: object) =>
  new GatewayHome()
    .store('main', { 'p:a': entry })
    .check({ change: { profiles: { 'p:a': settings } } });

test('the first word comes 30 days before a year is over, to the millisecond', async () => {
  const at = (ageMs: number) => check(token('p'), { issuedAt: NOW - ageMs }).then(counted);
  expect(await at(335 * DAY_MS - 1)).toEqual([]);
  expect(await at(335 * DAY_MS)).toEqual(['notice credential_age p:a']);
  expect(await at(364 * DAY_MS - 1)).toEqual(['notice credential_age p:a']);
  expect(await at(364 * DAY_MS)).toEqual(['warn credential_age p:a']);
});

test('an estimate says what it is and never fails anything', async () => {
  const report = await check(token('p'), { issuedAt: NOW - 900 * DAY_MS });
  expect(report.exitCode).toBe(2);
  expect(factsOf(report, 'credential_age')).toMatchObject({ estimated: true, ageMs: 900 * DAY_MS });
});

test.each<[string, unknown, object]>([
  ['a token whose end is known', token('p', NOW + 90 * DAY_MS), { issuedAt: NOW - 364 * DAY_MS }],
  ['a key', key('p'), { issuedAt: NOW - 364 * DAY_MS }],
  ['a token nobody said the age of', token('p'), {}],
  [
    'a token with a declared end',
    token('p'),
    { issuedAt: NOW - 364 * DAY_MS, expiresAt: NOW + 90 * DAY_MS },
  ],
])('%s has no estimated end', async (_, entry, settings) => {
  expect(counted(await check(entry, settings))).toEqual([]);
});
