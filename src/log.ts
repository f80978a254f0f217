// The monitor's own log in watch mode: JSON lines for machines, plain lines on a terminal.
import { pino, type DestinationStream, type Logger } from 'pino';
import { scrub } from './core/redact.ts';
import { visible } from './core/terminal.ts';
import type { World } from './world.ts';

/**
 * Logs to stderr, synchronously: pino's worker transports cost start-up time and lose the last lines
 * of a process that ends. Every line passes the scrubber.
 */
export function createLog({ stderr, now }: Pick<World, 'stderr' | 'now'>, level: string): Logger {
  const destination: DestinationStream = stderr.isTTY
    ? { write: (line) => stderr.write(`${forPeople(line)}\n`) }
    : { write: (line) => stderr.write(scrub(line)) };
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { bug: withoutMessage },
    },
    destination,
  );
}

/** The message of a foreign error may quote what was read, a secret included; its name and stack do not. */
function withoutMessage(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '' } = error;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return { type: name, at: frames.map((line) => line.trim()).filter((line) => line !== '') };
}

function forPeople(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return visible(scrub(`${String(time)} ${String(level)} ${String(msg)}${more}`));
}
