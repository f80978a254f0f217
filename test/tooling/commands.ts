// A command table with everything that could break a man page or a shell script.
import type { CommandSpec } from '../../src/commands/command.ts';

const load: CommandSpec['load'] = () => Promise.reject(new Error('never loaded here'));

const QUIET = { name: 'quiet', short: 'q', summary: "don't say more than needed" } as const;

export const table: readonly CommandSpec[] = [
  {
    name: 'check',
    summary:
      '.starts like a request and has `ticks`, "quotes", $HOME, \\e and [brackets]: all of it',
    options: [
      { name: 'state-dir', value: 'DIR', repeatable: true, summary: "an agent's directory" },
      { name: 'format', short: 'f', value: 'NAME', choices: ['text', 'json'], summary: 'how' },
      {
        name: 'probe',
        value: 'LEVEL',
        optionalValue: true,
        choices: ['off', 'metadata'],
        summary: "'quoted first\n.and a second line – with a dash",
      },
      QUIET,
    ],
    examples: [{ line: "auth-monitor check --state-dir '~/a b'", does: 'judges one gateway' }],
    exits: '0, 1, 2',
    load,
  },
  {
    name: 'test',
    args: '[CHANNEL...]',
    summary: 'sends a test',
    options: [QUIET],
    examples: [],
    exits: '0, 75',
    load,
  },
  {
    name: 'outbox',
    args: '[list|drop ID]',
    words: ['list', 'drop'],
    summary: 'shows what is owed',
    options: [QUIET],
    examples: [],
    exits: '0, 75',
    load,
  },
];

export const PROGRAM = 'openclaw-auth-monitor';
export const ALIASES: readonly string[] = ['auth-monitor'];
