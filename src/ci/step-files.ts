// Writes what a CI service reads from a step: outputs and the job summary.
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';

/** GitHub drops a summary above this whole, bytes (actions/runner 2.336.0). */
const MOST_SUMMARY_BYTES = 1024 * 1024;

/**
 * Appends `name<<delimiter` blocks to the file that `$GITHUB_OUTPUT` names; the delimiter is random, so no
 * value can end its block. Throws a WriteError (73).
 */
export function writeOutputs(path: string, outputs: Readonly<Record<string, string>>): void {
  const blocks = Object.entries(outputs).map(([name, value]) => {
    const delimiter = `auth-monitor-${randomBytes(12).toString('hex')}`;
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
  });
  append(path, blocks.join(''));
}

/** Appends Markdown to the file that `$GITHUB_STEP_SUMMARY` names. Throws a WriteError (73). */
export function writeSummary(path: string, markdown: string): void {
  if (Buffer.byteLength(markdown) > MOST_SUMMARY_BYTES) return;
  append(path, markdown);
}

function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WriteError(fault('cannotWrite', path, code ?? message), { cause: error });
  }
}
