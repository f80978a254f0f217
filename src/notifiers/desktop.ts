// Decides what a desktop shows: one notification per message, by notify-send.
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import * as z from 'zod';
import { expecting } from '../core/fault-text.ts';
import { channelFields } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { DAY_MS } from '../core/duration.ts';
import type {
  AlertSeverity,
  Delivery,
  Notification,
  Notifier,
} from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import type { OwnReason } from '../core/phrases/delivery-phrases.ts';
import { utf16Units } from '../core/text-length.ts';
import type { Env } from '../world.ts';
import type { NotifierKind } from './notifier.ts';
import { programEnv } from './program-env.ts';
import { exitWords, runProgram } from './run-program.ts';

const DEADLINE_MS = 10_000;
/** Nobody reads more than that in a bubble. */
const BODY_UNITS = 1_500;
/** Whoever logs in a day later looks at the present state, not at old bubbles. */
const KEPT_MS = DAY_MS;

const URGENCY: Readonly<Record<AlertSeverity, string>> = {
  fail: 'critical',
  warn: 'normal',
  notice: 'low',
  info: 'low',
};

const schema = z.strictObject({
  type: z.literal('desktop'),
  ...channelFields,
  path: z
    .string()
    .refine((path) => isAbsolute(path), { error: expecting('absolutePath') })
    .default('/usr/bin/notify-send')
    .describe('Absolute path of notify-send.'),
});

/**
 * Shows a message in the session of the user that runs the monitor. Success means that the session
 * took it. A message that finds no session for a day is given up.
 */
export const desktop: NotifierKind<typeof schema> = {
  type: 'desktop',
  schema,
  create({ name = 'desktop', type, path }, { env }): Notifier {
    return {
      name,
      type,
      async send(notification, { now, signal }): Promise<Delivery> {
        const bus = busOf(env);
        if (bus === null) return failure(notification, now, NO_SESSION);
        const options = {
          env: { ...programEnv(env), DBUS_SESSION_BUS_ADDRESS: bus },
          signal,
          deadlineMs: DEADLINE_MS,
        };
        const exit = await runProgram(path, argsOf(notification), options);
        if (exit.reason === 'exited' && exit.code === 0) return { ok: true, detail: SHOWN };
        return failure(notification, now, `${path}: ${exitWords(exit)}`);
      },
    };
  },
};

const SHOWN: OwnReason = 'shown';
const NO_SESSION: OwnReason =
  'no desktop session: DBUS_SESSION_BUS_ADDRESS is not set, and XDG_RUNTIME_DIR has no bus';

/** The message bus of the session: as given, or where systemd puts it. */
function busOf(env: Env): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: given = '', XDG_RUNTIME_DIR: dir = '' } = env;
  if (given !== '') return given;
  const socket = join(dir, 'bus');
  return dir !== '' && existsSync(socket) ? `unix:path=${socket}` : null;
}

function argsOf(notification: Notification): readonly string[] {
  const { id, kind, severity } = notification;
  const isOver = kind === 'recovered' || kind === 'test';
  const body = fitNotification(notification, chatText, (text) => utf16Units(text) <= BODY_UNITS);
  return [
    '--app-name=openclaw-auth-monitor',
    `--urgency=${isOver ? 'low' : URGENCY[severity]}`,
    // Where the server knows it, a repetition takes the place of the first.
    `--hint=string:x-dunst-stack-tag:${id}`,
    '--',
    notificationSubject(notification),
    escapeBody(body),
  ];
}

/** The body may hold markup (Desktop Notifications 1.2), and notify-send reads escapes such as `\n` in it. */
function escapeBody(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\\', '\\\\');
}

function failure({ createdAt }: Notification, now: number, detail: string): Delivery {
  const isOld = now - Date.parse(createdAt) >= KEPT_MS;
  return { ok: false, fault: isOld ? 'permanent' : 'transient', detail };
}
