// Counts time in the words of a language, as Intl has them.
import { durationParts, type DurationPart } from '../core/duration.ts';
import type { Times } from '../core/moment.ts';

/** Digits stay those of the commands and times beside them, whatever the language counts in. */
const DIGITS = '-u-nu-latn';

/** Times of a language; `parts` says how two units are joined. */
export function timesOf(
  lang: string,
  { joint, ...words }: Omit<Times, 'duration'> & { readonly joint: string },
): Times {
  const units = new Map<DurationPart[1], Intl.NumberFormat>();
  const format = ([count, unit]: DurationPart): string => {
    const known = units.get(unit);
    const style = { style: 'unit', unit, unitDisplay: 'long' } as const;
    const unitFormat = known ?? new Intl.NumberFormat(lang + DIGITS, style);
    units.set(unit, unitFormat);
    return unitFormat.format(count);
  };
  return { ...words, duration: (ms) => durationParts(ms).map(format).join(joint) };
}

/** Writes counts as a language groups their digits. */
export function numbersOf(lang: string): (count: number) => string {
  const format = new Intl.NumberFormat(lang + DIGITS);
  return (count) => format.format(count);
}
