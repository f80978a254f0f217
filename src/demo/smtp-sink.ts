// A mail server on loopback that takes everything and keeps it: what the demo mails to.
import { createServer, type Socket } from 'node:net';

interface SunkMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Who logged in, null when nobody did. */
  readonly user: string | null;
  /** Headers and body as received, lines ended by CRLF, dots unstuffed. */
  readonly raw: string;
}

export interface SmtpSink {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** In the order of arrival. */
  readonly messages: readonly SunkMail[];
  close(): Promise<void>;
}

/** Starts a sink on a free port: plain SMTP with AUTH PLAIN and LOGIN, any login is right. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const messages: SunkMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serve(socket, (mail) => messages.push(mail));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    messages,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

interface Session {
  from: string;
  to: string[];
  user: string | null;
  /** Lines of the message while DATA runs. */
  content: string[] | null;
  /** Takes the next line in place of the commands: the answers of AUTH LOGIN. */
  next: ((line: string) => string) | null;
}

function serve(socket: Socket, keep: (mail: SunkMail) => void): void {
  const session: Session = { from: '', to: [], user: null, content: null, next: null };
  let rest = '';
  socket.setEncoding('latin1');
  socket.write('220 127.0.0.1 demo sink ESMTP\r\n');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const reply = session.content ? takeContent(session, line, keep) : take(session, line);
      if (reply !== null) socket.write(`${reply}\r\n`);
      if (reply?.startsWith('221')) socket.end();
    }
  });
}

function takeContent(
  session: Session,
  line: string,
  keep: (mail: SunkMail) => void,
): string | null {
  if (line !== '.') {
    session.content?.push(line.startsWith('.') ? line.slice(1) : line);
    return null;
  }
  const raw = Buffer.from((session.content ?? []).join('\r\n'), 'latin1').toString('utf8');
  keep({ from: session.from, to: session.to, user: session.user, raw });
  reset(session);
  return '250 kept';
}

function reset(session: Session): void {
  Object.assign(session, { from: '', to: [], content: null });
}

const COMMANDS: Readonly<Record<string, (session: Session, rest: string) => string>> = {
  EHLO: () => '250-127.0.0.1\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN',
  HELO: () => '250 127.0.0.1',
  NOOP: () => '250 ok',
  QUIT: () => '221 bye',
  AUTH: login,
  RSET(session) {
    reset(session);
    return '250 ok';
  },
  MAIL(session, rest) {
    reset(session);
    session.from = /<([^>]*)>/.exec(rest)?.[1] ?? '';
    return '250 ok';
  },
  RCPT(session, rest) {
    session.to.push(/<([^>]*)>/.exec(rest)?.[1] ?? '');
    return '250 ok';
  },
  DATA(session) {
    if (session.to.length === 0) return '503 no recipients';
    session.content = [];
    return '354 end with a dot';
  },
};

function take(session: Session, line: string): string {
  const { next } = session;
  if (next) {
    session.next = null;
    return next(line);
  }
  const [verb = '', ...rest] = line.split(' ');
  return COMMANDS[verb.toUpperCase()]?.(session, rest.join(' ')) ?? '502 not here';
}

function login(session: Session, rest: string): string {
  const [method, first] = rest.split(' ');
  const plain = (line: string) => {
    session.user = decode(line).split('\0')[1] ?? '';
    return '235 welcome';
  };
  if (method?.toUpperCase() === 'PLAIN') {
    if (first !== undefined) return plain(first);
    session.next = plain;
    return '334 ';
  }
  session.next = (user) => {
    session.user = decode(user);
    session.next = () => '235 welcome';
    return `334 ${Buffer.from('Password:').toString('base64')}`;
  };
  return `334 ${Buffer.from('Username:').toString('base64')}`;
}

function decode(line: string): string {
  return Buffer.from(line, 'base64').toString('utf8');
}
