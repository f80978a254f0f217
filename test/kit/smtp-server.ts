// A real SMTP server on loopback with the certificate of test/fixtures/tls.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackify } from 'node:util';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

const TLS_DIR = join(import.meta.dirname, '../fixtures/tls');

/** The CA that signed the server's certificate. */
export const CA_FILE = join(TLS_DIR, 'ca.pem');

export const LOGIN = { user: 'monitor', password: 'canary-smtp-password-71' } as const;

interface ReceivedMail {
  readonly raw: string;
  readonly mail: Email;
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
}

export interface TestSmtpServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Passwords that were presented. */
  readonly passwords: readonly string[];
  close(): Promise<void>;
}

/** An error that smtp-server turns into a reply. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Starts a server that wants `LOGIN` and takes everything; options change it. */
export async function startSmtpServer(options: SMTPServerOptions = {}): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  const passwords: string[] = [];
  const keep = async (raw: Buffer, { envelope, secure }: SMTPServerSession) => {
    const mail = await PostalMime.parse(raw);
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const to = envelope.rcptTo.map(({ address }) => address);
    mails.push({ raw: raw.toString('utf8'), mail, from, to, secure });
  };
  const server = new SMTPServer({
    key: readFileSync(join(TLS_DIR, 'server-key.pem')),
    cert: readFileSync(join(TLS_DIR, 'server.pem')),
    closeTimeout: 50,
    onAuth({ username, password }, _session, done) {
      passwords.push(String(password));
      if (username === LOGIN.user && password === LOGIN.password) done(null, { user: username });
      else done(reply(535, `5.7.8 no such login, ${String(password)}`));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => callbackify(keep)(Buffer.concat(chunks), session, done));
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    mails,
    passwords,
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
