// The row of `check` in the command table, alone: what runs most needs no other row.
import type { CommandSpec } from './command.ts';
import { everywhere, gateways, judging, output, own } from './options.ts';

/** The codes of every command that judges, in words. */
export const CONTRACT = '0 fine, 1 failing or not to be judged, 2 expiring';

/** What runs when no command is named. */
export const checkSpec = {
  name: 'check',
  summary: 'Judge every credential of every agent and print a report.',
  options: [...gateways, ...judging, ...output, ...own, ...everywhere],
  examples: [
    { line: 'auth-monitor', does: 'judge the gateway of this user' },
    { line: 'auth-monitor check --agent work --json', does: 'one agent, as JSON' },
    { line: 'auth-monitor check --probe', does: 'ask the providers too' },
    {
      line: 'case "$(auth-monitor --format word)" in failing) echo renew;; esac',
      does: 'in a script',
    },
  ],
  exits: CONTRACT,
  load: () => import('./check.ts'),
} as const satisfies CommandSpec;
