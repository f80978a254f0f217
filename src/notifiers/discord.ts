// Decides how a notification is posted to a Discord webhook, and how its answers are read.
import * as z from 'zod';
import { deliverySentences } from '../core/phrases/delivery-phrases.ts';
import { expecting } from '../core/fault-text.ts';
import { allowInsecure, channelFields, secretSource } from '../config/option-types.ts';
import { SECOND_MS } from '../core/duration.ts';
import { discordBody, discordPlainBody } from './discord-body.ts';
import { httpAddress } from './http-address.ts';
import { JSON_TYPE, platformNotifier } from './http-platform.ts';
import { type Answers, waitOf } from './http-reply.ts';
import type { NotifierKind } from './notifier.ts';

const schema = z.strictObject({
  type: z.literal('discord'),
  ...channelFields,
  url: secretSource.describe('The address of the webhook; it is the credential.'),
  threadId: z
    .string()
    .regex(/^\d{1,20}$/, expecting('threadId'))
    .optional()
    .describe('The thread within the channel.'),
  allowInsecure,
});

const answers: Answers = {
  accepts: ({ status, json }) => status === 200 && typeof json['id'] === 'string',
  explain({ status, json }) {
    // Discord bans addresses that go on after a webhook was deleted.
    if (status === 404) return { fault: 'gone', why: 'the webhook or its thread was deleted' };
    const { code } = json;
    return {
      ...waitOf(json['retry_after'], SECOND_MS),
      ...(Number.isInteger(code) &&
        code !== 0 && { why: deliverySentences.code('Discord', String(code)) }),
    };
  },
};

/** Posts to a webhook of a Discord channel. */
export const discord: NotifierKind<typeof schema> = {
  type: 'discord',
  schema,
  create(config, ports) {
    const where = `notifier ${config.name ?? config.type}`;
    const webhook = httpAddress(config.url, `${where}, url`, config, ports);
    return platformNotifier(config, ports, {
      ...answers,
      origin: webhook.origin,
      request: (notification, refused) => {
        const url = new URL(webhook.url.reveal());
        // Without it Discord answers before it knows whether the message can be saved.
        url.searchParams.set('wait', 'true');
        if (config.threadId !== undefined) url.searchParams.set('thread_id', config.threadId);
        const bodyOf = refused === null ? discordBody : discordPlainBody;
        return { url: url.href, headers: JSON_TYPE, body: JSON.stringify(bodyOf(notification)) };
      },
    });
  },
};
