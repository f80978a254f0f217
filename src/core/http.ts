// The one way out to the network: a request with a deadline and a cap, answered by data.

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** One deadline for the whole exchange, body included; ms. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly ok: true;
  readonly status: number;
  /** Header by name in any case; null when absent. */
  header(name: string): string | null;
  /** At most 256 KiB; `overflow` tells that more came. */
  readonly body: string;
  readonly overflow: boolean;
}

/**
 * No answer. `sent` tells whether the request may have reached the server, in which case it may have
 * been carried out.
 */
export interface HttpFailure {
  readonly ok: false;
  readonly fault: 'timeout' | 'aborted' | 'dns' | 'refused' | 'tls' | 'proxy' | 'reset' | 'network';
  readonly sent: boolean;
  /** Node's error code, or a short word; never a URL. */
  readonly code: string;
}

/** Sends one request: redirects are never followed, nothing is retried, nothing is thrown. */
export type Http = (request: HttpRequest) => Promise<HttpResponse | HttpFailure>;
