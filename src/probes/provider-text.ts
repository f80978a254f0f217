// Makes a provider's own words safe to keep: no secret, no control character, no flood.
import { scrub } from '../core/redact.ts';
import type { Secret } from '../core/secret.ts';

const MESSAGE_LIMIT = 300;
/** More than 4 characters of a secret in a row may appear nowhere. */
const TELLTALE_LENGTH = 5;

/**
 * The text on one line, cut at 300 characters, with every word removed that holds more than four
 * characters of the secret or looks like any credential: OpenAI quotes the wrong key in part.
 */
export function sanitizeMessage(text: string, secret: Secret): string {
  // Controls, direction marks and line separators can rewrite what a terminal shows.
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 4 * MESSAGE_LIMIT);
  const telltales = telltalesOf(secret.reveal());
  const words = scrub(plain, [secret])
    .split(/\s+/)
    .filter((word) => word !== '');
  const safe = words.map((word) => (holdsAny(word, telltales) ? '[redacted]' : word)).join(' ');
  return Array.from(safe).slice(0, MESSAGE_LIMIT).join('');
}

/** A request id fit for a report, undefined when it is none. */
export function sanitizeRequestId(id: string | null, secret: Secret): string | undefined {
  if (id === null || !/^[\w-]{1,80}$/.test(id)) return undefined;
  return holdsAny(id, telltalesOf(secret.reveal())) ? undefined : id;
}

/** A machine code fit for a report, undefined when it is none. */
export function sanitizeCode(code: string | undefined, secret: Secret): string | undefined {
  if (code === undefined || !/^[a-z][a-z0-9_.-]{0,63}$/.test(code)) return undefined;
  const isSafe = !holdsAny(code, telltalesOf(secret.reveal())) && scrub(code) === code;
  return isSafe ? code : undefined;
}

// In lower case: what is echoed in other casing is easily guessed from.
function telltalesOf(text: string): readonly string[] {
  const secret = text.toLowerCase();
  if (secret.length <= TELLTALE_LENGTH) return [secret];
  const count = secret.length - TELLTALE_LENGTH + 1;
  return Array.from({ length: count }, (_, start) => secret.slice(start, start + TELLTALE_LENGTH));
}

function holdsAny(text: string, parts: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return parts.some((part) => part !== '' && lower.includes(part));
}
