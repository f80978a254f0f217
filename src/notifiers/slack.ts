// Decides how a notification is posted to a Slack webhook: as plain text in which nothing is formatted.
import * as z from 'zod';
import { allowInsecure, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import type { DeliveryFault, Notification } from '../core/alerts/notification.ts';
import type { OwnWords } from '../core/phrases/delivery-phrases.ts';
import type { NotificationText } from '../core/alerts/notification-text.ts';
import { utf16Units } from '../core/text-length.ts';
import { httpAddress } from './http-address.ts';
import { JSON_TYPE, platformNotifier, SHORT_FORM } from './http-platform.ts';
import type { Answers } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';

/** Slack cuts what is longer, in the middle of a word. */
const TEXT_UNITS = 40_000;

const schema = z.strictObject({
  type: z.literal('slack'),
  ...channelFields,
  url: secretSource.describe('The address of the incoming webhook; it is the credential.'),
  allowInsecure,
});

/** Slack's answers in plain text, and what they mean where the status does not say it. */
const WORDS: Readonly<Record<string, { readonly why: OwnWords; readonly fault?: DeliveryFault }>> =
  {
    invalid_payload: { why: 'invalid_payload' },
    invalid_token: { why: 'invalid_token', fault: 'auth' },
    user_not_found: { why: 'user_not_found' },
    channel_not_found: { why: 'channel_not_found, the channel was deleted' },
    channel_is_archived: { why: 'channel_is_archived', fault: 'gone' },
    action_prohibited: { why: 'action_prohibited, an administrator forbids it' },
    posting_to_general_channel_denied: { why: 'posting to #general is denied' },
    no_service: { why: 'no_service, the webhook was removed or switched off' },
    no_service_id: { why: 'no_service_id' },
    no_team: { why: 'no_team, the workspace does not exist' },
    team_disabled: { why: 'team_disabled' },
    too_many_attachments: { why: 'too_many_attachments' },
    rollup_error: { why: 'rollup_error', fault: 'transient' },
  };

const answers: Answers = {
  accepts: ({ status, text }) => status === 200 && text.trim() === 'ok',
  explain({ text }) {
    const word = text.trim();
    return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? {}) : {};
  },
};

/** Posts to an incoming webhook of Slack, or of what takes the same body (Mattermost, Rocket.Chat). */
export const slack: NotifierKind<typeof schema> = {
  type: 'slack',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const webhook = httpAddress(config.url, `${where}, url`, config, ports);
    return platformNotifier(config, ports, {
      ...answers,
      origin: webhook.origin,
      request: (notification, refused) => ({
        url: webhook.url.reveal(),
        headers: JSON_TYPE,
        body: slackBody(notification, refused === null ? TEXT_UNITS : SHORT_FORM),
      }),
    });
  },
};

function slackBody(notification: Notification, limit: number): string {
  const text = fitNotification(notification, escapedText, (told) => utf16Units(told) <= limit);
  return JSON.stringify({ text, mrkdwn: false, unfurl_links: false, unfurl_media: false });
}

/** Only these three act in a text without markup: `<!channel>` would call everybody. */
function escapedText(text: NotificationText): string {
  return chatText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
