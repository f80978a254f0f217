// What is so on a reader's machine when a command is typed, and how it then ends where that is not what the rule says.
import type { Documented } from './documented.ts';

export interface Circumstance {
  readonly page?: string;
  /** All of a command, or its beginning up to a space. */
  readonly command: string;
  readonly nth?: number;
  readonly why: string;
  /** Typed before it; how that ends does not matter. */
  readonly before?: string;
  /** Of the shell, besides; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A host that is out of order from now on; null ends that. */
  readonly outOfOrder?: string | null;
  readonly code?: number;
}

const OWED = 'rm -rf ~/.local/state/openclaw-auth-monitor; auth-monitor run --quiet --probe=off';

export const circumstances: readonly Circumstance[] = [
  {
    command: 'auth-monitor outbox',
    page: 'docs/alerts.md',
    why: 'a channel is out of order, so that a message is owed',
    outOfOrder: 'hooks.example.org',
    before: OWED,
    code: 75,
  },
  {
    command: 'auth-monitor outbox retry',
    page: 'docs/alerts.md',
    why: 'the channel works again',
    outOfOrder: null,
    code: 0,
  },
  {
    command: 'auth-monitor outbox drop',
    page: 'docs/alerts.md',
    why: 'another message is owed',
    outOfOrder: 'hooks.example.org',
    before: OWED,
  },
  { command: 'auth-monitor test', page: 'docs/alerts.md', why: 'all is well', outOfOrder: null },
  {
    command: 'auth-monitor report --last',
    why: 'it shows what a run has found',
    before: 'auth-monitor run --quiet --probe=off',
  },
  {
    command: 'auth-monitor check --format nagios',
    why: "Nagios' order of codes: critical",
    code: 2,
  },
  {
    command: '/usr/bin/node',
    page: 'docs/report.md',
    why: "Nagios' order of codes: critical",
    code: 2,
  },
  {
    command: 'auth-monitor check --json --output /run/openclaw-auth/report.json',
    page: 'docs/timers.md',
    why: 'somebody has made the directory of the two',
    before: 'mkdir -p /run/openclaw-auth',
  },
  {
    command: 'auth-monitor test desktop',
    nth: 1,
    why: 'as in a cron job',
    env: { DBUS_SESSION_BUS_ADDRESS: undefined },
    code: 75,
  },
];

/** What holds for a command; of several the one with more words. */
export function circumstanceOf(command: Documented): Circumstance | undefined {
  return circumstances
    .filter((one) => fits(one, command))
    .toSorted((a, b) => b.command.length - a.command.length)[0];
}

function fits(one: Circumstance, { page, text, nth }: Documented): boolean {
  return (
    (text === one.command || text.startsWith(`${one.command} `)) &&
    (one.page ?? page) === page &&
    (one.nth ?? nth) === nth
  );
}

/** Commands that end with the verdict, which is 1 for the sample. */
const TELLS =
  /^(?:docker run .*openclaw-auth-monitor run|(?:ssh gateway )?(?:openclaw-)?auth-monitor(?= *$| --?(?!help)| (?:check|run|report|notify)\b))/s;

/** How a command ends; the last of a pipe decides, and what comes after `||`. */
export function expectedCode(command: Documented): number {
  const { text } = command;
  const known = circumstanceOf(command)?.code;
  if (known !== undefined) return known;
  const [last = ''] = text.split(/\s\|\s(?!\|)/).slice(-1);
  if (/\|\| (?:true|echo .*)$/.test(text) || /--help\b/.test(text)) return 0;
  return TELLS.test(last) ? 1 : 0;
}
