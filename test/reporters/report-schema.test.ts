import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { ReadError } from '../../src/core/errors.ts';
import { parseReport } from '../../src/reporters/parse-report.ts';
import { reportJsonSchema } from '../../src/reporters/report-schema.ts';
import {
  everyFindingReport,
  hostileNames,
  hostileReport,
  makeReport,
  sampleReport,
} from '../kit/report.ts';
import { inEnglish } from '../../src/core/told-fault.ts';

/** A report as read from a file, with one value replaced. */
function withValue(path: readonly (string | number)[], value: unknown): unknown {
  const json = JSON.parse(JSON.stringify(everyFindingReport())) as Record<string, unknown>;
  let target: Record<string | number, unknown> = json;
  for (const step of path.slice(0, -1)) target = target[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete target[last];
  else target[last] = value;
  return json;
}

/** What the reader of a report is told about it. */
function faultOf(json: unknown): string {
  try {
    parseReport(json);
  } catch (error) {
    if (error instanceof ReadError) return inEnglish(error);
    throw error;
  }
  return 'accepted';
}

describe('a report read back', () => {
  const reports: Readonly<Record<string, Report>> = {
    'a small fleet': sampleReport(),
    'every finding': everyFindingReport(),
    nothing: makeReport([], []),
    ...Object.fromEntries(
      Object.entries(hostileNames).map(([name, hostile]) => [
        `name with ${name}`,
        hostileReport(hostile),
      ]),
    ),
  };

  test.each(Object.entries(reports))('is the same: %s', (_, report) => {
    const json: unknown = JSON.parse(JSON.stringify(report));
    expect(parseReport(json)).toEqual(json);
  });

  test('may hold times beyond the year 9999', () => {
    const at = new Date(8_640_000_000_000_000).toISOString();
    expect(parseReport(withValue(['summary', 'nextExpiryAt'], at)).summary.nextExpiryAt).toBe(at);
  });

  test.each([
    [['generatedAt'], undefined, 'generatedAt: expected string, got nothing'],
    [['generatedAt'], '2026-11-22', 'generatedAt: expected an ISO 8601 time in UTC'],
    [['verdict'], 'fine', 'verdict: expected one of ok, expiring, failing'],
    [['exitCode'], 3, 'exitCode: expected one of 0, 1, 2, 64'],
    [['findings', 0, 'code'], 'no_such_code', 'findings.0.code: expected one of profile_expired'],
    [['findings', 0, 'severity'], 'off', 'findings.0.severity: expected one of fail'],
    [['agents', 1, 'profiles'], null, 'agents.1.profiles: expected array, got null'],
    [['summary', 'health', 'ok'], 1.5, 'summary.health.ok: expected int, got number'],
    [['agents', 0, 'extra'], 1, 'agents.0: has 1 unknown key'],
    [
      ['findings', 0, 'facts', 'nested'],
      { a: 1 },
      'findings.0.facts: has a value that does not fit, got object',
    ],
  ])('is refused with the place of the fault: %j = %j', (path, value, fault) => {
    expect(faultOf(withValue(path, value))).toContain(fault);
  });

  test.each([null, 7, 'text', []])('is refused when it is %j', (json) => {
    expect(faultOf(json)).toMatch(/the report: expected object, got/);
  });

  test('is refused by its version before anything else', () => {
    expect(faultOf({ schemaVersion: 2 })).toBe(
      'The report is of schemaVersion 2; this monitor reads version 1.',
    );
  });

  test('has its faults told without quoting a value or a key of it', () => {
    const secret = 'sk-ant-fake-0123456789';
    const faults = [
      withValue(['findings', 0, 'facts', secret], { [secret]: secret }),
      withValue([secret], secret),
      withValue(['generatedAt'], secret),
      withValue(['verdict'], secret),
    ].map(faultOf);
    expect(faults.join('\n')).not.toContain('0123456789');
  });

  test('has at most 20 of its faults told', () => {
    const json = withValue(
      ['agents'],
      Array.from({ length: 50 }, () => 1),
    );
    const lines = faultOf(json).split('\n');
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toBe('  - and 30 more');
  });
});

describe('the JSON Schema', () => {
  const schema = reportJsonSchema();

  test('is a closed object of the current draft', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    });
  });

  test('asks for every key of a report', () => {
    expect(schema['required']).toEqual(Object.keys(sampleReport()));
  });

  test('can be written as JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
