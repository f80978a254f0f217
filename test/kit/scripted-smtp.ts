// An SMTP server that plays a script: for what a well-behaved server never does.
import { createServer, type Socket } from 'node:net';

export interface ScriptedSmtp {
  readonly port: number;
  /** Everything the client wrote, line by line. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/**
 * Replies by verb, `greeting` and `content` (the end of DATA) included: null drops the connection,
 * undefined is silence. Any other verb is unknown.
 */
export type SmtpScript = Readonly<Record<string, string | null | undefined>>;

const POLITE: SmtpScript = {
  greeting: '220 script ESMTP',
  EHLO: '250 script',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  content: '250 kept',
  QUIT: '221 bye',
};

/** Starts a polite server without STARTTLS and AUTH, changed by the script. */
export async function startScriptedSmtp(changes: SmtpScript): Promise<ScriptedSmtp> {
  const script = { ...POLITE, ...changes };
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let inContent = false;
    const say = (line: string | null | undefined) => {
      if (line === null) socket.destroy();
      else if (line !== undefined) socket.write(`${line}\r\n`);
    };
    say(script['greeting']);
    let rest = '';
    socket.on('data', (chunk) => {
      const parts = (rest + chunk.toString('latin1')).split('\r\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        lines.push(line);
        if (inContent && line !== '.') continue;
        const verb = inContent ? 'content' : (line.split(' ')[0] ?? '').toUpperCase();
        inContent = verb === 'DATA' && script['DATA']?.startsWith('354') === true;
        say(verb in script ? script[verb] : '502 not here');
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    lines,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
