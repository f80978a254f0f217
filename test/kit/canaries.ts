// Secrets that show wherever they get to: no five characters of theirs occur by chance.
import { createHash } from 'node:crypto';

/** Neither hexadecimal nor base32 text holds a letter of these beside such a digit. */
const LETTERS = 'GHJKMNPQRSTUVWXYZ';
const DIGITS = '0189';

/** A secret of its own for each name, behind a public prefix where it has one. */
export class Canaries {
  readonly #bodies = new Map<string, string>();

  make(name: string, prefix = '', length = 40): string {
    const bytes = Array.from({ length: Math.ceil(length / 32) }, (_, part) => [
      ...createHash('sha256').update(`${name} ${part}`).digest(),
    ]).flat();
    const body = bytes.slice(0, length).map((byte, index) => {
      const from = index % 2 === 0 ? LETTERS : DIGITS;
      return from[byte % from.length];
    });
    this.#bodies.set(name, body.join(''));
    return prefix + body.join('');
  }

  /** The names of all secrets of which more than four characters stand in the text, whatever the case. */
  in(text: string): string[] {
    const upper = text.toUpperCase();
    return [...this.#bodies]
      .filter(([, body]) => holdsPart(upper, body, 5) || holdsPart(text, base64(body), 8))
      .map(([name]) => name);
  }
}

function holdsPart(text: string, secret: string, length: number): boolean {
  for (let at = 0; at + length <= secret.length; at += 1) {
    if (text.includes(secret.slice(at, at + length))) return true;
  }
  return false;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64').replace(/=+$/, '');
}
