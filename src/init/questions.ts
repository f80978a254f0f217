// What the wizard asks for each kind of channel; every question is also a flag.

/** A question about one option of a channel. */
export interface Question {
  /** Path of the option in the channel's config: `smtp.host`. */
  readonly option: string;
  /** Long name of the flag, without dashes. */
  readonly flag: string;
  readonly ask: string;
  /** A secret is typed without echo and kept in a file of its own; its flag takes a reference. */
  readonly kind: 'text' | 'secret' | 'list' | 'port';
  readonly choices?: readonly string[];
  /** What no answer means; absent: there has to be one, unless it is optional. */
  readonly preset?: string;
  readonly isOptional?: true;
  /** Asked only where this other flag has an answer. */
  readonly after?: string;
}

export interface ChannelQuestions {
  readonly type: string;
  readonly hint: string;
  readonly questions: readonly Question[];
}

const webhookAddress = (type: string, ask: string): Question => ({
  option: 'url',
  flag: `${type}-url`,
  ask,
  kind: 'secret',
});

/** The channels of the wizard; the others are written by hand. */
export const channelQuestions: readonly ChannelQuestions[] = [
  {
    type: 'email',
    hint: 'by SMTP',
    questions: [
      { option: 'to', flag: 'email-to', ask: 'To which addresses (commas between)?', kind: 'list' },
      { option: 'from', flag: 'email-from', ask: 'From which address?', kind: 'text' },
      { option: 'smtp.host', flag: 'smtp-host', ask: 'SMTP server?', kind: 'text' },
      {
        option: 'smtp.tls',
        flag: 'smtp-tls',
        ask: 'Encryption? (none is for this machine only)',
        kind: 'text',
        choices: ['starttls', 'implicit', 'none'],
        preset: 'starttls',
      },
      {
        option: 'smtp.port',
        flag: 'smtp-port',
        ask: 'Port? (587, or 465 with implicit TLS)',
        kind: 'port',
        isOptional: true,
      },
      {
        option: 'smtp.user',
        flag: 'smtp-user',
        ask: 'User name? (none: no login)',
        kind: 'text',
        isOptional: true,
      },
      {
        option: 'smtp.password',
        flag: 'smtp-password',
        ask: 'Password?',
        kind: 'secret',
        after: 'smtp-user',
      },
    ],
  },
  {
    type: 'ntfy',
    hint: 'a phone, ntfy.sh or your own server',
    questions: [
      {
        option: 'baseUrl',
        flag: 'ntfy-server',
        ask: 'Server?',
        kind: 'text',
        preset: 'https://ntfy.sh',
      },
      {
        option: 'topic',
        flag: 'ntfy-topic',
        ask: 'Topic? (whoever knows it can read it)',
        kind: 'secret',
      },
      {
        option: 'token',
        flag: 'ntfy-token',
        ask: 'Access token? (none: open topic)',
        kind: 'secret',
        isOptional: true,
      },
    ],
  },
  {
    type: 'telegram',
    hint: 'a bot of yours',
    questions: [
      { option: 'botToken', flag: 'telegram-token', ask: 'Token of the bot?', kind: 'secret' },
      { option: 'chatId', flag: 'telegram-chat', ask: 'Id of the chat?', kind: 'text' },
    ],
  },
  {
    type: 'webhook',
    hint: 'a signed POST to your own service',
    questions: [
      webhookAddress('webhook', 'Address?'),
      {
        option: 'secret',
        flag: 'webhook-secret',
        ask: 'Secret to sign with? (none: not signed)',
        kind: 'secret',
        isOptional: true,
      },
    ],
  },
  {
    type: 'slack',
    hint: 'an incoming webhook',
    questions: [webhookAddress('slack', 'Address of the incoming webhook?')],
  },
  {
    type: 'discord',
    hint: 'a webhook of a channel',
    questions: [webhookAddress('discord', 'Address of the webhook?')],
  },
  {
    type: 'teams',
    hint: 'a workflow',
    questions: [webhookAddress('teams', 'Address of the flow?')],
  },
  {
    type: 'gotify',
    hint: 'your own Gotify server',
    questions: [
      { option: 'baseUrl', flag: 'gotify-server', ask: 'Server?', kind: 'text' },
      { option: 'token', flag: 'gotify-token', ask: 'Token of the application?', kind: 'secret' },
    ],
  },
  {
    type: 'pushover',
    hint: 'a phone',
    questions: [
      { option: 'token', flag: 'pushover-token', ask: 'API token?', kind: 'secret' },
      { option: 'user', flag: 'pushover-user', ask: 'Key of the user?', kind: 'secret' },
    ],
  },
];
