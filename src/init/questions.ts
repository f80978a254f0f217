// What the wizard asks for each kind of channel; every question is also a flag.
import type { InitPhrases } from '../core/phrases/init-phrases.ts';

/** A question about one option of a channel. */
export interface Question {
  /** Path of the option in the channel's config: `smtp.host`. */
  readonly option: string;
  /** Long name of the flag, without dashes; the question is asked in the words of `asks`. */
  readonly flag: keyof InitPhrases['asks'];
  /** A secret is typed without echo and kept in a file of its own; its flag takes a reference. */
  readonly kind: 'text' | 'secret' | 'list' | 'port';
  readonly choices?: readonly string[];
  /** What no answer means; absent: there has to be one, unless it is optional. */
  readonly preset?: string;
  readonly isOptional?: true;
  /** Asked only where this other flag has an answer. */
  readonly after?: Question['flag'];
}

export interface ChannelQuestions {
  readonly type: keyof InitPhrases['hints'];
  readonly questions: readonly Question[];
}

const address = (flag: Question['flag']): Question => ({ option: 'url', flag, kind: 'secret' });

/** The channels of the wizard; the others are written by hand. */
export const channelQuestions: readonly ChannelQuestions[] = [
  {
    type: 'email',
    questions: [
      { option: 'to', flag: 'email-to', kind: 'list' },
      { option: 'from', flag: 'email-from', kind: 'text' },
      { option: 'smtp.host', flag: 'smtp-host', kind: 'text' },
      {
        option: 'smtp.tls',
        flag: 'smtp-tls',
        kind: 'text',
        choices: ['starttls', 'implicit', 'none'],
        preset: 'starttls',
      },
      {
        option: 'smtp.port',
        flag: 'smtp-port',
        kind: 'port',
        isOptional: true,
      },
      {
        option: 'smtp.user',
        flag: 'smtp-user',
        kind: 'text',
        isOptional: true,
      },
      {
        option: 'smtp.password',
        flag: 'smtp-password',
        kind: 'secret',
        after: 'smtp-user',
      },
    ],
  },
  {
    type: 'ntfy',
    questions: [
      {
        option: 'baseUrl',
        flag: 'ntfy-server',
        kind: 'text',
        preset: 'https://ntfy.sh',
      },
      {
        option: 'topic',
        flag: 'ntfy-topic',
        kind: 'secret',
      },
      {
        option: 'token',
        flag: 'ntfy-token',
        kind: 'secret',
        isOptional: true,
      },
    ],
  },
  {
    type: 'telegram',
    questions: [
      { option: 'botToken', flag: 'telegram-token', kind: 'secret' },
      { option: 'chatId', flag: 'telegram-chat', kind: 'text' },
    ],
  },
  {
    type: 'webhook',
    questions: [
      address('webhook-url'),
      {
        option: 'secret',
        flag: 'webhook-secret',
        kind: 'secret',
        isOptional: true,
      },
    ],
  },
  {
    type: 'slack',
    questions: [address('slack-url')],
  },
  {
    type: 'discord',
    questions: [address('discord-url')],
  },
  {
    type: 'teams',
    questions: [address('teams-url')],
  },
  {
    type: 'gotify',
    questions: [
      { option: 'baseUrl', flag: 'gotify-server', kind: 'text' },
      { option: 'token', flag: 'gotify-token', kind: 'secret' },
    ],
  },
  {
    type: 'pushover',
    questions: [
      { option: 'token', flag: 'pushover-token', kind: 'secret' },
      { option: 'user', flag: 'pushover-user', kind: 'secret' },
    ],
  },
];
