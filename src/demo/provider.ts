// A provider on loopback, for the demo and the tests: knows credentials, keeps a journal, can misbehave.
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { type ProviderCredential, type ProviderRequest, secretIn } from './provider-credential.ts';
import { replyTo } from './provider-routes.ts';
import { startTunnelProxy, type TunnelProxy } from './tunnel-proxy.ts';

/** How a route misbehaves instead of answering. */
export type ProviderFault =
  | 'html'
  | 'html_403'
  | 'empty_object'
  | 'error_envelope'
  | 'truncated'
  | 'stalled_headers'
  | 'stalled_body'
  | 'oversized'
  | 'reset'
  | { readonly redirectTo: string };

/** One request as it came; secrets are replaced by the names of their credentials. */
interface ProviderRequestRecord {
  readonly method: string;
  readonly path: string;
  /** The credential's name, `unknown`, or null when the request carried none. */
  readonly credential: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Requests being answered at that moment, this one included. */
  readonly inFlight: number;
}

export interface DemoProvider {
  readonly url: string;
  readonly journal: readonly ProviderRequestRecord[];
  /** By path, or `*` for all. */
  readonly faults: Map<string, ProviderFault>;
  /** Registers or changes a credential. */
  setCredential(secret: string, credential: ProviderCredential): void;
  /** Starts a proxy that leads here whatever host it is asked for, or refuses with 407 or 502. */
  openProxy(status?: 200 | 407 | 502): Promise<TunnelProxy>;
  /** Closes its proxies too. */
  readonly close: () => Promise<void>;
}

export interface ProviderOptions {
  /** Speaks https with this certificate, which nobody need trust. */
  readonly tls?: { readonly key: string | Buffer; readonly cert: string | Buffer };
}

/** Starts a provider on a free port of 127.0.0.1 that speaks the free endpoints of all probed providers. */
export async function startProvider({ tls }: ProviderOptions = {}): Promise<DemoProvider> {
  const credentials = new Map<string, ProviderCredential>();
  const journal: ProviderRequestRecord[] = [];
  const faults = new Map<string, ProviderFault>();
  const proxies: TunnelProxy[] = [];
  let inFlight = 0;
  const answer: RequestListener = (incoming, response) => {
    const { method = '', headers } = incoming;
    const path = incoming.url ?? '/';
    const route = path.replace(/\?.*/s, '');
    inFlight += 1;
    response.on('close', () => (inFlight -= 1));
    let body = '';
    incoming.setEncoding('utf8').on('data', (text: string) => (body += text));
    incoming.on('end', () => {
      const request = { headers, body, lookUp: (secret: string) => credentials.get(secret) };
      journal.push({ method, path, inFlight, ...journalled(request, credentials) });
      const fault = faults.get(route) ?? faults.get('*');
      if (fault !== undefined) return misbehave(response, fault);
      const reply = replyTo(`${method} ${route}`, request);
      if (reply.text === undefined) sendJson(response, reply.status, reply.body, reply.headers);
      else response.writeHead(reply.status, { ...HTML_TYPE, ...reply.headers }).end(reply.text);
    });
  };
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  const port = await listen(server);
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    url,
    journal,
    faults,
    setCredential: (secret, credential) => credentials.set(secret, credential),
    async openProxy(status = 200) {
      const proxy = await startTunnelProxy(url, status);
      proxies.push(proxy);
      return proxy;
    },
    async close() {
      await Promise.all([close(server), ...proxies.map((proxy) => proxy.close())]);
    },
  };
}

type Credentials = ReadonlyMap<string, ProviderCredential>;

function journalled(
  request: ProviderRequest,
  credentials: Credentials,
): Pick<ProviderRequestRecord, 'credential' | 'headers' | 'body'> {
  const secret = secretIn(request);
  const name = secret === null ? null : (credentials.get(secret)?.name ?? 'unknown');
  const hide = (text: string) => {
    let hidden = secret === null ? text : text.replaceAll(secret, `<${name}>`);
    for (const [known, { name: its }] of credentials) hidden = hidden.replaceAll(known, `<${its}>`);
    return hidden;
  };
  return { credential: name, headers: flatten(request.headers, hide), body: hide(request.body) };
}

function flatten(
  headers: IncomingHttpHeaders,
  hide: (text: string) => string,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(
    ([key, value]) => [key, hide(String(value))] as const,
  );
  return Object.fromEntries(entries);
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML_TYPE = { 'content-type': 'text/html' };
/** A whole answer in front of the padding: whoever cuts the body must not take it for one. */
const WHOLE = '{"object":"list","data":[],"has_more":false}';
const PADDING = Buffer.alloc(1024 * 1024, ' ');
const PADDING_COUNT = 60;

/** 60 MB, as fast as they are taken. */
function pour(response: ServerResponse): void {
  const body = Readable.from([WHOLE, ...Array.from({ length: PADDING_COUNT }, () => PADDING)]);
  // Whoever has had enough closes the connection.
  pipeline(body, response.writeHead(200, JSON_TYPE), () => undefined);
}

const MISDEEDS: Readonly<
  Record<Extract<ProviderFault, string>, (response: ServerResponse) => void>
> = {
  html: (response) => response.writeHead(200, HTML_TYPE).end('<html>Please log in</html>'),
  html_403: (response) => response.writeHead(403, HTML_TYPE).end('<html>403 Forbidden</html>'),
  empty_object: (response) => sendJson(response, 200, {}),
  error_envelope: (response) =>
    sendJson(response, 200, { type: 'error', error: { type: 'api_error', message: 'No.' } }),
  truncated: (response) => response.writeHead(200, JSON_TYPE).end('{"object":"list","da'),
  stalled_headers: () => undefined,
  stalled_body: (response) => response.writeHead(200, JSON_TYPE).write('{"object":"li'),
  oversized: pour,
  reset: (response) => response.socket?.resetAndDestroy(),
};

function misbehave(response: ServerResponse, fault: ProviderFault): void {
  if (typeof fault === 'string') MISDEEDS[fault](response);
  else response.writeHead(307, { location: fault.redirectTo }).end();
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
