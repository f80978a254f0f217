// What a probe is asked, and what it may answer: three outcomes, never two.
import type { Http } from '../core/http.ts';
import type { CredentialType } from '../core/profile.ts';
import type { Secret } from '../core/secret.ts';

/**
 * `metadata`: a request that costs nothing and changes nothing. `inference`: one paid request with
 * `max_tokens: 1`, the only one that can see a Claude-Code-only token.
 */
export type ProbeLevel = 'metadata' | 'inference';

/** One use of a credential; targets with the same key share one request. */
export interface ProbeTarget {
  /** Names the distinct secret, e.g. the report's `credentialId`; never made of the secret in clear. */
  readonly key: string;
  /** Normalised. */
  readonly provider: string;
  readonly type: CredentialType;
  readonly secret: Secret;
  readonly accountId: string | null;
  /** Epoch ms; null when no expiry is known. */
  readonly expiresAt: number | null;
  /** The model that the agent routes to, as the provider names it (no `provider/` before it). */
  readonly model?: string;
  /** Where the gateway's config sends this provider's requests; absent for OpenClaw's own default. */
  readonly endpoint?: string;
}

type ProbeOutcome = 'accepted' | 'rejected' | 'inconclusive' | 'not_probed';

/** Facts by name: names ending in `At` are epoch ms. Single plain words and numbers, never a provider's text. */
export type ProbeFacts = Readonly<Record<string, string | number | boolean>>;

/** What the evidence says, before it is known who asked. */
export interface Judgement {
  readonly outcome: ProbeOutcome;
  /** A closed word, see docs/probes.md. */
  readonly reason: string;
  readonly confidence: 'certain' | 'likely';
  readonly facts?: ProbeFacts;
}

export interface ProbeVerdict extends Judgement {
  /** The level of the request that was really made; only Anthropic has an inference request. */
  readonly level: ProbeLevel;
  readonly status?: number;
  /** The provider's machine code or error type, in lower case. */
  readonly code?: string;
  readonly requestId?: string;
  /** The provider's own words, without control characters and secrets, at most 300 characters. */
  readonly message?: string;
  /** How long the provider wants to be left alone, ms; only where a request was made. */
  readonly restMs?: number;
}

/** The `fetch` for the SDK: guarded like `Http`, see src/http.ts. */
export type ProbeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What a probe may use for its one request. */
export interface ProbeMeans {
  readonly level: ProbeLevel;
  /** Scheme, host and path prefix, no slash at the end. */
  readonly baseUrl: string;
  readonly http: Http;
  readonly fetch: ProbeFetch;
  readonly timeoutMs: number;
  /** Epoch ms. */
  readonly now: number;
  /** Aborted when the time for this request or for the whole run is up. */
  readonly signal: AbortSignal;
}

/** How one provider is asked. `ask` makes at most one request. */
export interface Probe {
  /** The provider's own hosts for this kind of credential, the usual one first; none when it cannot be probed. */
  origins(target: Pick<ProbeTarget, 'type'>): readonly string[];
  ask(target: ProbeTarget, means: ProbeMeans): Promise<ProbeVerdict>;
  /** The most thorough request there is for this credential. */
  deepest(target: Pick<ProbeTarget, 'secret'>): ProbeLevel;
}

/** A verdict that needed no answer. */
export function withoutAnswer(
  outcome: 'inconclusive' | 'not_probed',
  reason: string,
  level: ProbeLevel,
  facts?: ProbeFacts,
): ProbeVerdict {
  return { outcome, reason, confidence: 'certain', level, ...(facts && { facts }) };
}
