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

/** Parses a body; undefined unless it is JSON by its content type (where one is given) and by its text. */
export function parseBody(text: string, contentType: string | null): unknown {
  if (contentType !== null && !/\bjson\b/i.test(contentType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
