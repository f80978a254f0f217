// Reads a provider's error into code, type and message, whatever the provider's dialect.

/** A provider's error in one shape; empty strings where it says nothing. */
export interface ErrorWords {
  /** The machine code: Anthropic's `details.error_code`, OpenAI's `code`, Google's `reason`. */
  readonly code: string;
  readonly type: string;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as an object whose fields can be looked at; an empty one for anything else. */
export function fields(value: unknown): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : {};
}

/** Finds code, type and message in the envelopes of Anthropic, OpenAI, Google, xAI, GitHub and their kin. */
export function errorWords(body: unknown): ErrorWords {
  const top = fields(body);
  const error = fields(top['error']);
  const details = error['details'];
  const reasons = Array.isArray(details) ? details.map((entry) => fields(entry)['reason']) : [];
  // OAuth endpoints (RFC 6749) put the code itself where others put an object or a sentence.
  const oauthCode = 'error_description' in top ? top['error'] : undefined;
  const codes = [fields(details)['error_code'], ...reasons, error['code'], oauthCode, top['code']];
  return {
    code: firstText(...codes),
    type: firstText(error['type'], error['status'], top['type']),
    message: firstText(error['message'], top['error_description'], top['error'], top['message']),
  };
}

function firstText(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string') ?? '';
}
