// Decides how a notification is handed to an Apprise API server, the bridge to a hundred services.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { baseUrl, allowInsecure, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { AlertSeverity, Notification } from '../core/alerts/notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import { utf16Units } from '../core/text-length.ts';
import { basicLogin, httpAddress } from './http-address.ts';
import { below, JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import type { Answers } from './http-reply.ts';
import { configFault, type NotifierKind } from './notifier.ts';

/** Services behind the bridge have limits of their own, which Apprise knows; this is for the worst digest. */
const BODY_UNITS = 10_000;

/** With the log of what its services said. */
const LONGEST_YES = 100_000;

const TYPE: Readonly<Record<AlertSeverity, string>> = {
  fail: 'failure',
  warn: 'warning',
  notice: 'info',
  info: 'info',
};

const schema = z
  .strictObject({
    type: z.literal('apprise'),
    ...channelFields,
    baseUrl: baseUrl.describe('The Apprise API server, such as http://localhost:8000.'),
    key: secretSource.describe('The key under which the server keeps your services.'),
    tag: z
      .string()
      .regex(/^[\w\s,-]{1,200}$/, expecting('tags'))
      .optional()
      .describe('Only services with these tags; a space means and, a comma means or.'),
    user: z.string().min(1).optional().describe('Where the server asks for a login.'),
    password: secretSource.optional(),
    allowInsecure,
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    path: ['password'],
    error: asMessage(fault('userAndPassword')),
  });

const answers: Answers = {
  // Its yes is a short text or JSON, by version; a page is from whoever stands in between.
  accepts: ({ status, text }) =>
    status === 200 && text.length < LONGEST_YES && !/^\s*<(?:!doctype|html)/i.test(text),
  explain({ status }) {
    if (status === 204) return { fault: 'transient', why: 'nothing is kept under key and tag' };
    // The others have got it by then.
    if (status === 424) return { fault: 'ambiguous', why: 'a service behind it did not take it' };
    return {};
  },
};

/** Posts to `/notify/KEY`; 200 alone says that every service took it. */
export const apprise: NotifierKind<typeof schema> = {
  type: 'apprise',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const key = ports.secret(config.key, `${where}, key`);
    if (!/^[\w-]{1,128}$/.test(key.reveal())) {
      throw configFault(
        `${where}, key`,
        fault('expected', fault('letters', 128, fault('either', '"_"', '"-"'))),
      );
    }
    const { user, password, tag } = config;
    const login =
      user === undefined || password === undefined
        ? null
        : basicLogin(`${user}:${ports.secret(password, `${where}, password`).reveal()}`);
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => ({
        url: below(server, 'notify', key.reveal()),
        headers: {
          ...JSON_TYPE,
          accept: 'application/json',
          ...(login && { authorization: login.reveal() }),
        },
        body: JSON.stringify({
          title: notificationSubject(notification),
          body: bodyOf(notification, refused === null ? BODY_UNITS : SHORT_FORM),
          type: notification.kind === 'recovered' ? 'success' : TYPE[notification.severity],
          format: 'text',
          ...(tag !== undefined && { tag }),
        }),
      }),
    });
  },
};

function bodyOf(notification: Notification, limit: number): string {
  return fitNotification(notification, chatText, (text) => utf16Units(text) <= limit);
}
