// Decides how a notification is sent into a Matrix room.
import * as z from 'zod';
import type { OwnWords } from '../core/phrases/delivery-phrases.ts';
import { expecting } from '../core/fault-text.ts';
import { allowInsecure, baseUrl, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { utf8Bytes } from '../core/text-length.ts';
import { httpAddress } from './http-address.ts';
import { below, headerSecret, JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import { type Answers, waitOf } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';

/** An event may have 65,536 bytes, with what the servers add to it: ids, hashes, signatures. */
const CONTENT_BYTES = 60_000;

const schema = z.strictObject({
  type: z.literal('matrix'),
  ...channelFields,
  baseUrl: baseUrl.describe('The homeserver, https://matrix.example.org.'),
  roomId: z
    .string()
    .regex(/^![^\s/?#]{1,254}$/, expecting('roomId'))
    .describe('The id of the room: its settings, Advanced.'),
  accessToken: secretSource.describe('Of a user who is in the room.'),
  allowInsecure,
});

/** Matrix' error codes that somebody can do something about. */
const WORDS: Readonly<Record<string, OwnWords>> = {
  M_UNKNOWN_TOKEN: 'the access token is not known, or has been revoked',
  M_MISSING_TOKEN: 'no access token arrived',
  M_USER_DEACTIVATED: 'the user was deactivated',
  M_USER_LOCKED: 'the user is locked',
  M_FORBIDDEN: 'the user is not in the room, or may not write there',
  M_NOT_FOUND: 'there is no such room',
  M_UNRECOGNIZED: 'it is no Matrix homeserver, or not at this address',
  M_TOO_LARGE: 'the message is too large',
  M_LIMIT_EXCEEDED: 'too many messages',
};

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && typeof json['event_id'] === 'string',
  explain({ json }) {
    const { errcode, retry_after_ms: wait } = json;
    const why =
      typeof errcode === 'string' && Object.hasOwn(WORDS, errcode) ? WORDS[errcode] : undefined;
    return { ...(why !== undefined && { why }), ...waitOf(wait, 1) };
  },
};

/** Writes into a room; the message id is the transaction id, so a repetition shows once. */
export const matrix: NotifierKind<typeof schema> = {
  type: 'matrix',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const authorization = headerSecret(
      config.accessToken,
      `${where}, accessToken`,
      ports,
      'Bearer ',
    );
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => {
        const id = notification.id.replaceAll(/[^\w-]/g, '_');
        const transaction = refused === null ? id : `${id}-short`;
        const place = ['_matrix', 'client', 'v3', 'rooms', config.roomId, 'send', 'm.room.message'];
        return {
          method: 'PUT',
          url: below(server, ...place, transaction),
          headers: { ...JSON_TYPE, authorization: authorization.reveal() },
          body: matrixBody(notification, refused === null ? CONTENT_BYTES : SHORT_FORM),
        };
      },
    });
  },
};

function matrixBody(notification: Notification, limit: number): string {
  return fitNotification(
    notification,
    // Without the mark of mentions a name such as @room in the text would call everybody.
    (text) => JSON.stringify({ msgtype: 'm.text', body: chatText(text), 'm.mentions': {} }),
    (content) => utf8Bytes(content) <= limit,
  );
}
