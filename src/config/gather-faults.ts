// Decides that config faults are told together, not one a run.
import { ConfigError, MonitorError } from '../core/errors.ts';
import type { Fault } from '../core/fault.ts';
import { ExitCode } from '../core/exit-code.ts';

/** Runs all steps and returns what they give; their config faults become one ConfigError about `file`. */
export function gatherFaults<T>(file: string, steps: readonly (() => T)[]): readonly T[] {
  const results: T[] = [];
  const faults: Fault[] = [];
  for (const step of steps) {
    try {
      results.push(step());
    } catch (error) {
      if (!(error instanceof MonitorError) || error.exitCode !== ExitCode.config) throw error;
      faults.push(...(error instanceof ConfigError ? error.faults : [error.fault]));
    }
  }
  if (faults.length > 0) throw new ConfigError(file, distinct(faults));
  return results;
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const byWords = new Map(faults.map((one) => [JSON.stringify(one), one]));
  return [...byWords.values()];
}
