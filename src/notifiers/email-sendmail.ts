// Hands one mail to a local program that takes mail like sendmail does: sendmail, msmtp, dma.
import { spawn } from 'node:child_process';
import type { Delivery, DeliveryFault } from '../core/notification.ts';
import { scrub } from '../core/redact.ts';
import { label } from '../core/terminal.ts';
import type { Env } from '../world.ts';
import type { SendmailConfig } from './email-config.ts';
import type { Envelope } from './email-smtp.ts';

const DEADLINE_MS = 20_000;
const STDERR_BYTES = 4_096;
const LAST_WORDS_MS = 200;

/** sysexits.h as sendmail and msmtp use it; what is not here may pass another time. */
const FAULTS: Readonly<Record<number, DeliveryFault>> = {
  65: 'permanent',
  67: 'permanent',
  77: 'auth',
};

interface Exit {
  readonly code: number | null;
  readonly reason: 'exited' | 'stopped' | 'not started';
  readonly said: string;
}

/**
 * Pipes a mail (LF) into the program, without a shell. Success means that it is queued there. Past
 * 20 s, or the signal, the program and what it started are killed: it may have queued the mail.
 */
export async function sendBySendmail(
  { path, args }: SendmailConfig,
  mail: Buffer,
  envelope: Envelope,
  { signal, env }: { readonly signal: AbortSignal; readonly env: Env },
): Promise<Delivery> {
  const fixed = args ?? ['-i', '-f', envelope.from, '--'];
  const exit = await runProgram(path, [...fixed, ...envelope.to], mail, { signal, env });
  if (exit.code === 0) return { ok: true, detail: `queued by ${path}` };
  if (exit.reason === 'stopped') {
    const detail = `${path} did not end in time and was killed; it may have queued the mail`;
    return { ok: false, fault: 'ambiguous', detail, pending: envelope.to };
  }
  const fault = FAULTS[exit.code ?? 0] ?? 'transient';
  const how = exit.reason === 'exited' ? `exit ${exit.code ?? 'by a signal'}` : 'cannot be started';
  const said = label(scrub(exit.said.trim().replaceAll(/\s*\n\s*/g, '; ')), 200);
  const detail = `${path}: ${how}${said === '' ? '' : ` (${said})`}`;
  const left = fault === 'permanent' ? { refused: envelope.to } : { pending: envelope.to };
  return { ok: false, fault, detail, ...left };
}

async function runProgram(
  path: string,
  args: readonly string[],
  input: Buffer,
  { signal, env }: { readonly signal: AbortSignal; readonly env: Env },
): Promise<Exit> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  if (deadline.aborted) return { code: null, reason: 'not started', said: 'no time left' };
  return new Promise((resolve) => {
    // A group of its own, so that what a wrapper script has started ends with it.
    const child = spawn(path, args, { detached: true, env, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    let stopped = false;
    const onAbort = () => {
      stopped = true;
      kill(child.pid);
    };
    const settle = (exit: Omit<Exit, 'said'>, why = said) => {
      deadline.removeEventListener('abort', onAbort);
      child.stderr.destroy();
      resolve({ ...exit, said: why });
    };
    deadline.addEventListener('abort', onAbort, { once: true });
    child.stderr.on('data', (chunk: Buffer) => {
      if (said.length < STDERR_BYTES) said += chunk.toString('utf8');
    });
    // A program that does not read to the end says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.on('error', ({ code }: NodeJS.ErrnoException) => {
      settle({ code: null, reason: 'not started' }, code);
    });
    child.on('exit', (code) => {
      const done = () => settle({ code, reason: stopped ? 'stopped' : 'exited' });
      // The last words may still be in the pipe, but a queue runner left behind may keep it open.
      child.on('close', done);
      setTimeout(done, LAST_WORDS_MS);
    });
    child.stdin.end(input);
  });
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
