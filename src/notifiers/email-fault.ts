// Decides what an SMTP conversation means for a delivery, recipient by recipient.
import type { Delivery, DeliveryFault } from '../core/alerts/notification.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';
import { scrub } from '../core/redact.ts';
import type { Secret } from '../core/secret.ts';
import { label } from '../core/terminal.ts';

/** The part of nodemailer's errors that decides. */
export interface SmtpError {
  readonly message: string;
  readonly code?: string | undefined;
  /** The code that `code` replaced, such as ECONNREFUSED. */
  readonly originalCode?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly permanent?: boolean | undefined;
  readonly recipient?: string | undefined;
  readonly rejectedErrors?: readonly SmtpError[] | undefined;
}

export type SmtpOutcome =
  | {
      readonly ok: true;
      readonly info: { readonly rejectedErrors?: readonly SmtpError[] | undefined };
    }
  | { readonly ok: false; readonly error: SmtpError; readonly bodyStarted: boolean };

export interface SmtpResult {
  readonly delivery: Delivery;
  /** The server took the recipients but not the content: another form of it may pass. */
  readonly contentRefused: boolean;
}

interface Context {
  /** host:port */
  readonly server: string;
  readonly recipients: readonly string[];
  /** Taken out of everything the server says. */
  readonly secret: Secret | null;
}

/** Turns the end of a conversation into a delivery; `pending` and `refused` name the recipients left. */
export function smtpDelivery(outcome: SmtpOutcome, context: Context): SmtpResult {
  const { recipients, server } = context;
  const rejected = outcome.ok ? outcome.info.rejectedErrors : outcome.error.rejectedErrors;
  if (rejected && rejected.length > 0) {
    return { delivery: perRecipient(rejected, context), contentRefused: false };
  }
  if (outcome.ok) {
    const detail = acceptedWords(server, recipients.length, recipients.length);
    return { delivery: { ok: true, detail }, contentRefused: false };
  }
  const { error } = outcome;
  const fault = faultOf(error, outcome.bodyStarted);
  const left = fault === 'permanent' ? { refused: recipients } : { pending: recipients };
  const detail = `${server}: ${explain(error, context)}`;
  return {
    delivery: { ok: false, fault, detail, ...left },
    contentRefused: fault === 'permanent' && error.code === 'EMESSAGE',
  };
}

/** A refusal for good (5xx) is final for that recipient alone; the others are owed the mail. */
function perRecipient(rejected: readonly SmtpError[], context: Context): Delivery {
  const names = (errors: readonly SmtpError[]) => errors.map((error) => error.recipient ?? '');
  const refused = names(rejected.filter((error) => error.permanent === true));
  const pending = names(rejected.filter((error) => error.permanent !== true));
  const { recipients, server } = context;
  const accepted = recipients.length - rejected.length;
  const reasons = rejected
    .slice(0, 3)
    .map((error) => `${error.recipient ?? SOMEBODY}: ${explain(error, context)}`);
  const detail = `${acceptedWords(server, accepted, recipients.length)}; ${reasons.join('; ')}`;
  if (pending.length > 0) return { ok: false, fault: 'transient', detail, pending, refused };
  if (accepted > 0) return { ok: true, detail, refused };
  return { ok: false, fault: 'permanent', detail, pending, refused };
}

/**
 * Only a 5xx about sender, recipients or content is final. TLS, name, port and greeting are no
 * judgement of the message: it passes once they are put right.
 */
function faultOf(error: SmtpError, bodyStarted: boolean): DeliveryFault {
  const { code, responseCode, permanent } = error;
  // 530: "authentication required" at MAIL FROM (RFC 4954).
  if (responseCode === 530) return 'auth';
  if (code === 'EAUTH') return permanent === false ? 'transient' : 'auth';
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    return (permanent ?? true) ? 'permanent' : 'transient';
  }
  // Dropped after the body began: the server may have queued it.
  return bodyStarted && responseCode === undefined ? 'ambiguous' : 'transient';
}

function acceptedWords(server: string, taken: number, all: number): string {
  return deliverySentences.accepted(server, String(taken), String(all));
}

const SOMEBODY: OwnReason = 'a recipient';
const UNKNOWN: OwnReason = 'it failed';

const WORDS: Readonly<Record<string, OwnReason | `${OwnReason}; ${OwnReason}`>> = {
  EABORT: 'stopped before it was done',
  EAUTH: 'the login was refused',
  ECONNECTION: 'the connection was dropped',
  EDNS: 'the host name cannot be resolved',
  EENVELOPE: 'sender or recipients were refused',
  EMESSAGE: 'the message was refused',
  EPROTOCOL: 'no SMTP answer',
  ESOCKET: 'no connection',
  ETIMEDOUT: 'no answer in time',
  ETLS: 'no STARTTLS, or it failed; nothing was sent in clear',
};

const HINTS: readonly (readonly [RegExp, OwnReason])[] = [
  [
    /wrong.version.number|WRONG_VERSION/i,
    'port and tls do not fit: 465 is implicit, 587 is starttls',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)/i,
    'the certificate is not trusted: name its CA in smtp.ca',
  ],
  [/ALTNAME/i, 'the certificate is for another name: set smtp.servername'],
];

function explain(error: SmtpError, { secret }: Context): string {
  const { code = 'unknown', originalCode, response } = error;
  const words = WORDS[code] ?? UNKNOWN;
  const hint = HINTS.find(([pattern]) => pattern.test(`${originalCode} ${error.message}`))?.[1];
  const said =
    response && label(scrub(response.replaceAll(/\s*\n/g, ' '), secret ? [secret] : []), 200);
  const reason = said ?? originalCode ?? code;
  return `${words} (${reason})${hint ? `; ${hint}` : ''}`;
}
