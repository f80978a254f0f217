// Runs a local program for a channel: no shell, a time limit, few words kept of what it says.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';
import { scrub } from '../core/redact.ts';
import type { Secret } from '../core/secret.ts';
import { label } from '../core/terminal.ts';
import type { Env } from '../world.ts';

const OUTPUT_BYTES = 4_096;
const SAID_COLUMNS = 200;
const LAST_WORDS_MS = 200;

export interface ProgramRun {
  readonly input?: string | Buffer;
  readonly env: Env;
  readonly signal: AbortSignal;
  /** The program may take so long, ms. */
  readonly deadlineMs: number;
  /** Kept out of `said`, beside all that looks like a credential. */
  readonly secrets?: readonly Secret[];
}

/** How a program ended. */
export interface ProgramExit {
  /** Null when a signal ended it, or it never ran. */
  readonly code: number | null;
  readonly reason: 'exited' | 'stopped' | 'not started';
  /** What it wrote to stderr, else to stdout, or why it did not start: redacted, on one line, cut. */
  readonly said: string;
}

/**
 * Runs a program without a shell. Past its deadline, or the signal, it is killed with all that it
 * started (on Windows alone). Never rejects.
 */
export async function runProgram(
  path: string,
  args: readonly string[],
  { input = '', env, signal, deadlineMs, secrets = [] }: ProgramRun,
): Promise<ProgramExit> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
  if (deadline.aborted)
    return { code: null, reason: 'not started', said: 'no time left' satisfies OwnReason };
  let child: ChildProcessWithoutNullStreams;
  try {
    // A group of its own, so that what a wrapper script has started ends with it.
    child = spawn(path, args, { detached: true, env, stdio: 'pipe' });
  } catch (error) {
    // Some faults are thrown at once, ENOTDIR and E2BIG among them.
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    return { code: null, reason: 'not started', said: code };
  }
  return new Promise((resolve) => {
    const words = { stderr: '', stdout: '' };
    let stopped = false;
    const onAbort = () => {
      stopped = true;
      kill(child.pid);
    };
    const settle = (exit: Omit<ProgramExit, 'said'>, said: string) => {
      deadline.removeEventListener('abort', onAbort);
      child.stderr.destroy();
      child.stdout.destroy();
      resolve({ ...exit, said: said === '' ? '' : oneLine(said, secrets) });
    };
    deadline.addEventListener('abort', onAbort, { once: true });
    for (const name of ['stderr', 'stdout'] as const) {
      child[name].on('data', (chunk: Buffer) => {
        if (words[name].length < OUTPUT_BYTES) words[name] += chunk.toString('utf8');
      });
    }
    // A program that does not read to the end says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      settle({ code: null, reason: 'not started' }, code);
    });
    child.on('exit', (code) => {
      const reason = stopped ? 'stopped' : 'exited';
      const done = () => settle({ code, reason }, words.stderr.trim() || words.stdout.trim());
      // The last words may still be in the pipe, but a queue runner left behind may keep it open.
      child.on('close', done);
      setTimeout(done, LAST_WORDS_MS);
    });
    child.stdin.end(input);
  });
}

/** `exit 3 (why)`, `cannot be started (ENOENT)` or `was killed …`: how a program failed, for people. */
export function exitWords({ code, reason, said }: ProgramExit): string {
  if (reason === 'stopped') return KILLED;
  const how = reason === 'exited' ? endWords(code) : NOT_STARTED;
  return said === '' ? how : `${how} (${said})`;
}

const KILLED: OwnReason = 'did not end in time and was killed';
const NOT_STARTED: OwnReason = 'cannot be started';
const BY_SIGNAL: OwnReason = 'exit by a signal';

function endWords(code: number | null): string {
  return code === null ? BY_SIGNAL : deliverySentences.exit(String(code));
}

function oneLine(said: string, secrets: readonly Secret[]): string {
  return label(scrub(said, secrets).replaceAll(/\s*\n\s*/g, '; '), SAID_COLUMNS);
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
