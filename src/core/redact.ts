// Decides what must not leave: known credential shapes, and secrets that the monitor itself holds.
import type { Secret } from './secret.ts';

const REDACTED = '[redacted]';
/** Shorter secrets are left alone: replacing them would shred the text and hide nothing. */
const SHORTEST_SECRET = 5;

/**
 * Public shapes of credentials. A prefix that is no word needs five more characters, so that a cut-off
 * key is caught too; one that could be part of a name needs more. `*` is what OpenAI puts in the
 * middle of a key that it echoes; `sk-ant-oat01-` and its like are public.
 */
const SHAPES: readonly RegExp[] = [
  /sk-ant-[\w*-]{11,}/g,
  /(?<![A-Za-z0-9])sk-[\w*-]{20,}/g,
  /AIza[\w-]{8,}/g,
  /ya29\.[\w-]{5,}/g,
  /(?:gsk|npm)_[A-Za-z0-9]{12,}/g,
  /(?:xai|glpat)-[\w-]{12,}/g,
  /hf_[A-Za-z0-9]{12,}/g,
  /gh[opusr]_[A-Za-z0-9]{5,}/g,
  /github_pat_\w{5,}/g,
  /xox[a-z]-[\w-]{5,}/g,
  // Telegram bot token: bot id, colon, 35 characters.
  /\d{6,12}:[\w-]{30,}/g,
  // A JWT, or the first parts of one: base64url of `{"`.
  /eyJ[\w-]{10,}(?:\.[\w-]+){0,2}/g,
  // "Invalid bearer token" is what many servers say, and no token.
  /(?<=\b(?:bearer|basic)\s{1,8})(?!(?:tokens?|auth\w{0,12}|credentials?)\.?(?![\w.~+/=-]))[\w.~+/=-]{5,}/gi,
  // Userinfo of any URL, up to the last `@` before the path.
  /(?<=[a-z]:\/\/)[^\s/?#"'<>]+(?=@)/gi,
  /(?<=[?&](?:access_token|api_?key|key|token|auth|sig|signature|secret|password)=)[^\s&#"'<>]+/gi,
  // URLs whose path is the credential: chat webhooks, workflow links, dead-man's switches.
  /(?<=https?:\/\/(?:hooks\.slack\.com|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks|api\.telegram\.org|hc-ping\.com|[\w.-]+\.(?:logic\.azure|powerplatform|webhook\.office)\.com(?::\d+)?)\/)[^\s"'<>]+/gi,
];

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Replaces every credential in a text by `[redacted]`: known shapes, and the given secrets as they
 * stand or in JSON, URL or base64 form. Text that is to be cut is scrubbed first, then cut.
 */
export function scrub(text: string, secrets: readonly Secret[] = []): string {
  const spans = [...shapesIn(text), ...secretsIn(text, secrets)];
  if (spans.length === 0) return text;
  let out = '';
  let end = -1;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    // Spans that overlap or touch become one.
    if (from > end) out += text.slice(Math.max(end, 0), from) + REDACTED;
    end = Math.max(end, to);
  }
  return out + text.slice(end);
}

/** Scheme, host and port of a URL: all of it that may be shown. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return '[not a URL]';
  const { protocol, host } = new URL(url);
  return host === '' ? protocol : `${protocol}//${host}`;
}

function* shapesIn(text: string): Iterable<Span> {
  for (const shape of SHAPES) {
    for (const { index, 0: match } of text.matchAll(shape)) {
      yield { from: index, to: index + match.length };
    }
  }
}

function* secretsIn(text: string, secrets: readonly Secret[]): Iterable<Span> {
  for (const secret of secrets) {
    for (const form of formsOf(secret.reveal())) {
      // Steps by one: occurrences may overlap, and all of them are covered.
      for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
        yield { from, to: from + form.length };
      }
    }
  }
}

/** The ways in which a secret can stand in a text. */
function formsOf(secret: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const plain of [secret, secret.trim(), ...partsOfUrl(secret)]) {
    if (plain.length < SHORTEST_SECRET) continue;
    // Lone surrogates cannot be encoded; they go out as the replacement character.
    const encodable = plain.replace(/\p{Surrogate}/gu, '\uFFFD');
    const form = new URLSearchParams([['', encodable]]).toString().slice(1);
    const percents = [encodeURIComponent(encodable), form, form.replaceAll('+', '%20')];
    forms.add(plain);
    forms.add(JSON.stringify(plain).slice(1, -1));
    forms.add(plain.replace(/[&<>"']/g, (char) => HTML_ENTITY[char] as string));
    for (const percent of percents) {
      forms.add(percent);
      forms.add(percent.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase()));
    }
    for (const base64 of base64Forms(plain)) forms.add(base64);
  }
  return forms;
}

const HTML_ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Of a secret that is a URL, what an error may show without the rest: login, path and query. */
function partsOfUrl(secret: string): readonly string[] {
  if (!/^https?:\/\//i.test(secret) || !URL.canParse(secret)) return [];
  const { username, password, pathname, search } = new URL(secret);
  return [username, password, `${pathname}${search}`, pathname, search];
}

/**
 * Base64 of a secret wherever it starts in what was encoded (`user:password`): the characters that it
 * alone decides, for each of the three alignments, in both alphabets.
 */
function* base64Forms(plain: string): Iterable<string> {
  const bytes = new TextEncoder().encode(plain);
  for (const before of [0, 1, 2]) {
    const all = [...new Uint8Array(before), ...bytes];
    const encoded = btoa(all.map((byte) => String.fromCharCode(byte)).join(''));
    const form = encoded.slice(Math.ceil((before * 8) / 6), Math.floor((all.length * 8) / 6));
    yield form;
    yield form.replaceAll('+', '-').replaceAll('/', '_');
  }
}
