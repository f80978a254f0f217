// Whom a documented command talks to: every service that a page names, on loopback, answering as it does.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../build/paths.mjs';
import { startProvider } from '../../src/demo/provider.ts';
import { startSmtpServer } from '../kit/smtp-server.ts';

interface Answer {
  readonly status: number;
  readonly body?: object | string;
}

const TLS = {
  key: readFileSync(join(root, 'test/fixtures/tls/server-key.pem')),
  cert: readFileSync(join(root, 'test/fixtures/tls/server.pem')),
};

/** By host and, where it is not the usual one, port: the yes of each service. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  '127.0.0.1:8000': { status: 200, body: { error: null, details: [] } },
  '127.0.0.1:9090': { status: 200 },
  '127.0.0.1:9093': { status: 200, body: [] },
  'alertmanager-b.example.org': { status: 200, body: [] },
  'api.pushover.net': { status: 200, body: { status: 1, request: 'fake' } },
  'api.telegram.org': { status: 200, body: { ok: true, result: { message_id: 7 } } },
  'discord.com': { status: 200, body: { id: '1130000000000000000' } },
  'events.pagerduty.com': { status: 202, body: { status: 'success', message: 'Event processed' } },
  'example.logic.azure.com': { status: 202 },
  'gotify.example.org': { status: 200, body: { id: 25 } },
  'hooks.example.org': { status: 204 },
  'hooks.slack.com': { status: 200, body: 'ok' },
  'matrix.example.org': { status: 200, body: { event_id: '$fake' } },
  'ntfy.sh': { status: 200, body: { id: 'fake', event: 'message', topic: 'fake-topic' } },
};

/** Hosts of providers that the sample's credentials are asked at. */
const PROVIDERS = ['api.anthropic.com', 'api.openai.com'];

export interface Correspondents {
  /** For `ONLY_HERE`: whose port is which. */
  readonly ports: Readonly<Record<string, number>>;
  /** `METHOD host` of everything that came. */
  readonly received: readonly string[];
  /** From now on this host alone answers nothing good; null: every host does. */
  outOfOrder(host: string | null): void;
}

/** Starts them for this test; a provider knows these secrets as good ones. */
export async function correspondents(secrets: readonly string[]): Promise<Correspondents> {
  const received: string[] = [];
  let broken: string | null = null;
  const answer: RequestListener = (request: IncomingMessage, response) => {
    const { host = '' } = request.headers;
    received.push(`${request.method} ${host}`);
    request.resume().on('end', () => {
      const { status, body } =
        host === broken ? { status: 503 } : (ANSWERS[host] ?? { status: 404 });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'object' ? JSON.stringify(body) : body);
    });
  };
  const [http, https] = await Promise.all([
    listening(createServer(answer)),
    listening(createTlsServer(TLS, answer)),
  ]);
  const mail = await startSmtpServer({
    onAuth: (_login, _session, done) => done(null, { user: 'monitor' }),
  });
  const provider = await startProvider({ tls: TLS });
  for (const [at, secret] of secrets.entries())
    provider.setCredential(secret, { name: `sample ${at}`, state: 'accepted' });
  onTestFinished(async () => {
    await Promise.all([mail.close(), provider.close()]);
  });
  const providerPort = Number(new URL(provider.url).port);
  return {
    ports: {
      ...Object.fromEntries(PROVIDERS.map((host) => [`${host}:443`, providerPort])),
      ...Object.fromEntries(
        Object.keys(ANSWERS).flatMap((at) => (at.startsWith('127.') ? [[at, http]] : [])),
      ),
      ':443': https,
      ':587': mail.port,
    },
    received,
    outOfOrder: (host) => (broken = host),
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}
