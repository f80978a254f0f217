// Keeps how the last run under systemd ended, for the unit that is started when one fails.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError } from '../core/errors.ts';
import { writeAtomically } from './atomic-write.ts';

/** How a run ended that came to its end. */
export interface LastRun {
  /** Which run of the unit it was. */
  readonly invocationId: string;
  readonly exitCode: number;
  /** A message that should have arrived has not. */
  readonly isOwed: boolean;
}

const FILE = 'last-run.json';

/** Notes the end of a run. Where that cannot be written, the failure looks worse than it is, not better. */
export function writeLastRun(dir: string, run: LastRun): void {
  try {
    writeAtomically(join(dir, FILE), `${JSON.stringify(run)}\n`);
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
  }
}

/** The last run that came to its end; null when none is known. */
export function readLastRun(dir: string): LastRun | null {
  const { invocationId, exitCode, isOwed } = readJson(join(dir, FILE));
  if (typeof invocationId !== 'string' || typeof exitCode !== 'number') return null;
  return { invocationId, exitCode, isOwed: isOwed === true };
}

const BREAKDOWN = 'breakdown.json';

/** Since when the monitor fails, and when people were last told; epoch ms. */
export interface Breakdown {
  readonly sinceAt: number;
  readonly toldAt: number;
  /** The last run that had come to its end then: a later one ends the breakdown. */
  readonly after: string | null;
}

/** The breakdown that people were told of; null when there is none. */
export function readBreakdown(dir: string): Breakdown | null {
  const { sinceAt, toldAt, after } = readJson(join(dir, BREAKDOWN));
  if (typeof sinceAt !== 'number' || typeof toldAt !== 'number') return null;
  return { sinceAt, toldAt, after: typeof after === 'string' ? after : null };
}

/** Throws a WriteError. */
export function writeBreakdown(dir: string, breakdown: Breakdown): void {
  writeAtomically(join(dir, BREAKDOWN), `${JSON.stringify(breakdown)}\n`);
}

function readJson(path: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(readFileSync(path, 'utf8'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}
