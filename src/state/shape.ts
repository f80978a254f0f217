// Tests of parsed JSON, put together to the shape of a file that the monitor wrote itself.

export type Test = (value: unknown) => boolean;

export const text: Test = (value) => typeof value === 'string';
export const number: Test = (value) => typeof value === 'number' && Number.isFinite(value);
export const truth: Test = (value) => typeof value === 'boolean';
export const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
export const list =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const record =
  (test: Test): Test =>
  (value) =>
    isRecord(value) && Object.values(value).every(test);

/** Every named key must fit; further keys are of a later version and are kept. */
export function shape<T>(tests: Readonly<Record<keyof T, Test>>): Test {
  return (value) =>
    isRecord(value) && Object.entries<Test>(tests).every(([key, test]) => test(value[key]));
}
