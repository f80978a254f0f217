// Finds where in the text of a config each value stands, so that one can be edited and the rest stays as it is.
import JSON5 from 'json5';

/** A value of the config in its text; `start` and `end` are offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** Of an object or a list; null of anything else. */
  readonly members: readonly Member[] | null;
  /** Of an object or a list: the end of the last thing in it that is no comment. */
  readonly lastEnd: number;
}

interface Member {
  /** Null in a list. */
  readonly key: string | null;
  readonly start: number;
  readonly value: Place;
  /** Behind its comma, where it has one. */
  readonly end: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Blanks, comments, strings, punctuation, and whatever else stands together. */
const TOKENS =
  /\s+|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[{}[\],:]|[^\s{}[\],:"'/]+|\//g;

/** The place of the whole config; null where the text is no JSON5. */
export function placeIn(text: string): Place | null {
  const tokens = [...text.matchAll(TOKENS)]
    .map(({ 0: token, index }) => ({ text: token, start: index, end: index + token.length }))
    .filter((token) => !/^(?:\s|\/\/|\/\*)/.test(token.text));
  const reader = new Reader(tokens);
  try {
    const place = reader.value();
    return reader.next() === undefined ? place : null;
  } catch (error) {
    if (error instanceof NoJson5) return null;
    throw error;
  }
}

/** The value of a key of an object, or of an element of a list; undefined where there is none. */
export function memberAt(place: Place, key: string | number): Member | undefined {
  return typeof key === 'number'
    ? place.members?.[key]
    : place.members?.find((member) => member.key === key);
}

class NoJson5 extends Error {}

class Reader {
  readonly #tokens: Iterator<Token>;
  #ahead: Token | undefined;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens.values();
    this.#ahead = this.#tokens.next().value;
  }

  next(): Token | undefined {
    const token = this.#ahead;
    this.#ahead = this.#tokens.next().value;
    return token;
  }

  value(): Place {
    const token = this.#need();
    if (token.text === '{' || token.text === '[') return this.#members(token);
    if (/^[}\],:]$/.test(token.text)) throw new NoJson5();
    return { start: token.start, end: token.end, members: null, lastEnd: token.end };
  }

  #members(open: Token): Place {
    const closing = open.text === '{' ? '}' : ']';
    const members: Member[] = [];
    let lastEnd = open.end;
    while (this.#ahead !== undefined && this.#ahead.text !== closing) {
      const member = this.#member(open.text === '{');
      members.push(member);
      lastEnd = member.end;
    }
    return { start: open.start, end: this.#need().end, members, lastEnd };
  }

  #member(isNamed: boolean): Member {
    const { start } = this.#ahead ?? this.#need();
    const key = isNamed ? keyOf(this.#need().text) : null;
    if (isNamed && this.#need().text !== ':') throw new NoJson5();
    const value = this.value();
    const hasComma = this.#ahead?.text === ',';
    return { key, start, value, end: hasComma ? this.#need().end : value.end };
  }

  #need(): Token {
    const token = this.next();
    if (token === undefined) throw new NoJson5();
    return token;
  }
}

function keyOf(text: string): string {
  return /^['"]/.test(text) ? JSON5.parse<string>(text) : text;
}
