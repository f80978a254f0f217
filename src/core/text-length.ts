// How long a text is for a channel, which counts in a unit of its own, and cutting by that unit.

/** The length of a text in the unit that a channel's limit is stated in. */
export type Measure = (text: string) => number;

/** What JavaScript and Telegram count. */
export const utf16Units: Measure = (text) => text.length;

/** What most databases call characters: one for an emoji outside the basic plane. */
export const codePoints: Measure = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** What goes over the wire. */
export const utf8Bytes: Measure = (text) => new TextEncoder().encode(text).length;

/** Cuts a text to at most `limit` of a unit, between whole characters; `…` marks the cut, within the limit. */
export function cutToLength(text: string, limit: number, measure: Measure): string {
  if (measure(text) <= limit) return text;
  const room = limit - measure('…');
  let head = '';
  let used = 0;
  for (const character of text) {
    used += measure(character);
    if (used > room) break;
    head += character;
  }
  return room < 0 ? '' : `${head}…`;
}
