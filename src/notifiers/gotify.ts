// Decides how a notification is sent to a Gotify server.
import * as z from 'zod';
import { allowInsecure, baseUrl, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { utf8Bytes } from '../core/text-length.ts';
import { type Urgency, urgencyOf } from '../core/alerts/urgency.ts';
import { httpAddress } from './http-address.ts';
import { below, headerSecret, JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import type { Answers } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';

/** Gotify states no limit; nobody reads more on a phone. */
const MESSAGE_BYTES = 20_000;

/** Gotify's Android app: 8 to 10 vibrates and pops up, 4 to 7 sounds, 1 to 3 is an icon alone. */
const PRIORITY: Readonly<Record<Urgency, number>> = { urgent: 8, high: 6, normal: 4, low: 2 };

const schema = z.strictObject({
  type: z.literal('gotify'),
  ...channelFields,
  baseUrl: baseUrl.describe('Your server; a path in it is kept.'),
  token: secretSource.describe('The token of an application (not of a client).'),
  allowInsecure,
});

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && Number.isInteger(json['id']),
};

/** Sends to an application of a Gotify server. */
export const gotify: NotifierKind<typeof schema> = {
  type: 'gotify',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const token = headerSecret(config.token, `${where}, token`, ports);
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => ({
        url: below(server, 'message'),
        // In the query it would stand in the logs of every proxy.
        headers: { ...JSON_TYPE, 'x-gotify-key': token.reveal() },
        body: gotifyBody(notification, refused === null ? MESSAGE_BYTES : SHORT_FORM),
      }),
    });
  },
};

function gotifyBody(notification: Notification, limit: number): string {
  return JSON.stringify({
    title: notificationSubject(notification),
    message: fitNotification(notification, chatText, (text) => utf8Bytes(text) <= limit),
    priority: PRIORITY[urgencyOf(notification)],
    extras: { 'client::display': { contentType: 'text/plain' } },
  });
}
