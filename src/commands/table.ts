// Every command: parsing, help, man page and completions derive from this table.
import type { CommandSpec } from './command.ts';
import { initialising } from './init-options.ts';
import { installCommands } from './install-options.ts';
import { CONTRACT } from './check-spec.ts';
import {
  asJson,
  ciCredentials,
  ciOutput,
  explaining,
  fullCheckSpec,
  logged,
  silencing,
  speaking,
  webbing,
} from './further-options.ts';
import { everywhere, gateways, judging, output, probing } from './options.ts';

const rows = [
  fullCheckSpec,
  {
    name: 'run',
    summary: 'Check, probe, and tell people what changed: what timers and cron call.',
    options: [
      {
        name: 'dry-run',
        summary: 'Say what would be sent to whom and why; send and store nothing.',
      },
      ...gateways,
      ...judging,
      ...output,
      ...logged,
      ...everywhere,
    ],
    examples: [
      { line: 'auth-monitor run --config ~/monitor.json5', does: 'one scheduled run' },
      { line: 'auth-monitor run --dry-run', does: 'see what would be sent' },
    ],
    exits: `${CONTRACT}, 75 fine but a message is still owed`,
    load: () => import('./run.ts'),
  },
  {
    name: 'notify',
    summary: 'Tell people what changed, from a JSON report made elsewhere.',
    options: [
      {
        name: 'report',
        value: 'FILE',
        summary: 'Report of `check --json`; - reads standard input.',
      },
      {
        name: 'dry-run',
        summary: 'Say what would be sent to whom and why; send and store nothing.',
      },
      ...output,
      ...logged,
      ...everywhere,
    ],
    examples: [
      {
        line: 'ssh gateway auth-monitor check --json | auth-monitor notify --report -',
        does: 'alert from another machine',
      },
    ],
    exits: `${CONTRACT} (the report's), 75 fine but a message is still owed`,
    load: () => import('./notify.ts'),
  },
  {
    name: 'watch',
    summary: 'Run on a schedule in one process.',
    options: [...webbing, ...gateways, ...judging, ...logged, ...everywhere],
    examples: [
      { line: 'auth-monitor watch', does: 'every half hour, until stopped' },
      { line: 'auth-monitor watch --web', does: 'with a page at http://127.0.0.1:18780/' },
    ],
    exits: '0 after SIGTERM or SIGINT, 73 the page cannot be served',
    load: () => import('./watch.ts'),
  },
  {
    name: 'report',
    summary: 'Write a judgement to look at: a page, a calendar, any format.',
    options: [
      { name: 'last', summary: 'What the last run found, without judging again.' },
      ...gateways,
      ...judging,
      ...output,
      ...logged,
      ...everywhere,
    ],
    examples: [
      { line: 'auth-monitor report --output auth.html', does: 'one page, to open anywhere' },
      { line: 'auth-monitor report --output auth.ics', does: 'a calendar of expiries' },
      { line: 'auth-monitor report --last', does: 'what the last run found' },
    ],
    exits: `${CONTRACT}, 74 the last run is unknown or over a day old`,
    load: () => import('./report.ts'),
  },
  {
    name: 'init',
    summary: 'Set it up: what is judged, who is told, a test message, a config, the schedule.',
    options: [...initialising, ...everywhere],
    examples: [
      { line: 'auth-monitor init', does: 'the wizard' },
      {
        line: 'auth-monitor init --channel ntfy --ntfy-topic env:NTFY_TOPIC',
        does: 'the same in a script',
      },
    ],
    exits: '0, 73 cannot write, 78 the config that is there cannot be used',
    load: () => import('./init.ts'),
  },
  {
    name: 'test',
    summary: 'Send a test message through each channel and say what happened.',
    args: '[CHANNEL...]',
    options: [...logged, ...everywhere],
    examples: [{ line: 'auth-monitor test email', does: 'only the channel named email' }],
    exits: '0 all delivered, 75 one was not',
    load: () => import('./test.ts'),
  },
  {
    name: 'explain',
    summary: 'Why a verdict came out so, what it means, how to fix it, how to switch the rule.',
    args: '[CODE|PROFILE_ID]',
    options: [...explaining, ...logged, ...everywhere],
    examples: [
      { line: 'auth-monitor explain', does: 'the worst that was found, in short' },
      { line: 'auth-monitor explain anthropic:default', does: 'the whole story of a profile' },
      { line: 'auth-monitor explain profile_expired', does: 'what a finding means' },
    ],
    exits: '0, 64 neither a code nor a stored profile',
    load: () => import('./explain.ts'),
  },
  {
    name: 'outbox',
    summary: 'What the channels are still owed, how they fare, and what was held back.',
    args: '[list|retry [ID]|drop ID]',
    words: ['list', 'retry', 'drop'],
    options: [asJson, ...logged, ...everywhere],
    examples: [
      { line: 'auth-monitor outbox', does: 'is everything delivered?' },
      { line: 'auth-monitor outbox retry', does: 'send all of it now' },
      { line: 'auth-monitor outbox drop k3x9', does: 'give a message up for good' },
    ],
    exits: '0 nothing is owed, 75 something is owed or was given up',
    load: () => import('./outbox.ts'),
  },
  {
    name: 'silence',
    summary: 'Mute messages about something for a time; verdicts and exit codes stay.',
    args: '[list|add|remove ID]',
    words: ['list', 'add', 'remove'],
    options: [...silencing, asJson, ...logged, ...everywhere],
    examples: [
      {
        line: 'auth-monitor silence add --agent lab --until 8h --comment moving',
        does: 'nothing about agent lab today',
      },
      { line: 'auth-monitor silence list', does: 'what is muted, and until when' },
      { line: 'auth-monitor silence remove abcd', does: 'end it; an ID may be cut short' },
    ],
    exits: '0',
    load: () => import('./silence.ts'),
  },
  ...installCommands,
  {
    name: 'doctor',
    summary: 'The health of the monitor itself: config, channels, state, schedule, coverage.',
    options: [asJson, ...explaining, ...logged, ...everywhere],
    examples: [
      { line: 'auth-monitor doctor', does: 'is everything in place, and what is not covered?' },
    ],
    exits: '0, 1 something is broken',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'on-failure',
    summary: 'For OnFailure= of units: say why one failed, tell people if need be.',
    options: [...logged, ...everywhere],
    examples: [
      { line: 'auth-monitor on-failure', does: 'in a unit, with its MONITOR_* variables' },
    ],
    exits: '0 told or nothing to tell, 75 nobody could be told',
    load: () => import('./on-failure.ts'),
  },
  {
    name: 'schema',
    summary: 'Print a JSON Schema: of the config, the report or the webhook body.',
    args: '[config|report|webhook|doctor]',
    options: everywhere,
    examples: [{ line: 'auth-monitor schema report', does: 'schema of check --json' }],
    exits: '0',
    load: () => import('./schema.ts'),
  },
  {
    name: 'ci',
    summary: 'Judge credentials that a CI step holds in environment variables.',
    options: [...ciCredentials, ...probing, ...output, ...ciOutput, ...logged, ...everywhere],
    examples: [
      {
        line: 'auth-monitor ci --env ANTHROPIC_API_KEY --probe',
        does: 'is the key in this variable accepted?',
      },
      {
        line: 'auth-monitor ci --env TOKEN:anthropic --issued TOKEN=2026-02-01',
        does: 'a setup token, which lives a year',
      },
    ],
    exits: `${CONTRACT}, less what --fail-on lets pass`,
    load: () => import('./ci.ts'),
  },
  {
    name: 'demo',
    summary: 'The whole job on a built-in sample, on this machine only.',
    options: [...speaking, ...everywhere],
    examples: [{ line: 'auth-monitor demo', does: 'report, alerts, a recovery' }],
    exits: '0',
    load: () => import('./demo.ts'),
  },
] as const satisfies readonly CommandSpec[];

export const commandTable: readonly CommandSpec[] = rows;

export type TableRow = (typeof rows)[number];
