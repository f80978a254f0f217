// Reads from a phone's files whom its job asks, and since when it could not judge.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECOND_MS } from '../../core/duration.ts';
import { dataDir } from './places.ts';

export interface InstalledJob {
  /** As ssh takes it; null for a gateway on the phone. */
  readonly host: string | null;
  readonly periodMs: number;
  /** Runs in a row that ended without a judgement, the first in epoch ms; null while all is well. */
  readonly fault: { readonly sinceAt: number; readonly tries: number } | null;
}

/** Null where `install termux` has made no job. Nothing is started. */
export function readPhoneJob(home: string): InstalledJob | null {
  const dir = dataDir(home);
  const settings = textOf(join(dir, 'settings'));
  const [, host] = /^HOST='(.*)'$/m.exec(settings) ?? [];
  const [, period] = /^PERIOD_MS='(\d+)'$/m.exec(settings) ?? [];
  if (host === undefined || period === undefined) return null;
  const [, tries, sinceAt] = /^(\d+) (\d+) /.exec(textOf(join(dir, 'var/fault'))) ?? [];
  const isFault = sinceAt !== undefined && Number(tries) > 0;
  return {
    host: host === '' ? null : host,
    periodMs: Number(period),
    fault: isFault ? { sinceAt: Number(sinceAt) * SECOND_MS, tries: Number(tries) } : null,
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
