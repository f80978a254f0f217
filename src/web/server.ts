// Serves the page: answers reading requests, and stands the few ways in which others may misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SECOND_MS } from '../core/duration.ts';
import { WriteError } from '../core/errors.ts';
import { fault } from '../core/fault.ts';
import { authorityOf, type ListenAddress } from '../core/listen-address.ts';
import { contentPolicy } from '../reporters/page/policy.ts';
import { refusalOf, type Access } from './access.ts';
import type { Answer } from './board.ts';

export interface PageServer {
  /** `http://127.0.0.1:18780/`. */
  readonly url: string;
  /** Takes no further request and ends what is open. */
  close(): Promise<void>;
}

/** More readers at once than this wait. */
const MOST_CONNECTIONS = 64;
const HEADERS_MS = 5 * SECOND_MS;
const REQUEST_MS = 10 * SECOND_MS;
const IDLE_MS = 15 * SECOND_MS;

const SAFETY: Readonly<Record<string, string>> = {
  'content-security-policy': `${contentPolicy(true)}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Listens; a WriteError (73) says why it cannot, as when the port is taken. */
export async function startPageServer(
  address: ListenAddress,
  access: Access,
  answer: (path: string) => Promise<Answer | null>,
): Promise<PageServer> {
  const server = createServer((request, response) => {
    void reply(request, response, access, answer).catch(() => {
      // A bug in one answer ends that answer, not the watch.
      if (!response.headersSent) send(request, response, plain(500, 'This answer failed.'));
      else response.destroy();
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.keepAliveTimeout = IDLE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotServe(address, error)));
    server.listen(address.port, address.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${authorityOf({ ...address, port })}/`,
    async close() {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

function cannotServe(address: ListenAddress, error: NodeJS.ErrnoException): WriteError {
  const why = error.code === 'EADDRINUSE' ? fault('portTaken') : String(error.code);
  return new WriteError(fault('cannotServe', authorityOf(address), why), { cause: error });
}

async function reply(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  answer: (path: string) => Promise<Answer | null>,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  const refusal = refusalOf(request, path, access);
  if (refusal) return send(request, response, plain(refusal.status, refusal.text, refusal.headers));
  const found = await answer(path);
  if (found === null) return send(request, response, plain(404, 'There is nothing here.'));
  const { status, type, body, tag } = found;
  const headers = { 'content-type': type, ...(tag && { etag: tag }) };
  const isKnown = tag !== null && request.headers['if-none-match'] === tag;
  send(request, response, isKnown ? { status: 304, headers, body: '' } : { status, headers, body });
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function plain(
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
    body: `${text}\n`,
  };
}

function send({ method }: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, headers, body } = reply;
  const length = status === 304 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...SAFETY, ...headers, ...length });
  response.end(method === 'HEAD' || status === 304 ? undefined : body);
}
