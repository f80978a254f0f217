// Tells the journal how grave each line is, so that `journalctl -p err` shows the errors and nothing else.
import { fstatSync } from 'node:fs';
import type { LogLevel, TextSink, World } from './world.ts';

/** Of syslog, as the journal wants them at the start of a line (sd-daemon(3)). */
const ERROR = 3;
const WARNING = 4;
const INFO = 6;
const DEBUG = 7;

/** How grave a line is that says so itself. */
const GRAVITY: Readonly<Record<LogLevel, number>> = { info: INFO, warn: WARNING };

/** How any other line begins → how grave it is, and what is indented below it. */
const BEGINNINGS: readonly (readonly [RegExp, number])[] = [
  [/^(?:openclaw-auth-monitor: |✗ |FAILING\b)/, ERROR],
  [/^(?:warning: |! |EXPIRING\b)/, WARNING],
  [/^\{"level":"(?:error|fatal)"/, ERROR],
  [/^\{"level":"warn"/, WARNING],
  [/^\{"level":"(?:debug|trace)"/, DEBUG],
];

/** The world with its output marked where the journal reads it; `$JOURNAL_STREAM` says of which stream (systemd.exec). */
export function underJournal(world: World): World {
  const stream = world.env['JOURNAL_STREAM'];
  const marked = (fd: 1 | 2, sink: TextSink): TextSink =>
    identityOf(fd) === stream ? markedSink(sink) : sink;
  return { ...world, stdout: marked(1, world.stdout), stderr: marked(2, world.stderr) };
}

/** `<device>:<inode>`; null when there is no such descriptor. */
function identityOf(fd: 1 | 2): string | null {
  try {
    const { dev, ino } = fstatSync(fd);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** Puts a priority before every line of `sink`. */
export function markedSink(sink: TextSink): TextSink {
  let isLineStart = true;
  let gravity = INFO;
  const mark = (line: string, level: LogLevel | undefined): string => {
    if (!isLineStart || line === '') return line;
    if (level !== undefined) gravity = GRAVITY[level];
    else if (!/^\s/.test(line)) {
      gravity = BEGINNINGS.find(([beginning]) => beginning.test(line))?.[1] ?? INFO;
    }
    return `<${gravity}>${line}`;
  };
  return {
    isTTY: sink.isTTY,
    columns: sink.columns,
    write(text, level) {
      const lines = text.split('\n').map((line, index) => {
        if (index > 0) isLineStart = true;
        return mark(line, level);
      });
      isLineStart = text.endsWith('\n') || (isLineStart && text === '');
      sink.write(lines.join('\n'));
    },
  };
}
