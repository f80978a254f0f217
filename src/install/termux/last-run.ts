// Reads from a phone's files whether its job is alive: how often it should run, when it last did, since when nobody answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND_MS } from '../../core/duration.ts';
import { dataDir } from './places.ts';

/** What is known of the job on this phone; times are epoch ms. */
export interface PhoneRuns {
  /** Whom the phone asks; null for a gateway on the phone. */
  readonly host: string | null;
  readonly periodMs: number;
  /** Null before the first run has ended. */
  readonly last: { readonly endedAt: number; readonly exitCode: number } | null;
  /** Runs in a row that could not judge, and since when; null while all is well. */
  readonly fault: { readonly sinceAt: number; readonly tries: number } | null;
}

/** The job of this user's phone; null where `install termux` has made none. Nothing is started. */
export function readPhoneRuns(home: string): PhoneRuns | null {
  const dir = dataDir(home);
  const settings = textOf(join(dir, 'settings'));
  const [, period] = /^PERIOD_MS='?(\d+)/m.exec(settings) ?? [];
  if (period === undefined) return null;
  const [, host = ''] = /^HOST='(.*)'$/m.exec(settings) ?? [];
  const [, code, endedAt] = /^(\d+) (\d+)$/m.exec(textOf(join(dir, 'var/ended'))) ?? [];
  const [, tries, sinceAt] = /^(\d+) (\d+) /m.exec(textOf(join(dir, 'var/fault'))) ?? [];
  return {
    host: host === '' ? null : host,
    periodMs: Number(period),
    last:
      endedAt === undefined
        ? null
        : { endedAt: Number(endedAt) * SECOND_MS, exitCode: Number(code) },
    fault:
      sinceAt === undefined || Number(tries) === 0
        ? null
        : { sinceAt: Number(sinceAt) * SECOND_MS, tries: Number(tries) },
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
