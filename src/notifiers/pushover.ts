// Decides how a notification is sent through Pushover.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { expecting } from '../core/fault-text.ts';
import {
  allowInsecure,
  baseUrl,
  channelFields,
  durationMs,
  secretSource,
} from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { HOUR_MS, SECOND_MS } from '../core/duration.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { parseIso } from '../core/iso.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { codePoints, cutToLength } from '../core/text-length.ts';
import { type Urgency, urgencyOf } from '../core/alerts/urgency.ts';
import { httpAddress } from './http-address.ts';
import { below, platformNotifier, SHORT_FORM } from './http-platform.ts';
import { type Answers, waitOf } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';

/** Counted in characters of up to four bytes. */
const MESSAGE_POINTS = 1_024;
const TITLE_POINTS = 250;

const PRIORITY: Readonly<Record<Urgency, number>> = { urgent: 1, high: 0, normal: 0, low: -1 };
/** Repeated by Pushover until somebody acknowledges it. */
const EMERGENCY = 2;

const emergency = z.strictObject({
  retry: durationMs
    .refine((ms) => ms >= 30 * SECOND_MS, expecting(fault('orMore', '30s')))
    .describe('How often it is repeated; 30s or more.'),
  expire: durationMs
    .refine((ms) => ms > 0 && ms <= 3 * HOUR_MS, expecting(fault('orLess', '3h')))
    .describe('For how long; 3h or less.'),
});

const schema = z.strictObject({
  type: z.literal('pushover'),
  ...channelFields,
  token: secretSource.describe('The API token of your application.'),
  user: secretSource.describe('The key of a user or a group.'),
  device: z
    .string()
    .regex(/^[\w,-]{1,200}$/, expecting('devices'))
    .optional()
    .describe('Only these devices, parted by commas.'),
  sound: z
    .string()
    .regex(/^\w{1,50}$/, expecting('sound'))
    .optional(),
  emergency: emergency
    .optional()
    .describe('A failure that is new or worse is repeated until somebody acknowledges it.'),
  baseUrl: baseUrl.default('https://api.pushover.net').describe('For tests.'),
  allowInsecure,
});

type PushoverConfig = z.output<typeof schema>;

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && json['status'] === 1,
  explain({ status, header, json }, now) {
    if (json['token'] === 'invalid') return { fault: 'auth', why: 'the token is refused' };
    if (json['user'] === 'invalid') return { fault: 'auth', why: 'the user key is refused' };
    if (status === 429) {
      const resetAt = Number(header('x-limit-app-reset') ?? Number.NaN) * SECOND_MS;
      return { why: 'the quota of the month is used up', ...waitOf(resetAt - now, 1) };
    }
    // Pushover asks for at least five seconds.
    if (status >= 500) return { waitMs: 5 * SECOND_MS };
    return json['status'] === 0 ? { fault: 'permanent' } : {};
  },
};

/** Sends to the devices of a Pushover user or group. */
export const pushover: NotifierKind<typeof schema> = {
  type: 'pushover',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const token = ports.secret(config.token, `${where}, token`);
    const user = ports.secret(config.user, `${where}, user`);
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => ({
        url: below(server, '1', 'messages.json'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          token: token.reveal(),
          user: user.reveal(),
          ...message(notification, config, refused === null ? MESSAGE_POINTS : SHORT_FORM),
        }).toString(),
      }),
    });
  },
};

function message(
  notification: Notification,
  { device, sound, emergency: wish }: PushoverConfig,
  limit: number,
): Record<string, string> {
  const urgency = urgencyOf(notification);
  const isEmergency = wish !== undefined && urgency === 'urgent';
  const seconds = (ms: number) => String(Math.floor(ms / SECOND_MS));
  return {
    title: cutToLength(notificationSubject(notification), TITLE_POINTS, codePoints),
    message: fitNotification(notification, chatText, (text) => codePoints(text) <= limit),
    priority: String(isEmergency ? EMERGENCY : PRIORITY[urgency]),
    timestamp: seconds(parseIso(notification.createdAt) ?? 0),
    ...(isEmergency && { retry: seconds(wish.retry), expire: seconds(wish.expire) }),
    ...(device !== undefined && { device }),
    ...(sound !== undefined && { sound }),
  };
}
