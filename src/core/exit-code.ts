// Names every exit code of the product; scripts rely on the numbers.

/** Exit codes. 0, 1 and 2 follow `openclaw models status --check`; the rest follow sysexits.h. */
export const ExitCode = {
  ok: 0,
  failing: 1,
  expiring: 2,
  usage: 64,
  bug: 70,
  cannotWrite: 73,
  cannotRead: 74,
  undelivered: 75,
  config: 78,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The verdict of a run in one word; `word` prints it and the report carries it. */
export type Verdict = 'ok' | 'expiring' | 'failing';
