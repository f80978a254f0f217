// Keeps the report of the last run, for whoever wants to see it without judging again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError, ReadError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import type { Report } from '../core/report.ts';
import { writeAtomically } from './atomic-write.ts';

const FILE = 'last-report.json';

/** Rows of more credentials than these (some 20 MiB) are left out; the findings are kept. */
const MOST_PROFILES = 50_000;

/** Keeps the report. Where that cannot be written the one before stays, and tells its own time. */
export function writeLastReport(dir: string, report: Report): void {
  const kept =
    report.summary.profiles > MOST_PROFILES
      ? { ...report, agents: [], auth: { ...report.auth, oauth: noLogins(report) } }
      : report;
  try {
    writeAtomically(join(dir, FILE), `${JSON.stringify(kept)}\n`);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
  }
}

function noLogins({ auth }: Report): Report['auth']['oauth'] {
  return { ...auth.oauth, profiles: [], providers: [] };
}

/** The report of the last run as JSON, still to be checked; a ReadError (74) when there is none. */
export function readLastReport(dir: string): unknown {
  const path = join(dir, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ReadError(
      code === 'ENOENT'
        ? fault('noLastReport', path)
        : fault('unreadReport', path, code ?? message),
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ReadError(fault('damagedReport', path));
  }
}
