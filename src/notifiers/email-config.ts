// The options of an email channel, and what counts as a mail address.
import { isAbsolute } from 'node:path';
import { domainToASCII } from 'node:url';
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { channelFields, programVariables, secretSource } from '../config/option-types.ts';

export interface MailAddress {
  readonly name: string;
  /** `local@domain`, the domain in ASCII; a bare local name only for sendmail. */
  readonly address: string;
}

const MAILBOX = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>\s]+)>|([^<>\s]+))$/u;
// The dot-atom of RFC 5322, in ASCII. A leading dash would be an option to sendmail.
const LOCAL = /^(?!-)[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.(?!$)|$))+$|^\[[\da-f.:]+\]$/i;

/** Reads `ops@example.org` or `Ops <ops@example.org>`; null for anything else, lists included. */
export function parseAddress(text: string): MailAddress | null {
  const match = MAILBOX.exec(text.trim());
  const spec = match?.[2] ?? match?.[3] ?? '';
  const at = spec.lastIndexOf('@');
  const local = at < 0 ? spec : spec.slice(0, at);
  const domain = at < 0 ? null : asciiDomain(spec.slice(at + 1));
  if (!LOCAL.test(local) || (domain !== null && !DOMAIN.test(domain))) return null;
  return { name: match?.[1] ?? '', address: domain === null ? local : `${local}@${domain}` };
}

function asciiDomain(domain: string): string {
  return domain.startsWith('[') ? domain : domainToASCII(domain);
}

const address = z.string().refine((text) => parseAddress(text) !== null, {
  error: expecting('oneAddress'),
});

const hostName = z.string().regex(/^[^\s/@]+$/, expecting('hostName'));

const smtp = z
  .strictObject({
    host: hostName,
    port: z.int().min(1).max(65_535).optional().describe('587, or 465 with implicit TLS.'),
    tls: z
      .enum(['starttls', 'implicit', 'none'])
      .default('starttls')
      .describe('starttls is required, never optional; none is for this machine only.'),
    user: z.string().min(1).optional(),
    password: secretSource.optional(),
    ca: z.string().min(1).optional().describe('PEM file of the only CA to trust for this server.'),
    servername: hostName.optional().describe('Name in the certificate, where it is not the host.'),
    helo: hostName.optional().describe('Name to greet the server with.'),
    allowInsecure: z.boolean().default(false).describe('Allows tls: none to another host.'),
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), {
    path: ['password'],
    error: asMessage(fault('userAndPassword')),
  });

const sendmail = z.strictObject({
  path: z
    .string()
    .refine((path) => isAbsolute(path), { error: expecting('absolutePath') })
    .default('/usr/sbin/sendmail'),
  args: z
    .array(z.string())
    .optional()
    .describe(
      'In place of `-i -f <from> --`; the recipients follow. msmtp: ["-a", "account", "-i"].',
    ),
  env: programVariables,
});

/** The options of an email channel: by SMTP, or by the local sendmail or msmtp. */
export const emailSchema = z
  .strictObject({
    type: z.literal('email'),
    ...channelFields,
    from: address,
    to: z.array(address).min(1).max(100),
    cc: z.array(address).max(100).default([]),
    smtp: smtp.optional(),
    sendmail: sendmail.optional(),
  })
  .refine((config) => (config.smtp === undefined) !== (config.sendmail === undefined), {
    error: expecting('smtpOrSendmail'),
  })
  .refine(
    ({ smtp: server, from, to, cc }) =>
      server === undefined ||
      [from, ...to, ...cc].every((text) => parseAddress(text)?.address.includes('@') ?? true),
    { error: asMessage(fault('localAddress')) },
  );

export type EmailConfig = z.output<typeof emailSchema>;
export type SmtpConfig = NonNullable<EmailConfig['smtp']>;
export type SendmailConfig = NonNullable<EmailConfig['sendmail']>;
