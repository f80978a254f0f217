// Reads a report made elsewhere: strictly, and saying what does not fit without quoting it.
import type * as z from 'zod';
import { ReadError } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import { reportSchema } from './report-schema.ts';

const MOST_FAULTS = 20;

/** Reads a report made elsewhere; a ReadError lists every fault by its place, never by its value. */
export function parseReport(json: unknown): Report {
  const version = versionOf(json);
  if (version !== null && version !== 1) {
    throw new ReadError(`The report is of schemaVersion ${version}; this monitor reads version 1.`);
  }
  const result = reportSchema.safeParse(json, { reportInput: true });
  if (result.success) return consistent(result.data);
  const faults = result.error.issues.map(
    (issue) => `  - ${placeOf(issue.path)}: ${faultOf(issue)}`,
  );
  const shown = faults.slice(0, MOST_FAULTS);
  const left = faults.length - shown.length;
  throw new ReadError(
    ['The report cannot be used:', ...shown, ...(left > 0 ? [`  and ${left} more`] : [])].join(
      '\n',
    ),
  );
}

/** The verdict is what the findings make of it; a report that contradicts itself is believed in nothing. */
function consistent(report: Report): Report {
  const has = (severity: string) => report.findings.some((one) => one.severity === severity);
  const [verdict, exitCode] = has('fail')
    ? (['failing', 1] as const)
    : has('warn')
      ? (['expiring', 2] as const)
      : (['ok', 0] as const);
  if (report.verdict === verdict && report.exitCode === exitCode) return report;
  throw new ReadError('The report cannot be used: its verdict is not that of its findings.');
}

function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return null;
  return typeof json.schemaVersion === 'number' ? json.schemaVersion : null;
}

// Only names of our own are quoted: a name from the file could be anything, a secret included.
function placeOf(path: readonly PropertyKey[]): string {
  const factsAt = path.indexOf('facts');
  const known = factsAt === -1 ? path : path.slice(0, factsAt + 1);
  return known.length === 0 ? 'the report' : known.map(String).join('.');
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return `expected ${issue.expected}, got ${kindOf(issue.input)}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format') return 'expected an ISO 8601 time in UTC';
  if (issue.code === 'unrecognized_keys') {
    return `has ${issue.keys.length} unknown ${issue.keys.length === 1 ? 'key' : 'keys'}`;
  }
  return `has a value that does not fit, got ${kindOf(issue.input)}`;
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (input === undefined) return 'nothing';
  return Array.isArray(input) ? 'array' : typeof input;
}
