// What the wizard says and asks, in English; every language says the same.

export const initPhrases = {
  left: 'Left: nothing was written.',
  judged: 'What is judged here now:',
  stays: (path: string) => `${path} stays as it is.`,
  wrote: (path: string) => `Wrote ${path}`,
  changed: (path: string) => `Changed ${path}`,
  who: 'Who is told when something is wrong? (space chooses, enter goes on)',
  whoElse: 'Who else is told? (space chooses, enter goes on)',
  staying: 'Which channels stay? (space takes one out, enter goes on)',
  changing: 'Which of them are to change? (space chooses, enter goes on)',
  keptSecret: (ask: string) => `${ask} (empty: it stays as it is)`,
  keepFailing: 'Keep this channel all the same?',
  leftOut: (name: string) => `Left ${name} out; --keep-failing keeps it.`,
  unchanged: (name: string) => `Left ${name} as it was; --keep-failing changes it all the same.`,
  tookOut: (names: string) => `Took out ${names}`,
  unused: (path: string) => `No channel uses this file any more: ${path}`,
  needed: 'An answer is needed here.',
  yes: 'Yes',
  no: 'No',
  letRun: (target: string) => `Let ${target} run it every half hour?`,
  youAreTold: 'you are told what is new',
  nobodyIsTold: 'nobody is told yet, for want of a channel',
  runs: (told: string) =>
    `From now on it runs every half hour, first within the next one, and ${told}.`,
  nothingRuns: (how: string, told: string) =>
    `Nothing runs it yet: \`${how}\` makes it run every half hour, \`auth-monitor run\` once and now; then ${told}.`,
  /** Comments of a fresh config, one line each. */
  config: {
    head: 'Configuration of openclaw-auth-monitor. Every key: auth-monitor schema, docs/configuration.md.',
    gateways:
      'OpenClaw state directories to judge. Left out: the one that OpenClaw itself would use.',
    probe:
      'What providers are asked: off, metadata (free requests), inference (one paid token each).',
    notifiers: 'Who is told. auth-monitor test sends a test message through each.',
  },
  hints: {
    email: 'by SMTP',
    ntfy: 'a phone, ntfy.sh or your own server',
    telegram: 'a bot of yours',
    webhook: 'a signed POST to your own service',
    slack: 'an incoming webhook',
    discord: 'a webhook of a channel',
    teams: 'a workflow',
    gotify: 'your own Gotify server',
    pushover: 'a phone',
  },
  asks: {
    'email-to': 'To which addresses (commas between)?',
    'email-from': 'From which address?',
    'smtp-host': 'SMTP server?',
    'smtp-tls': 'Encryption? (none is for this machine only)',
    'smtp-port': 'Port? (587, or 465 with implicit TLS)',
    'smtp-user': 'User name? (none: no login)',
    'smtp-password': 'Password?',
    'ntfy-server': 'Server?',
    'ntfy-topic': 'Topic? (whoever knows it can read it)',
    'ntfy-token': 'Access token? (none: open topic)',
    'telegram-token': 'Token of the bot?',
    'telegram-chat': 'Id of the chat?',
    'webhook-url': 'Address?',
    'webhook-secret': 'Secret to sign with? (none: not signed)',
    'slack-url': 'Address of the incoming webhook?',
    'discord-url': 'Address of the webhook?',
    'teams-url': 'Address of the flow?',
    'gotify-server': 'Server?',
    'gotify-token': 'Token of the application?',
    'pushover-token': 'API token?',
    'pushover-user': 'Key of the user?',
  },
};

export type InitPhrases = typeof initPhrases;
