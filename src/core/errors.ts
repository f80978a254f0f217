// The expected faults of the monitor itself; each carries the exit code it ends with.
import { ExitCode } from './exit-code.ts';

/** An expected fault: printed as one message without a stack, and ends the process with `exitCode`. */
export class MonitorError extends Error {
  override readonly name: string = 'MonitorError';
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** Wrong command line (64). */
export class UsageError extends MonitorError {
  override readonly name = 'UsageError';
  constructor(message: string) {
    super(message, ExitCode.usage);
  }
}

/** Invalid or missing named configuration (78); `faults` lists all of them at once. */
export class ConfigError extends MonitorError {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(file: string, faults: readonly string[]) {
    super(
      [`${file} cannot be used:`, ...faults.map((fault) => `  - ${fault}`)].join('\n'),
      ExitCode.config,
    );
    this.faults = faults;
  }
}

/** The monitor cannot write its own state or output (73). */
export class WriteError extends MonitorError {
  override readonly name = 'WriteError';
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.cannotWrite, options);
  }
}

/** The monitor cannot read one of its own files (74). */
export class ReadError extends MonitorError {
  override readonly name = 'ReadError';
  constructor(message: string, options?: ErrorOptions) {
    super(message, ExitCode.cannotRead, options);
  }
}
