// Puts other values into the places of a recorded object.
import * as fc from 'fast-check';

/** Turns into no text and no number. */
export const STUBBORN = { toString: 1, valueOf: 1 };

/** One of the samples, with some value in one of its places. */
export function mutated(
  samples: readonly unknown[],
  values: fc.Arbitrary<unknown> = fc.oneof(fc.jsonValue(), fc.constant(STUBBORN)),
): fc.Arbitrary<unknown> {
  return fc
    .constantFrom(...samples)
    .chain((sample) =>
      fc
        .tuple(fc.constantFrom(...paths(sample)), values)
        .map(([path, value]) => replaced(sample, path, value)),
    );
}

function paths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => paths(each, [...path, name]))];
}

function replaced(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by;
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [name]: replaced(fields[name], rest, by) };
}
