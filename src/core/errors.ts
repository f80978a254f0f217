// The expected faults of the monitor itself; each carries the exit code it ends with. On the hot path.
import { ExitCode } from './exit-code.ts';
import { fault as faultOf, type Fault } from './fault.ts';

interface Further extends ErrorOptions {
  /** All of what is wrong, told below `fault`. */
  readonly faults?: readonly Fault[];
}

/**
 * An expected fault: told as one message without a stack, and ends the process with `exitCode`. Its words
 * are made where it is told (told-fault.ts); `message` only names the sentence.
 */
export class MonitorError extends Error {
  override readonly name: string = 'MonitorError';
  readonly exitCode: ExitCode;
  readonly fault: Fault;
  readonly faults: readonly Fault[];

  constructor(fault: Fault, exitCode: ExitCode, { faults = [], ...options }: Further = {}) {
    super(fault.says, options);
    this.fault = fault;
    this.exitCode = exitCode;
    this.faults = faults;
  }
}

/** Wrong command line (64). */
export class UsageError extends MonitorError {
  override readonly name = 'UsageError';
  constructor(fault: Fault) {
    super(fault, ExitCode.usage);
  }
}

/** Invalid or missing named configuration (78); `faults` lists all of them at once. */
export class ConfigError extends MonitorError {
  override readonly name = 'ConfigError';
  constructor(file: string, faults: readonly Fault[]) {
    super(faultOf('cannotBeUsed', file), ExitCode.config, { faults });
  }
}

/** The monitor cannot write its own state or output (73). */
export class WriteError extends MonitorError {
  override readonly name = 'WriteError';
  constructor(fault: Fault, options?: Further) {
    super(fault, ExitCode.cannotWrite, options);
  }
}

/** The monitor cannot read one of its own files (74). */
export class ReadError extends MonitorError {
  override readonly name = 'ReadError';
  constructor(fault: Fault, options?: Further) {
    super(fault, ExitCode.cannotRead, options);
  }
}
