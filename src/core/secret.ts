// Holds credential material so that it cannot be printed by accident.

const REDACTED = '[redacted]';

/**
 * A credential value. Printing, concatenating, serialising or inspecting it gives `[redacted]`;
 * only `reveal()` gives the text, and only the code that sends a request or signs a body calls it.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The plain text. Call it at the request, never keep the result. */
  reveal(): string {
    return this.#text;
  }

  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}
