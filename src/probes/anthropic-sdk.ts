// Sends one request through Anthropic's SDK so that exactly one credential, ours, is on the wire.
import type { Anthropic } from '@anthropic-ai/sdk';
import type { HttpFailure } from '../core/http.ts';
import { parseBody } from './answer.ts';
import { baseFor } from './base-url.ts';
import type { Question } from './classify.ts';
import { type ProbeMeans, type ProbeTarget, type ProbeVerdict, withoutAnswer } from './probe.ts';
import { judgeAnswer, judgeFailure } from './verdict.ts';

export interface SdkRequest extends Question {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly body?: object;
}

/** The version that OpenClaw's own SDK speaks (0.125.0); SDK 1.x would send a later one. */
const API_VERSION = '2023-06-01';
/** OAuth tokens are "currently not supported" without it; the SDK adds it for none of its own options. */
const OAUTH_BETA = 'oauth-2025-04-20';

/** Asks once and judges; every way in which the SDK can fail ends as an inconclusive verdict. */
export async function askSdk(
  request: SdkRequest,
  { secret }: ProbeTarget,
  means: ProbeMeans,
): Promise<ProbeVerdict> {
  const { level, signal } = means;
  const sdk = await import('@anthropic-ai/sdk');
  const client = withoutSdkEnv(
    () =>
      new sdk.Anthropic({
        ...credentialOptions(request.credential, secret.reveal()),
        baseURL: baseFor(means.baseUrl, request.path),
        fetch: means.fetch,
        fetchOptions: { redirect: 'manual' },
        maxRetries: 0,
        timeout: means.timeoutMs,
        logLevel: 'off',
        openTelemetry: false,
      }),
  );
  try {
    // `messages.create` prints a warning for models near their end, hence the plain verbs.
    const { body } = request;
    const options = { signal, ...(body && { body }) };
    const response = await client[request.method](request.path, options).asResponse();
    const { status, headers } = response;
    const header = (name: string) => headers.get(name);
    const answer = {
      status,
      header,
      headerNames: [...headers.keys()],
      body: parseBody(await response.text(), header('content-type'), status),
    };
    return judgeAnswer(request, answer, secret, means);
  } catch (error) {
    if (error instanceof sdk.APIError && error.status !== undefined) {
      const { status, headers, error: body } = error;
      const header = (name: string) => headers?.get(name) ?? null;
      const headerNames = [...(headers?.keys() ?? [])];
      return judgeAnswer(request, { status, header, headerNames, body }, secret, means);
    }
    return judgeThrown(error, signal, level);
  }
}

type SdkOptions = NonNullable<ConstructorParameters<typeof Anthropic>[0]>;

/** SDK 1.x sends `apiKey` as Bearer, which the API takes for an OAuth token: the header is forced. */
function credentialOptions(credential: SdkRequest['credential'], text: string): SdkOptions {
  const version = { 'anthropic-version': API_VERSION };
  return credential === 'oauth'
    ? { authToken: text, defaultHeaders: { ...version, 'anthropic-beta': OAUTH_BETA } }
    : { apiKey: text, defaultHeaders: { ...version, 'X-Api-Key': text, Authorization: null } };
}

/** What the SDK throws when there was no answer: its own errors, and raw ones from reading a body. */
export function judgeThrown(
  error: unknown,
  signal: AbortSignal,
  level: ProbeMeans['level'],
): ProbeVerdict {
  const failure = failureWithin(error);
  if (failure) return judgeFailure(failure, level);
  const name = error instanceof Error ? error.name : '';
  if (name === 'SyntaxError') return withoutAnswer('inconclusive', 'intercepted', level);
  if (name === 'APIConnectionTimeoutError' || isTimeout(signal)) {
    return judgeFailure({ ok: false, fault: 'timeout', sent: true, code: 'timeout' }, level);
  }
  if (signal.aborted || name === 'AbortError' || name === 'APIUserAbortError') {
    return judgeFailure({ ok: false, fault: 'aborted', sent: true, code: 'aborted' }, level);
  }
  if (name === 'APIConnectionError') {
    return judgeFailure({ ok: false, fault: 'network', sent: true, code: 'unknown' }, level);
  }
  return withoutAnswer('inconclusive', 'unexpected', level);
}

function isTimeout({ reason }: AbortSignal): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}

/** The guarded fetch leaves its failure as the innermost cause. */
function failureWithin(error: unknown): HttpFailure | null {
  let cause: unknown = error;
  while (cause instanceof Error) cause = cause.cause;
  const isFailure = typeof cause === 'object' && cause !== null && 'fault' in cause;
  return isFailure ? (cause as HttpFailure) : null;
}

/**
 * The SDK reads a dozen ANTHROPIC_* variables; ANTHROPIC_CUSTOM_HEADERS goes into every request and has
 * no option that switches it off. The constructor is synchronous, so nobody else sees them gone.
 */
function withoutSdkEnv<T>(construct: () => T): T {
  const hidden = Object.entries(process.env).filter(([name]) => name.startsWith('ANTHROPIC_'));
  for (const [name] of hidden) delete process.env[name];
  try {
    return construct();
  } finally {
    for (const [name, value] of hidden) process.env[name] = value;
  }
}
