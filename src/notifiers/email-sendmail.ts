// Hands one mail to a local program that takes mail like sendmail does: sendmail, msmtp, dma.
import type { Delivery, DeliveryFault } from '../core/alerts/notification.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';
import type { Env } from '../world.ts';
import type { SendmailConfig } from './email-config.ts';
import type { Envelope } from './email-smtp.ts';
import { mailProgramEnv, type OwnVariables } from './program-env.ts';
import { exitWords, runProgram } from './run-program.ts';

const DEADLINE_MS = 20_000;
const PERHAPS: OwnReason = 'it may have queued the mail';

/** sysexits.h as sendmail and msmtp use it; what is not here may pass another time. */
const FAULTS: Readonly<Record<number, DeliveryFault>> = {
  65: 'permanent',
  67: 'permanent',
  77: 'auth',
};

export interface SendmailMeans {
  readonly signal: AbortSignal;
  readonly env: Env;
  /** From the config. */
  readonly own: OwnVariables;
}

/**
 * Pipes a mail (LF) into the program, without a shell. Success means that it is queued there. Past
 * 20 s, or the signal, the program and what it started are killed: it may have queued the mail.
 */
export async function sendBySendmail(
  { path, args }: SendmailConfig,
  mail: Buffer,
  envelope: Envelope,
  { signal, env, own }: SendmailMeans,
): Promise<Delivery> {
  const fixed = args ?? ['-i', '-f', envelope.from, '--'];
  const exit = await runProgram(path, [...fixed, ...envelope.to], {
    input: mail,
    env: { ...mailProgramEnv(env), ...own.reveal() },
    signal,
    deadlineMs: DEADLINE_MS,
    secrets: own.secrets,
  });
  if (exit.reason === 'exited' && exit.code === 0)
    return { ok: true, detail: deliverySentences.queuedBy(path) };
  if (exit.reason === 'stopped') {
    const detail = `${path} ${exitWords(exit)}; ${PERHAPS}`;
    return { ok: false, fault: 'ambiguous', detail, pending: envelope.to };
  }
  const fault = FAULTS[exit.code ?? 0] ?? 'transient';
  const left = fault === 'permanent' ? { refused: envelope.to } : { pending: envelope.to };
  return { ok: false, fault, detail: `${path}: ${exitWords(exit)}`, ...left };
}
