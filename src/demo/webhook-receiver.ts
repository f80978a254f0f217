// A webhook receiver on loopback that keeps what it gets and checks the signature like a real one.
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

interface ReceivedWebhook {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether the signature is right; null when the receiver has no secret. */
  readonly isSigned: boolean | null;
}

interface WebhookAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface WebhookReceiver {
  readonly url: string;
  /** In the order of arrival. */
  readonly received: readonly ReceivedWebhook[];
  /** Decides the answers from now on; null cuts the connection. At first 204, or 401 without a right signature. */
  respond(answer: (request: ReceivedWebhook) => WebhookAnswer | null): void;
  close(): Promise<void>;
}

/** Starts a receiver on a free port; `secret` is a Standard Webhooks secret with `whsec_`. */
export async function startWebhookReceiver({
  secret,
}: { readonly secret?: string } = {}): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let answer = ({ isSigned }: ReceivedWebhook): WebhookAnswer | null => ({
    status: isSigned === false ? 401 : 204,
  });
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const { method = '', url: path = '', headers } = request;
    const isSigned = secret === undefined ? null : isRight(secret, headers, body);
    const webhook = { method, path, headers, body, isSigned };
    received.push(webhook);
    const reply = answer(webhook);
    if (reply) response.writeHead(reply.status, reply.headers).end(reply.body);
    else request.socket.destroy();
  };
  const server = createServer((request, response) => {
    receive(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    respond(next) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function isRight(secret: string, headers: IncomingHttpHeaders, body: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const right = createHmac('sha256', key).update(signed).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => {
      const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
      return given.length === right.length && timingSafeEqual(given, right);
    });
}
