// Puts a part of a sentence that may be absent between its neighbours.

/** `before`, the part, `after`; nothing at all without the part. */
export function maybe(part: string | null, before: string, after = ''): string {
  return part === null || part === '' ? '' : before + part + after;
}
