// Asks by Node's own client, where no proxy is on the way.
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline, type Transform } from 'node:stream';
import type * as Zlib from 'node:zlib';
import type { HttpRequest } from './core/http.ts';
import { readCapped, type Wire } from './http-exchange.ts';

type Asked = Pick<HttpRequest, 'method' | 'headers'> & { readonly body: string | null };

/** Names that no request of ours carries, or that only we may set. */
const NOT_TAKEN = new Set(['user-agent', 'cookie', 'origin']);

/** Makes what asks a URL over a connection of its own. */
export function directWire(userAgent: string): (url: string, asked: Asked) => Wire {
  return (address, { method, headers, body }) =>
    async (signal, at) => {
      const url = new URL(address);
      if (url.username + url.password !== '') throw new TypeError('userinfo');
      const taken = Object.entries(headers).filter(([name]) => !NOT_TAKEN.has(name.toLowerCase()));
      const own = { accept: '*/*', 'user-agent': userAgent };
      const response = await answerOf(
        url,
        { method, headers: { ...own, ...Object.fromEntries(taken) }, signal, agent: false },
        body,
        () => at('asking'),
      );
      at('reading');
      return {
        ok: true,
        status: response.statusCode ?? 0,
        headers: { get: (name) => headerOf(response, name) },
        ...(await readCapped(await decoded(response))),
      };
    };
}

/** The answer as soon as its headers are there; `onAsked` when the request could be made at all. */
function answerOf(
  url: URL,
  options: RequestOptions,
  body: string | null,
  onAsked: () => void,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(url, options);
    onAsked();
    // A server that switches protocols ends the request with neither.
    const lost = Object.assign(new Error('no answer'), { code: 'ECONNRESET' });
    request.on('error', reject).on('response', resolve);
    request.on('close', () => reject(lost));
    if (body === null) request.end();
    else request.end(body);
  });
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

// Nothing compressed is asked for; what comes so all the same is read like any other.
async function decoded(response: IncomingMessage): Promise<AsyncIterable<Uint8Array>> {
  const encoding = headerOf(response, 'content-encoding')?.trim().toLowerCase();
  if (encoding === undefined || encoding === '' || encoding === 'identity') return response;
  const decoder = decoderOf(encoding, await import('node:zlib'));
  // What goes wrong ends the decoder, whose reader is told.
  return decoder === null ? response : pipeline(response, decoder, () => undefined);
}

// As lenient about the end as browsers are.
function decoderOf(encoding: string, zlib: typeof Zlib): Transform | null {
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const lenient = { flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH };
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(lenient);
    case 'deflate':
      return zlib.createInflate(lenient);
    case 'br':
      return zlib.createBrotliDecompress({
        flush: BROTLI_OPERATION_FLUSH,
        finishFlush: BROTLI_OPERATION_FLUSH,
      });
    default:
      return null;
  }
}
