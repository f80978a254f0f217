// Decides how a notification is handed to a program of the user's own, and what its exit code means.
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { channelFields, programVariables } from '../config/option-types.ts';
import type {
  Delivery,
  DeliveryFault,
  Notification,
  Notifier,
} from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { visible } from '../core/terminal.ts';
import type { NotifierKind } from './notifier.ts';
import { ownVariables, programEnv } from './program-env.ts';
import { exitWords, runProgram } from './run-program.ts';
import { webhookBody } from './webhook-body.ts';

const DEADLINE_MS = 15_000;

/**
 * sysexits.h: the data is no good, the login is no good. Any other code may pass another time: a script
 * without a thought for exit codes must not lose an alert to a dead network.
 */
const FAULTS: Readonly<Record<number, DeliveryFault>> = { 65: 'permanent', 77: 'auth' };

const schema = z.strictObject({
  type: z.literal('exec'),
  ...channelFields,
  command: z
    .tuple([z.string()], z.string())
    .refine(([program]) => isAbsolute(program), expecting('absoluteFirst'))
    .refine(
      (parts) => parts.every((part) => !part.includes('\0')),
      asMessage(fault('noNulInArgument')),
    )
    .describe('Absolute path of a program and its arguments; no shell takes part.'),
  env: programVariables,
});

/**
 * Runs the program with the public webhook body on its standard input. Exit 0 is success; past 15 s
 * it is killed, and may have sent the message.
 */
export const exec: NotifierKind<typeof schema> = {
  type: 'exec',
  schema,
  create({ name = 'exec', type, command, env: given }, ports): Notifier {
    const [program, ...args] = command;
    const own = ownVariables(given, `notifier ${name}`, ports);
    return {
      name,
      type,
      async send(notification, { signal }): Promise<Delivery> {
        const exit = await runProgram(program, args, {
          input: `${webhookBody(notification)}\n`,
          env: {
            ...programEnv(ports.env),
            ...messageEnv(notification),
            ...own.reveal(),
          },
          signal,
          deadlineMs: DEADLINE_MS,
          secrets: own.secrets,
        });
        const detail = `${visible(program)}: ${exitWords(exit)}`;
        if (exit.reason === 'not started') return { ok: false, fault: 'transient', detail };
        // What was killed in the middle may have done its work.
        if (exit.code === null) return { ok: false, fault: 'ambiguous', detail };
        if (exit.code === 0) return { ok: true, detail };
        return { ok: false, fault: FAULTS[exit.code] ?? 'transient', detail };
      },
    };
  },
};

/** For programs that do not read JSON. */
function messageEnv(notification: Notification): Record<string, string> {
  const parts = {
    ID: notification.id,
    KIND: notification.kind,
    SEVERITY: notification.severity,
    VERDICT: notification.verdict,
    SUBJECT: notificationSubject(notification),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [`OPENCLAW_AUTH_MONITOR_${name}`, text]),
  );
}
