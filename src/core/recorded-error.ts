// Decides what an error that OpenClaw recorded says about the credential. Nothing of its text is kept.
import { errorWords, fields, parseJson, type ErrorWords } from './error-words.ts';
import {
  isUnknownByCodes,
  refusalByBilling,
  refusalByCodes,
  refusalByWords,
  type RefusalReason,
} from './refusal.ts';

/** A refusal as recorded. `possible`: a real rate limit looks the same in what OpenClaw keeps. */
export interface RecordedRefusal {
  readonly reason: RefusalReason | 'refresh_failed';
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** An error text taken apart. */
export interface RecordedError {
  readonly status: number | null;
  readonly words: ErrorWords;
  readonly requestId: string | null;
  /** Only a failed refresh names its provider. */
  readonly provider: string | null;
  readonly refusal: RecordedRefusal | null;
}

const SILENT: ErrorWords = { codes: [], message: '' };

/** Anthropic's form; anything else could be text of somebody's. */
const REQUEST_ID = /^req_[A-Za-z0-9]{8,40}$/;

/**
 * Reads an error text of OpenClaw: `400 {body}` (2026.2), `400: {body}` (2026.9), `HTTP 401 type: words`
 * and `LLM request rejected: words` (logs of 2026.2.9), or its own words for billing and refresh.
 */
export function readRecordedError(text: string, knownStatus: number | null = null): RecordedError {
  const plain = text.trim().replace(/^(?:\w*Error: )+/, '');
  const refresh = /^OAuth token refresh failed for ([\w.-]{1,64}):/.exec(plain);
  if (refresh !== null) {
    const refusal = { reason: 'refresh_failed', confidence: 'likely' } as const;
    return { status: null, words: SILENT, requestId: null, provider: refresh[1] ?? null, refusal };
  }
  const { status, body, words } = takeApart(plain);
  const id = fields(body)['request_id'];
  const known = status ?? knownStatus;
  return {
    status: known,
    words,
    requestId: typeof id === 'string' && REQUEST_ID.test(id) ? id : null,
    provider: null,
    refusal: judgeRecorded(known, words),
  };
}

/** An HTTP status that stands beside an error, as a number or a text; null for anything else. */
export function statusOf(value: unknown): number | null {
  const isWritten = typeof value === 'string' && /^\d{3}$/.test(value);
  const status = isWritten ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) ? status : null;
}

/** The refusal by the evidence in the usual order: machine code, then sentence, then status. */
export function judgeRecorded(status: number | null, words: ErrorWords): RecordedRefusal | null {
  const byCode = refusalByCodes(words);
  if (byCode !== null) return { ...byCode, confidence: 'certain' };
  if (status !== null && (status < 400 || status >= 500)) return null;
  const message = unquoted(words.message);
  const said = refusalByWords(message) ?? refusalByBilling(status, { ...words, message });
  if (said !== null) return { ...said, confidence: 'certain' };
  const face = wordless(status, words);
  if (face !== null) return face;
  // Faults of the request, and a scope that the call did not need.
  if (/currently not supported|cors requests/i.test(words.message)) return null;
  const isWordless = words.codes.length === 0 && words.message === '';
  const confidence = isWordless ? 'likely' : 'certain';
  if (status === 401 || isUnknownByCodes(words)) return { reason: 'invalid', confidence };
  return status === 403 ? { reason: 'forbidden', confidence } : null;
}

// The faces of the Claude-Code-only refusal that carry no sentence. Without the headers, which OpenClaw
// does not keep, a 429 of the same word may be a real limit.
function wordless(status: number | null, { message }: ErrorWords): RecordedRefusal | null {
  if (message !== 'Error' || (status !== 400 && status !== 429)) return null;
  const confidence = status === 400 ? 'likely' : 'possible';
  return { reason: 'claude_code_only', confidence, facts: { face: `error_${status}` } };
}

function takeApart(text: string): {
  readonly status: number | null;
  readonly body: unknown;
  readonly words: ErrorWords;
} {
  const said = (status: number | null, message: string, type?: string) => ({
    status,
    body: null,
    words: { codes: type === undefined ? [] : [type], message },
  });
  const http = /^HTTP (\d{3}) (\w+): (.*)$/s.exec(text);
  if (http)
    return said(Number(http[1]), (http[3] ?? '').replace(/ \(request_id: .*$/s, ''), http[2]);
  const rejected = /^LLM request rejected: (.*)$/s.exec(text);
  if (rejected) return said(400, rejected[1] ?? '');
  if (/returned a billing error/.test(opening(text))) return said(402, '');
  const [, digits, rest = ''] = /^(?:got status: )?(\d{3})[:.]? (.*)$/s.exec(text) ?? [];
  const status = digits === undefined ? null : Number(digits);
  // Google's SDK writes the body alone, or behind the words that belong to the status.
  const body = parseJson(
    digits === undefined ? text : rest.replace(/^[A-Z][\w ]{1,40}\. (?=\{)/, ''),
  );
  if (body !== undefined) {
    return { status: status ?? statusIn(body), body, words: errorWords(body) };
  }
  if (status === null) return said(null, opening(text));
  if (rest.startsWith('{')) return { status, body: null, words: cutWords(rest) };
  // 2026.9 replaces a body that holds a credential by a note in brackets.
  return said(status, rest.startsWith('[') ? '' : rest);
}

/** The words of a body whose end is missing, as far as they are there. */
function cutWords(body: string): ErrorWords {
  const valueOf = (name: string): string[] => {
    const [, value] = new RegExp(`"${name}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`).exec(body) ?? [];
    return value === undefined ? [] : [value.replace(/\\(.)/g, '$1')];
  };
  return {
    codes: [...valueOf('error_code'), ...valueOf('code')].map((code) => code.toLowerCase()),
    message: valueOf('message')[0] ?? '',
  };
}

// Some providers quote what they were sent, and so what was said.
function unquoted(message: string): string {
  return message.replace(/"[^"]*"|“[^”]*”|`[^`]*`/g, '""');
}

function statusIn(body: object): number | null {
  const { code } = fields(fields(body)['error']);
  return typeof code === 'number' ? code : null;
}

// A text without a status may be anybody's and quote whatever it likes: only what it begins with counts.
function opening(text: string): string {
  return text.split(/["“”‘`:\n]|(?:^|\s)'|[.!?]\s/)[0] ?? '';
}
