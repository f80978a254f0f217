// Hands one mail to an SMTP server, and tells recipient by recipient how that went.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { fault } from '../core/fault.ts';
import type { Secret } from '../core/secret.ts';
import type { SmtpConfig } from './email-config.ts';
import { smtpDelivery, type SmtpError, type SmtpOutcome, type SmtpResult } from './email-fault.ts';
import { configFault, isLoopback, type NotifierPorts } from './notifier.ts';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** Sends a mail (CRLF) to the recipients of the envelope. */
export type MailTransport = (
  mail: Buffer,
  envelope: Envelope,
  signal: AbortSignal,
) => Promise<SmtpResult>;

// nodemailer's own are 2 min, 30 s, 10 min, 30 s and 5 s: far more than a run has.
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 5_000,
  socketCloseTimeout: 1_000,
};

/** Prepares an SMTP server for sending; throws a MonitorError (78) for options that cannot be used. */
export function smtpTransport(
  config: SmtpConfig,
  where: string,
  ports: NotifierPorts,
): MailTransport {
  const { host, tls, user, password } = config;
  const port = config.port ?? (tls === 'implicit' ? 465 : 587);
  const server = `${host}:${port}`;
  if (tls === 'none' && !isLoopback(host)) {
    if (!config.allowInsecure) {
      throw configFault(where, fault('needsTls', host));
    }
    ports.warn(({ openMail }) => openMail(where, server));
  }
  const secret = password === undefined ? null : ports.secret(password, `${where}, password`);
  const options: SMTPConnectionOptions = {
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(config.helo !== undefined && { name: config.helo }),
    ...(config.servername !== undefined && { servername: config.servername }),
    ...(config.ca !== undefined && { tls: { ca: readCa(config.ca, where) } }),
    ...TIMEOUTS,
  };
  const login = user === undefined || secret === null ? null : { user, secret };
  return async (mail, envelope, signal) => {
    const outcome = await converse(options, login, mail, envelope, signal);
    return smtpDelivery(outcome, { server, recipients: envelope.to, secret });
  };
}

function readCa(path: string, where: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw configFault(where, fault('unreadCa', path, code ?? 'unknown'));
  }
}

async function converse(
  options: SMTPConnectionOptions,
  login: { readonly user: string; readonly secret: Secret } | null,
  mail: Buffer,
  envelope: Envelope,
  signal: AbortSignal,
): Promise<SmtpOutcome> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const connection = new SMTPConnection(options);
  let bodyStarted = false;
  // The connection pulls this only after the server has said yes to DATA.
  const body = Readable.from(
    (function* content() {
      bodyStarted = true;
      yield mail;
    })(),
    { objectMode: false },
  );
  return new Promise((resolve) => {
    const fail = (error: SmtpError) => settle({ ok: false, error, bodyStarted });
    const onAbort = () => fail({ code: 'EABORT', message: 'aborted' });
    const settle = (outcome: SmtpOutcome) => {
      signal.removeEventListener('abort', onAbort);
      // Closing ends the connection, which is reported here once more: the first outcome stands.
      resolve(outcome);
      connection.close();
    };
    const send = () => {
      connection.send(
        { from: envelope.from, to: [...envelope.to], size: mail.length },
        body,
        (error, info) => (error ? fail(error) : settle({ ok: true, info })),
      );
    };
    connection.on('error', fail);
    connection.on('end', () => fail({ code: 'ECONNECTION', message: 'closed' }));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    connection.connect((error) => {
      if (error) return fail(error);
      if (login === null) return send();
      const auth = { user: login.user, pass: login.secret.reveal() };
      connection.login(auth, (refused) => (refused ? fail(refused) : send()));
    });
  });
}
