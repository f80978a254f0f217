// Records of any shape: nothing is thrown, and only what has the shape of a refusal is one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecordedError } from '../../../src/core/recorded-error.ts';
import { logRecords } from '../../../src/openclaw/traces/log-record.ts';
import { turnOf } from '../../../src/openclaw/traces/transcript-entry.ts';
import { mutated, STUBBORN } from '../../kit/mutations.ts';
import { anthropicBody, failedTurn, failover, logRecord, SENTENCE } from '../../kit/records.ts';

/** Values that turn into no text and no number. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constant(STUBBORN),
  fc.constantFrom('', '400', 'constructor', SENTENCE, `400 ${anthropicBody(SENTENCE)}`),
);

const lane = 'lane task error: lane=session:agent:main:x durationMs=1 error="400 {"';
const samples: readonly object[] = [
  failedTurn(`400 ${anthropicBody(SENTENCE)}`),
  failover('anthropic:a'),
  failover(null),
  logRecord(lane, { subsystem: 'diagnostic' }),
];

test('a record with any value in any place is read or left, never thrown over', () => {
  fc.assert(
    fc.property(mutated(samples, odd), (record) => {
      turnOf(record);
      for (const { at, error } of logRecords(record)) {
        expect(Number.isFinite(at)).toBe(true);
        expect(error?.refusal?.reason ?? 'none').toMatch(/^[a-z_]+$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('an error text of any kind is read without a throw, and keeps nothing of itself', () => {
  const text = fc.oneof(
    fc.string(),
    fc.json().map((json) => `400 ${json}`),
    fc.json(),
    fc.tuple(fc.nat(120), fc.nat(120)).map(([from, count]) => {
      const whole = `400: ${anthropicBody(SENTENCE)}`;
      return whole.slice(0, from) + whole.slice(from + count);
    }),
  );
  fc.assert(
    fc.property(text, (said) => {
      const { refusal, requestId } = readRecordedError(said);
      expect(requestId ?? 'req_00000000').toMatch(/^req_[A-Za-z0-9]{8,40}$/);
      expect(JSON.stringify(refusal).length).toBeLessThan(200);
    }),
    { numRuns: 2_000 },
  );
});
