// Plays recorded provider answers to the real probes, without a server.
import { readFileSync } from 'node:fs';
import type { Http } from '../../src/core/http.ts';
import type { Judgement, ProbeFetch } from '../../src/probes/probe.ts';

export interface RecordedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A body that is no JSON. */
  readonly text?: string;
}

export interface AnthropicCase {
  readonly name: string;
  readonly asked: {
    readonly probe: 'models' | 'usage' | 'messages';
    readonly credential: 'api_key' | 'oauth' | 'both';
  };
  readonly answer: RecordedAnswer;
  readonly means: Judgement;
  /** Where the answer was reported. */
  readonly seenIn: string;
}

export interface OtherCase {
  readonly provider: string;
  readonly type: 'api_key' | 'token' | 'oauth';
  readonly name: string;
  readonly answer: RecordedAnswer;
  readonly means: Judgement;
}

export const anthropicCases = readJson('anthropic.json') as readonly AnthropicCase[];
export const otherCases = readJson('other-providers.json') as readonly OtherCase[];

function readJson(file: string): unknown {
  const url = new URL(`../fixtures/probes/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8'));
}

/** A fetch that gives the recorded answer to everything. */
export function replayFetch(answer: RecordedAnswer): ProbeFetch {
  const type = answer.text === undefined ? 'application/json' : 'text/html';
  const body = answer.text ?? JSON.stringify(answer.body);
  const headers = { 'content-type': type, ...answer.headers };
  return async () => new Response(body, { status: answer.status, headers });
}

/** The same for plain requests. */
export function replayHttp(answer: RecordedAnswer): Http {
  const fetch = replayFetch(answer);
  return async ({ url }) => {
    const response = await fetch(url);
    const header = (name: string) => response.headers.get(name);
    return {
      ok: true,
      status: answer.status,
      header,
      body: await response.text(),
      overflow: false,
    };
  };
}
