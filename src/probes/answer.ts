// Reads a provider's answer into what the classification looks at, whatever the provider's dialect.
export { errorWords, fields } from '../core/error-words.ts';

/** An answer as it came; `body` is undefined when it is not JSON, or not whole. */
export interface Answer {
  readonly status: number;
  /** Header by name in any case; null when absent. */
  header(name: string): string | null;
  /** In lower case; empty where only Anthropic's would be looked at. */
  readonly headerNames: readonly string[];
  readonly body: unknown;
}

/**
 * Parses a body; undefined unless its text is JSON and, for an answer that is no error, its content type
 * (where one is given) says so. Errors often come with the type of a plain text.
 */
export function parseBody(text: string, contentType: string | null, status: number): unknown {
  if (status < 400 && contentType !== null && !/\bjson\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
