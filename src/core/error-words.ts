// Reads a provider's error into codes and a message, whatever the provider's dialect.

/** A provider's error in one shape; empty where it says nothing. */
export interface ErrorWords {
  /**
   * Machine words, the most exact first: Anthropic's `details.error_code`, Google's `reason`, OpenAI's
   * `code`, then types and statuses. In lower case.
   */
  readonly codes: readonly string[];
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object whose fields can be looked at; an empty one for anything else. */
export function fields(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : {};
}

/** Finds codes and message in the envelopes of Anthropic, OpenAI, Google, xAI, GitHub and their kin. */
export function errorWords(body: unknown, depth = 0): ErrorWords {
  const top = named(firstOf(body));
  const inner = top['error'] ?? top['errors'];
  const error = named(firstOf(inner));
  const details = Array.isArray(error['details']) ? error['details'] : [error['details']];
  const exact = details.map(named).flatMap((entry) => [entry['errorcode'], entry['reason']]);
  // OAuth endpoints (RFC 6749) put the code itself where others put an object or a sentence.
  const word = typeof inner === 'string' && /^\w+$/.test(inner) ? inner : undefined;
  const codes = [error['code'], error['errorcode'], word, top['code'], top['errorcode']];
  const types = [error['type'], error['status'], top['type'], top['status']];
  const said = [error['message'], top['errordescription'], inner, top['message'], top['msg']];
  const detail = top['detail'];
  const own = {
    codes: [...exact, ...codes, ...types].filter(isText).map((code) => code.toLowerCase()),
    message: [...said, detail, named(firstOf(detail))['msg']].find(isText) ?? '',
  };
  // Google's SDK puts the answer as it came into the message of its own error.
  const nested = parseJson(own.message);
  if (nested === undefined || depth > 1) return own;
  const within = errorWords(nested, depth + 1);
  return { codes: [...within.codes, ...own.codes], message: within.message };
}

/** The object or list in a text; undefined for any other text. */
export function parseJson(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** Fields by name, however it is written: `error_code`, `errorCode` and `ErrorCode` are one. */
function named(value: unknown): Fields {
  const entries = Object.entries(fields(value));
  return Object.fromEntries(
    entries.map(([name, field]) => [name.replace(/[_-]/g, '').toLowerCase(), field] as const),
  );
}

/** Google's streams and some others wrap an error into a list. */
function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
