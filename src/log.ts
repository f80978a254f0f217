// The monitor's own log in watch mode: JSON lines for machines, plain lines on a terminal.
import { pino, type DestinationStream, type Logger } from 'pino';
import { scrub } from './core/redact.ts';
import { visible } from './core/terminal.ts';
import type { World } from './world.ts';

/**
 * Logs to stderr, synchronously: pino's worker transports cost start-up time and lose the last lines
 * of a process that ends. Every line passes the scrubber.
 */
export function createLog({ stderr }: Pick<World, 'stderr'>, level: string): Logger {
  const destination: DestinationStream = stderr.isTTY
    ? { write: (line) => stderr.write(`${forPeople(line)}\n`) }
    : { write: (line) => stderr.write(scrub(line)) };
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

function forPeople(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return visible(scrub(`${String(time)} ${String(level)} ${String(msg)}${more}`));
}
