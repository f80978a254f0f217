// Decides how a notification is published on ntfy: as JSON, since headers hold no text beyond Latin-1.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { allowInsecure, baseUrl, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { HOUR_MS } from '../core/duration.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { deliverySentences } from '../core/phrases/delivery-phrases.ts';
import type { AlertSeverity, Notification } from '../core/alerts/notification.ts';
import type { Secret } from '../core/secret.ts';
import { cutToLength, utf16Units, utf8Bytes } from '../core/text-length.ts';
import { type Urgency, urgencyOf } from '../core/alerts/urgency.ts';
import { basicLogin, httpAddress } from './http-address.ts';
import { headerSecret, JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import type { Answers } from './http-reply.ts';
import { configFault, type NotifierKind, type NotifierPorts } from './notifier.ts';

/** A longer message would become an attachment, which a locked phone does not show. */
const MESSAGE_BYTES = 4_096;
/** The server reads a JSON body up to twice its message limit (ntfy's source, server.go). */
const BODY_BYTES = 2 * MESSAGE_BYTES;
const TITLE_UNITS = 250;

const PRIORITY: Readonly<Record<Urgency, number>> = { urgent: 5, high: 4, normal: 3, low: 2 };

/** Short codes of ntfy's emoji list. */
const TAG: Readonly<Record<AlertSeverity, string>> = {
  fail: 'rotating_light',
  warn: 'warning',
  notice: 'information_source',
  info: 'information_source',
};

const schema = z
  .strictObject({
    type: z.literal('ntfy'),
    ...channelFields,
    baseUrl: baseUrl.default('https://ntfy.sh').describe('The server, where it is your own.'),
    topic: secretSource.describe('Whoever knows the topic of a public server can read it.'),
    token: secretSource.optional().describe('Access token, `tk_…`.'),
    user: z.string().min(1).optional().describe('In place of a token.'),
    password: secretSource.optional(),
    allowInsecure,
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    path: ['password'],
    error: asMessage(fault('userAndPassword')),
  })
  .refine(({ user, token }) => user === undefined || token === undefined, {
    path: ['token'],
    error: expecting('tokenOrLogin'),
  });

type NtfyConfig = z.output<typeof schema>;

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && typeof json['id'] === 'string',
  explain({ json }) {
    const { code } = json;
    if (code === 42908) return { why: 'the quota of the day is used up', waitMs: HOUR_MS };
    // Each further try would prolong the lock.
    if (code === 42909) return { fault: 'auth', why: 'locked after too many refused logins' };
    return Number.isInteger(code) ? { why: deliverySentences.code('ntfy', String(code)) } : {};
  },
};

/** Publishes to a topic of ntfy.sh or of a server of one's own. */
export const ntfy: NotifierKind<typeof schema> = {
  type: 'ntfy',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const topic = ports.secret(config.topic, `${where}, topic`);
    if (!/^[\w-]{1,64}$/.test(topic.reveal())) {
      throw configFault(
        `${where}, topic`,
        fault('expected', fault('letters', 64, fault('either', '"_"', '"-"'))),
      );
    }
    const authorization = authorizationOf(config, where, ports);
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => ({
        url: server.url.reveal(),
        headers: {
          ...JSON_TYPE,
          ...(authorization && { authorization: authorization.reveal() }),
        },
        body: ntfyBody(notification, topic.reveal(), refused === null ? MESSAGE_BYTES : SHORT_FORM),
      }),
    });
  },
};

function authorizationOf(
  { token, user, password }: NtfyConfig,
  where: string,
  ports: NotifierPorts,
): Secret | null {
  if (token !== undefined) {
    return headerSecret(token, `${where}, token`, ports, 'Bearer ');
  }
  if (user === undefined || password === undefined) return null;
  return basicLogin(`${user}:${ports.secret(password, `${where}, password`).reveal()}`);
}

function ntfyBody(notification: Notification, topic: string, limit: number): string {
  const { kind, severity } = notification;
  const bodyOf = (message: string) =>
    JSON.stringify({
      topic,
      title: cutToLength(notificationSubject(notification), TITLE_UNITS, utf16Units),
      message,
      priority: PRIORITY[urgencyOf(notification)],
      tags: [kind === 'recovered' ? 'white_check_mark' : TAG[severity]],
      // From ntfy 2.16 on, a repetition replaces what came before; older servers pass over it.
      sequence_id: notification.id.replaceAll(/[^\w-]/g, '_').slice(0, 64),
    });
  return bodyOf(
    fitNotification(
      notification,
      chatText,
      (text) => utf8Bytes(text) <= limit && utf8Bytes(bodyOf(text)) <= BODY_BYTES,
    ),
  );
}
