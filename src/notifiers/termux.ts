// Decides what an Android phone shows: one notification per incident, by the commands of Termux:API.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { expecting } from '../core/fault-text.ts';
import { channelFields } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type {
  AlertSeverity,
  Delivery,
  DeliveryAttempt,
  IncidentView,
  Notification,
  Notifier,
} from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { utf16Units } from '../core/text-length.ts';
import type { OwnReason } from '../core/phrases/delivery-phrases.ts';
import { deliverEach } from './each-incident.ts';
import type { NotifierKind, NotifierPorts } from './notifier.ts';
import { programEnv } from './program-env.ts';
import { exitWords, runProgram } from './run-program.ts';

const GROUP = 'openclaw-auth-monitor';
/** Where Termux lives on every phone; $PREFIX says so too. */
const PREFIX = '/data/data/com.termux/files/usr';
/** Without the Termux:API app its commands wait for ever. */
const DEADLINE_MS = 8_000;
/** Each call takes up to a second on a phone; what is more is told in one. */
const MOST_SINGLE = 4;
const CONTENT_UNITS = 2_000;

const PRIORITY: Readonly<Record<AlertSeverity, string>> = {
  fail: 'high',
  warn: 'default',
  notice: 'low',
  info: 'low',
};

// Actions are run by a shell of another app, so nothing that it could interpret may be in them.
const script = z.string().regex(/^\/[\w./-]+$/, expecting('plainPath'));

const schema = z.strictObject({
  type: z.literal('termux'),
  ...channelFields,
  tap: script.optional().describe('Script that a tap on the notification runs.'),
  buttons: z
    .array(
      z.strictObject({
        label: z.string().regex(/^[^\p{Cc}]{1,30}$/u, expecting('visibleCharacters')),
        script,
      }),
    )
    .max(3)
    .default([])
    .describe('Up to three buttons, each running a script without arguments.'),
});

type TermuxConfig = z.output<typeof schema>;
type Call = (command: string, args: readonly string[]) => Promise<Delivery>;

/**
 * Shows a notification per incident under an id that lasts as long as the incident: news replace it,
 * a recovery removes it. A failure cannot be swiped away.
 */
export const termux: NotifierKind<typeof schema> = {
  type: 'termux',
  schema,
  create(config, ports): Notifier {
    return {
      name: config.name ?? config.type,
      type: config.type,
      async send(notification, attempt) {
        const call = caller(ports, attempt);
        const { kind, incidents } = notification;
        if (kind === 'test' || kind === 'deadletter') {
          return show(call, notification, { key: kind, isSticky: false }, config);
        }
        if (kind === 'recovered') return clear(call, notification, attempt, config);
        const single = incidents.slice(0, MOST_SINGLE);
        const told = await deliverEach(single, attempt, async (incident) =>
          show(
            call,
            only(notification, incident),
            { key: incident.fingerprint, isSticky: incident.severity === 'fail' },
            config,
          ),
        );
        const rest = { ...notification, incidents: incidents.slice(MOST_SINGLE) };
        if (!told.ok || rest.incidents.length === 0) return told;
        return show(call, rest, { key: 'more', isSticky: false }, config);
      },
    };
  },
};

/** Takes away what is shown of these incidents, then says that they are over. */
async function clear(
  call: Call,
  notification: Notification,
  attempt: DeliveryAttempt,
  config: TermuxConfig,
): Promise<Delivery> {
  const removed = await deliverEach(notification.incidents, attempt, async ({ fingerprint }) =>
    call('termux-notification-remove', [idOf(fingerprint)]),
  );
  if (!removed.ok) return removed;
  const place = { key: `recovered-${notification.id}`, isSticky: false };
  return show(call, notification, place, config);
}

async function show(
  call: Call,
  notification: Notification,
  { key, isSticky }: { readonly key: string; readonly isSticky: boolean },
  { tap, buttons }: TermuxConfig,
): Promise<Delivery> {
  const { kind, severity } = notification;
  const isOver = kind === 'recovered' || kind === 'test';
  return call('termux-notification', [
    '--id',
    idOf(key),
    '--group',
    GROUP,
    '--title',
    notificationSubject(notification),
    '--content',
    fitNotification(notification, chatText, (text) => utf16Units(text) <= CONTENT_UNITS),
    '--priority',
    isOver ? 'low' : PRIORITY[severity],
    // A repetition after a lost answer makes no second sound; what is worse or still open does.
    ...(kind === 'firing' ? ['--alert-once'] : []),
    ...(isSticky ? ['--ongoing'] : []),
    ...(tap === undefined ? [] : ['--action', tap]),
    ...buttons.flatMap(({ label, script: path }, index) => [
      `--button${index + 1}`,
      label,
      `--button${index + 1}-action`,
      path,
    ]),
  ]);
}

const ADVICE: OwnReason = 'are Termux:API and its app installed?';

function caller({ env }: NotifierPorts, { signal }: DeliveryAttempt): Call {
  const bin = `${env['PREFIX'] ?? PREFIX}/bin`;
  return async (command, args) => {
    const options = { env: programEnv(env), signal, deadlineMs: DEADLINE_MS };
    const exit = await runProgram(`${bin}/${command}`, args, options);
    if (exit.reason === 'exited' && exit.code === 0) return { ok: true, detail: command };
    const hint = exit.reason === 'exited' ? '' : `; ${ADVICE}`;
    // Shown twice under one id is shown once, so a repetition does no harm.
    return { ok: false, fault: 'transient', detail: `${command} ${exitWords(exit)}${hint}` };
  };
}

function only(notification: Notification, incident: IncidentView): Notification {
  return { ...notification, severity: incident.severity, incidents: [incident], truncated: 0 };
}

/** An id that no command could take for an option. */
function idOf(key: string): string {
  const isPlain = /^[\w-]{1,60}$/.test(key);
  return `${GROUP}-${isPlain ? key : createHash('sha256').update(key).digest('hex').slice(0, 26)}`;
}
