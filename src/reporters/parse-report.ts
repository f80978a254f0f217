// Reads a report made elsewhere: strictly, and saying what does not fit without quoting it.
import type * as z from 'zod';
import { ReadError } from '../core/errors.ts';
import { fault, type Fault } from '../core/fault.ts';
import type { Report } from '../core/report.ts';
import { reportSchema } from './report-schema.ts';

const MOST_FAULTS = 20;

/** Reads a report made elsewhere; a ReadError lists every fault by its place, never by its value. */
export function parseReport(json: unknown): Report {
  const version = versionOf(json);
  if (version !== null && version !== 1) {
    throw new ReadError(fault('otherSchema', version));
  }
  const result = reportSchema.safeParse(json, { reportInput: true });
  if (result.success) return consistent(result.data);
  const faults = result.error.issues.map((issue) =>
    fault('at', placeOf(issue.path), faultOf(issue)),
  );
  const shown = faults.slice(0, MOST_FAULTS);
  const left = faults.length - shown.length;
  throw new ReadError(fault('unusableReport'), {
    faults: left > 0 ? [...shown, fault('andMore', left)] : shown,
  });
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
  throw new ReadError(fault('contradicts'));
}

function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return null;
  return typeof json.schemaVersion === 'number' ? json.schemaVersion : null;
}

// Only names of our own are quoted: a name from the file could be anything, a secret included.
function placeOf(path: readonly PropertyKey[]): Fault | string {
  const factsAt = path.indexOf('facts');
  const known = factsAt === -1 ? path : path.slice(0, factsAt + 1);
  return known.length === 0 ? fault('theReport') : known.map(String).join('.');
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'invalid_type':
      return fault('gotInstead', issue.expected, kindOf(issue.input));
    case 'invalid_value':
      return fault('expected', fault('oneOfThese', issue.values.join(', ')));
    case 'invalid_format':
      return fault('isoUtc');
    case 'unrecognized_keys':
      return fault('unknownKeys', issue.keys.length);
    default:
      return fault('doesNotFit', kindOf(issue.input));
  }
}

function kindOf(input: unknown): Fault | string {
  if (input === null) return 'null';
  if (input === undefined) return fault('nothing');
  return Array.isArray(input) ? 'array' : typeof input;
}
