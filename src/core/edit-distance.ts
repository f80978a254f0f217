// Decides which known word a mistyped one was probably meant to be.

const MAX_EDITS = 2;
const MAX_LENGTH = 64;

/**
 * The nearest of the known words within two edits (insert, delete, replace, swap of neighbours), or
 * null. A word of four letters or less gets one edit, since two would turn it into almost anything.
 */
export function suggest(word: string, known: Iterable<string>): string | null {
  if (word.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let bestEdits = (word.length <= 4 ? 1 : MAX_EDITS) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestEdits) continue;
    const edits = editDistance(word, candidate);
    if (edits < bestEdits) [best, bestEdits] = [candidate, edits];
  }
  return best;
}

/** Damerau-Levenshtein in its optimal string alignment form: no part of a word is edited twice. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const differs = a[row - 1] === b[column - 1] ? 0 : 1;
      let edits = Math.min(
        (last[column] as number) + 1,
        (next[column - 1] as number) + 1,
        (last[column - 1] as number) + differs,
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] as number) + 1);
      next.push(edits);
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] as number;
}
