// Trampoline: whatever escapes from the program ends it with 70, since Node's own 1 would read as "expired".
import { writeSync } from 'node:fs';

/** What Nagios calls UNKNOWN; to it, 70 is no code at all. */
const NAGIOS_UNKNOWN = 3;

const asksForNagios = /(?:^|\n)--format[=\n]nagios(?:\n|$)/.test(process.argv.join('\n'));
let isDone = false;

process.exitCode = asksForNagios ? NAGIOS_UNKNOWN : 70;
// Rejections that nobody handles come here too.
process.on('uncaughtException', (error: unknown) => {
  isDone = true;
  tell(wordsOf(error));
  process.exit();
});
// A promise that never settles lets Node end in silence.
process.on('exit', () => {
  if (!isDone) tell('it ended before its work was done');
});

void import('./main.ts').then(async ({ main }) => {
  const code = await main(process.argv.slice(2));
  isDone = true;
  // Output is written synchronously, so nothing is lost by ending here.
  process.exit(code);
});

/** Name, code and stack: the message of a foreign error may quote what was read, a secret included. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return `something that is no error was thrown (${typeof error})`;
  const { name, code, message, stack = '' } = error as NodeJS.ErrnoException;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^ +at /.test(line));
  return [code === undefined ? name : `${name} (${code})`, ...frames].join('\n');
}

// Straight to the descriptors: a stream could fail, too, and would turn the code into Node's 7.
function tell(words: string): void {
  const line = 'a bug in the monitor, nothing is said about your credentials';
  write(2, `openclaw-auth-monitor: ${line}.\n${words}\n`);
  if (asksForNagios) write(1, `AUTH UNKNOWN: ${line}\n`);
}

function write(descriptor: 1 | 2, text: string): void {
  try {
    writeSync(descriptor, text);
  } catch {
    // Nobody is left to be told.
  }
}
