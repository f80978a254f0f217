// What a step that is refused tells in English.
import { MonitorError } from '../../src/core/errors.ts';
import { inEnglish } from '../../src/core/told-fault.ts';

/** The words of the error that a step throws; any other end of it fails the test. */
export function saidBy(
  step: () => unknown,
  kind: new (...given: never[]) => Error = MonitorError,
): string {
  try {
    step();
  } catch (error) {
    if (error instanceof MonitorError && error instanceof kind) return inEnglish(error);
    throw error;
  }
  throw new Error('expected the step to be refused');
}
