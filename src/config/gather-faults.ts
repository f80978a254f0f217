// Decides that config faults are told together, not one a run.
import { ConfigError, MonitorError } from '../core/errors.ts';
import { ExitCode } from '../core/exit-code.ts';

/** Runs all steps and returns what they give; their config faults become one ConfigError about `file`. */
export function gatherFaults<T>(file: string, steps: readonly (() => T)[]): readonly T[] {
  const results: T[] = [];
  const faults: string[] = [];
  for (const step of steps) {
    try {
      results.push(step());
    } catch (error) {
      if (!(error instanceof MonitorError) || error.exitCode !== ExitCode.config) throw error;
      faults.push(...(error instanceof ConfigError ? error.faults : [error.message]));
    }
  }
  if (faults.length > 0) throw new ConfigError(file, [...new Set(faults)]);
  return results;
}
