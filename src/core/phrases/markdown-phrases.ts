// What the Markdown report says around the findings, in English; every language says the same.
import type { Verdict } from '../exit-code.ts';
import { englishTimes, type Times } from '../moment.ts';
import { counted } from './counted.ts';
import { textPhrases } from './text-phrases.ts';

export interface MarkdownPhrases {
  readonly times: Times;
  readonly notShown: string;
  readonly headings: Readonly<Record<Verdict, string>>;
  readonly severities: Readonly<Record<'fail' | 'warn' | 'notice' | 'info', string>>;
  readonly found: (counts: {
    readonly problems: number;
    readonly warnings: number;
    readonly notices: number;
    readonly agents: number;
    readonly profiles: number;
  }) => string;
  readonly noExpiry: string;
  readonly nextExpiry: (at: string, when: string) => string;
  readonly columns: readonly [string, string, string, string, string];
  readonly more: (count: number) => string;
  /** A title that stands for several, and introduces what to do. */
  readonly titles: (first: string, others: number) => string;
  readonly howToFix: string;
  readonly observed: (parts: {
    readonly at: string;
    readonly tool: string;
    readonly exitCode: number;
  }) => string;
}

export const markdownPhrases: MarkdownPhrases = {
  times: englishTimes,
  notShown: textPhrases.notShown,
  headings: {
    ok: 'OpenClaw auth is fine',
    expiring: 'OpenClaw auth is about to expire',
    failing: 'OpenClaw auth is failing',
  },
  severities: { fail: 'fail', warn: 'warn', notice: 'notice', info: 'info' },
  found: ({ problems, warnings, notices, agents, profiles }) =>
    `${counted(problems, 'problem')}, ${counted(warnings, 'warning')}, ${counted(notices, 'notice')}` +
    ` in ${counted(agents, 'agent')} with ${counted(profiles, 'profile')}.`,
  noExpiry: 'No expiry ahead is known.',
  nextExpiry: (at, when) => `Next expiry: ${at} (${when}).`,
  columns: ['Severity', 'Agent', 'Profile', 'What', 'Expires'],
  more: (count) => `and ${count} more`,
  titles: (first, others) => `${first}${others > 0 ? ` and ${others} more` : ''}:`,
  howToFix: 'How to fix it',
  observed: ({ at, tool, exitCode }) => `As observed at ${at} by ${tool}, exit code ${exitCode}.`,
};
