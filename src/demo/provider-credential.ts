// The words in which the loopback provider's parts talk: credentials, requests, replies.
import type { IncomingHttpHeaders } from 'node:http';

/** The ways in which Anthropic refuses a token that only Claude Code may use. */
export type ClaudeCodeFace =
  | 'sentence'
  | 'error_400'
  | 'error_429'
  | 'third_party'
  | 'out_of_extra_usage';

/** What the provider knows about one credential. */
export interface ProviderCredential {
  /** Stands for the secret in the journal. */
  readonly name: string;
  readonly state: 'accepted' | Refusal;
  /** A setup-token has the scope `user:inference` alone. */
  readonly inferenceOnly?: true;
  /** Set for a token that only Claude Code may use: the face it is refused with. */
  readonly claudeCodeOnly?: ClaudeCodeFace;
  /** Given to every request with this credential whose headers are in order, whatever its state. */
  readonly answer?: Reply;
}

export type Refusal =
  | 'invalid'
  | 'expired'
  | 'revoked'
  | 'forbidden'
  | 'billing'
  | 'rate_limited'
  | 'overloaded';

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** A body that is no JSON, in the place of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as the routes see it. */
export interface ProviderRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The credential of a secret; an unknown secret is invalid. */
  readonly lookUp: (secret: string) => ProviderCredential | undefined;
}

/** How one path answers. */
export type Route = (request: ProviderRequest) => Reply;

/** The secret a request carries, wherever it stands; null without one. */
export function secretIn({
  headers,
  body,
}: Pick<ProviderRequest, 'headers' | 'body'>): string | null {
  const form = /(?:^|&)access_token=([^&]*)/.exec(body)?.[1];
  const key = headers['x-api-key'] ?? headers['x-goog-api-key'];
  if (typeof key === 'string') return key;
  if (headers.authorization !== undefined)
    return headers.authorization.replace(/^(?:Bearer|token) /, '');
  return form === undefined ? null : decodeURIComponent(form);
}

/** A 200 with this body. */
export const ok = (body: unknown): Reply => ({ status: 200, body });
