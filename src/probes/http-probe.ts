// Makes a probe from the description of one plain HTTP request per kind of credential.
import type { CredentialType } from '../core/profile.ts';
import { parseBody } from './answer.ts';
import type { Question } from './classify.ts';
import {
  type Probe,
  type ProbeMeans,
  type ProbeTarget,
  type ProbeVerdict,
  withoutAnswer,
} from './probe.ts';
import { baseFor } from './base-url.ts';
import { judgeAnswer, judgeFailure } from './verdict.ts';

/** One request that an endpoint answers only to an authenticated caller, at no cost and without effect. */
export interface FreeRequest extends Question {
  readonly types: readonly CredentialType[];
  /** The provider's own scheme and host: with the other rows of its table, the list of allowed hosts. */
  readonly origin: string;
  /** The same provider in other regions, whose keys are of no use here. */
  readonly regions?: readonly string[];
  readonly path: string;
  /** The headers that carry the credential; never a query, which proxies and servers log. */
  readonly headers: (target: ProbeTarget) => Readonly<Record<string, string>>;
  /** A form to POST; without it the request is a GET. */
  readonly form?: (target: ProbeTarget) => Readonly<Record<string, string>>;
}

/** Static secrets; OAuth logins often belong to another host. */
export const KEYS: readonly CredentialType[] = ['api_key', 'token'];

/** The usual way to send a key. */
export const bearer: FreeRequest['headers'] = ({ secret }) => ({
  authorization: `Bearer ${secret.reveal()}`,
});

/** A provider asked by the first of `requests` that fits the kind of credential. */
export function httpProbe(...requests: readonly FreeRequest[]): Probe {
  const requestFor = ({ type }: Pick<ProbeTarget, 'type'>) =>
    requests.find(({ types }) => types.includes(type));
  return {
    origins(target) {
      const request = requestFor(target);
      return request ? [request.origin, ...(request.regions ?? [])] : [];
    },
    deepest: () => 'metadata',
    async ask(target, means) {
      const request = requestFor(target);
      return request
        ? send(request, target, means)
        : withoutAnswer('not_probed', 'kind', 'metadata');
    },
  };
}

type KeyRequest = Pick<FreeRequest, 'origin' | 'path' | 'endpoint' | 'accept'> &
  Partial<Pick<FreeRequest, 'regions' | 'headers' | 'invalidStatuses'>>;

/** The usual provider: a Bearer key and one endpoint. */
export function keyProbe(request: KeyRequest): Probe {
  return httpProbe({ types: KEYS, headers: bearer, credential: 'api_key', ...request });
}

async function send(
  request: FreeRequest,
  target: ProbeTarget,
  { baseUrl, http, timeoutMs, now, signal }: ProbeMeans,
): Promise<ProbeVerdict> {
  const form = request.form?.(target);
  const response = await http({
    url: baseFor(baseUrl, request.path) + request.path,
    method: form ? 'POST' : 'GET',
    headers: {
      accept: 'application/json',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...request.headers(target),
    },
    ...(form && { body: new URLSearchParams(form).toString() }),
    timeoutMs,
    signal,
  });
  if (!response.ok) return judgeFailure(response, 'metadata');
  const header = (name: string) => response.header(name);
  const { status, overflow } = response;
  const body = overflow ? undefined : parseBody(response.body, header('content-type'), status);
  const answer = { status, header, headerNames: [], body };
  return judgeAnswer(request, answer, target.secret, { level: 'metadata', now });
}
