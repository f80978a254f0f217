// Decides how a notification is sent by a Telegram bot: as plain text, which no name can break.
import * as z from 'zod';
import type { OwnWords } from '../core/phrases/delivery-phrases.ts';
import { fault } from '../core/fault.ts';
import { expecting } from '../core/fault-text.ts';
import { allowInsecure, baseUrl, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { SECOND_MS } from '../core/duration.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { utf16Units } from '../core/text-length.ts';
import { urgencyOf } from '../core/alerts/urgency.ts';
import { httpAddress } from './http-address.ts';
import { statusFault } from './http-delivery.ts';
import { below, JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import { type Answers, member, type Reply, waitOf } from './http-reply.ts';
import { configFault, type NotifierKind } from './notifier.ts';

/** The documentation says characters; UTF-16 units are never fewer. */
const TEXT_UNITS = 4_096;

const CHAT = expecting('chat');

const schema = z.strictObject({
  type: z.literal('telegram'),
  ...channelFields,
  botToken: secretSource.describe('As @BotFather gave it: digits, a colon, letters.'),
  chatId: z
    .union([z.string().regex(/^(?:-?\d{1,20}|@\w{4,64})$/, CHAT), z.int()], { error: CHAT })
    .describe('The chat, group (a negative number) or @channel to write to.'),
  threadId: z.int().min(1).optional().describe('The topic within a group.'),
  baseUrl: baseUrl
    .default('https://api.telegram.org')
    .describe('The Bot API server, where it is your own.'),
  allowInsecure,
});

type TelegramConfig = z.output<typeof schema>;

/** What Telegram's descriptions stand for; they are matched, never shown. */
const WORDS: readonly (readonly [RegExp, OwnWords])[] = [
  [/chat not found/i, 'the chat is not found; somebody has to write to the bot first'],
  [/bot was blocked/i, 'the user has blocked the bot'],
  [/bot was kicked|not a member|can't initiate/i, 'the bot is not in that chat'],
  [/not enough rights|need administrator/i, 'the bot may not write in that chat'],
  [/thread not found/i, 'the group has no such topic'],
];

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && json['ok'] === true,
  explain({ status, json }) {
    const { error_code: code, description, parameters } = json;
    const told = typeof code === 'number' && code >= 400 && code <= 599 ? code : status;
    // To a server that does not know the bot, the whole address is unknown.
    const fault = told === 404 ? 'auth' : statusFault(told);
    const text = typeof description === 'string' ? description : '';
    const why =
      told === 401 || told === 404
        ? 'the bot token is refused'
        : WORDS.find(([pattern]) => pattern.test(text))?.[1];
    return {
      ...(fault && { fault }),
      ...(why !== undefined && { why }),
      ...waitOf(member(parameters, 'retry_after'), SECOND_MS),
    };
  },
};

/** Writes to a Telegram chat as a bot. */
export const telegram: NotifierKind<typeof schema> = {
  type: 'telegram',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const server = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const token = ports.secret(config.botToken, `${where}, botToken`);
    if (!/^[\w:-]+$/.test(token.reveal())) {
      throw configFault(`${where}, botToken`, fault('expected', fault('botToken')));
    }
    return platformNotifier(config, ports, {
      ...answers,
      origin: server.origin,
      request: (notification, refused) => ({
        url: below(server, `bot${token.reveal()}`, 'sendMessage'),
        headers: JSON_TYPE,
        body: telegramBody(notification, config, refused),
      }),
    });
  },
};

function telegramBody(
  notification: Notification,
  { chatId, threadId }: TelegramConfig,
  refused: Reply | null,
): string {
  // A group that became a supergroup has a new number, and Telegram tells it.
  const movedTo = member(refused?.json['parameters'], 'migrate_to_chat_id');
  const limit = refused === null || Number.isInteger(movedTo) ? TEXT_UNITS : SHORT_FORM;
  return JSON.stringify({
    chat_id: Number.isInteger(movedTo) ? movedTo : chatId,
    text: fitNotification(notification, chatText, (text) => utf16Units(text) <= limit),
    ...(threadId !== undefined && { message_thread_id: threadId }),
    ...(urgencyOf(notification) === 'low' && { disable_notification: true }),
    link_preview_options: { is_disabled: true },
  });
}
