// Our own words for what became of a delivery: kept and logged in English, told in any language.
import type { DeliveryFault } from '../alerts/notification.ts';

/** Every reason of ours that takes no part; a channel that has another one does not compile. */
export const ownReasons = [
  // HTTP.
  'no answer in time',
  'stopped before an answer came',
  'the host name cannot be resolved',
  'the connection was refused',
  'no trusted TLS connection',
  'the proxy did not let it through',
  'the connection was dropped',
  'the network failed',
  'redirect not followed',
  'the receiver is gone for good',
  'our credential is refused',
  'it did not say that it took the message',
  // Mail.
  'a recipient',
  'stopped before it was done',
  'the login was refused',
  'sender or recipients were refused',
  'the message was refused',
  'no SMTP answer',
  'no connection',
  'no STARTTLS, or it failed',
  'nothing was sent in clear',
  'it failed',
  'port and tls do not fit: 465 is implicit, 587 is starttls',
  'the certificate is not trusted: name its CA in smtp.ca',
  'the certificate is for another name: set smtp.servername',
  'nobody who is still owed it is in the config',
  // Programs.
  'no time left',
  'did not end in time and was killed',
  'it may have queued the mail',
  'exit by a signal',
  'cannot be started',
  'shown',
  'no desktop session: DBUS_SESSION_BUS_ADDRESS is not set, and XDG_RUNTIME_DIR has no bus',
  'are Termux:API and its app installed?',
  // Platforms.
  'nothing was owed',
  'PagerDuty takes no more events in this minute',
  'the event or the routing key is not valid',
  'nothing is kept under key and tag',
  'a service behind it did not take it',
  'the access token is not known, or has been revoked',
  'no access token arrived',
  'the user was deactivated',
  'the user is locked',
  'the user is not in the room, or may not write there',
  'there is no such room',
  'it is no Matrix homeserver, or not at this address',
  'the message is too large',
  'too many messages',
  'the quota of the day is used up',
  'locked after too many refused logins',
  'the token is refused',
  'the user key is refused',
  'the quota of the month is used up',
  'the channel was deleted',
  'an administrator forbids it',
  'posting to #general is denied',
  'the webhook was removed or switched off',
  'the workspace does not exist',
  'the flow was deleted',
  'the flow has no such trigger',
  'the flow is switched off, or its owner has left',
  'the flow expects another body: use the template for alerts',
  'the flow takes calls of signed-in users only',
  'the bot token is refused',
  'the chat is not found',
  'somebody has to write to the bot first',
  'the user has blocked the bot',
  'the bot is not in that chat',
  'the bot may not write in that chat',
  'the group has no such topic',
  'the webhook or its thread was deleted',
] as const;

export type OwnReason = (typeof ownReasons)[number];

/** What a channel may say in its own words: reasons, and codes of the platform. */
export type OwnWords =
  | OwnReason
  | `${OwnReason}; ${OwnReason}`
  | `${string}_${string}`
  | `${string}'s code ${string}`;

/** Sentences with parts; what goes into them is quoted. */
export const deliverySentences = {
  answered: (origin: string, status: string) => `${origin} answered ${status}`,
  code: (platform: string, code: string) => `${platform}'s code ${code}` as const,
  accepted: (server: string, taken: string, all: string) =>
    `${server} accepted it for ${taken} of ${all}`,
  took: (origin: string, taken: string, all: string) => `${origin} took ${taken} of ${all} alerts`,
  told: (told: string, all: string) => `${told} of ${all} told`,
  exit: (code: string) => `exit ${code}`,
  queuedBy: (path: string) => `queued by ${path}`,
  refused: (recipients: string) => `refused for good: ${recipients}`,
  unexpected: (error: string) => `unexpected fault in the channel: ${error}`,
  broken: (error: string) => `the channel failed: ${error}`,
};

type Sentences = typeof deliverySentences;

export interface DeliveryPhrases {
  readonly faults: Readonly<Record<DeliveryFault, string>>;
  readonly reasons: Readonly<Record<OwnReason, string>>;
  readonly sentences: {
    readonly [Name in keyof Sentences]: (...parts: Parameters<Sentences[Name]>) => string;
  };
}
