// The rows of install and uninstall in the command table, and their options, in the words of help, man page and completions.
import type { CommandSpec, OptionSpec } from './command.ts';
import { speaking } from './further-options.ts';
import { everywhere, gateways, own } from './options.ts';

const flavours = [
  { name: 'dry-run', summary: 'Say what would be done, and do nothing.' },
  { name: 'force', summary: 'Also replace or remove files that were changed by hand.' },
  { name: 'system', summary: "Units of the machine (root's default)." },
  { name: 'user', summary: "Units of your own user manager (everybody else's default)." },
  { name: 'split', summary: 'Two system units: who reads credentials has no network.' },
  { name: 'watch', summary: 'One long-lived process instead of a timer.' },
  { name: 'for', value: 'USER', summary: 'Whose gateway it is; for units of the machine.' },
] as const satisfies readonly OptionSpec[];

export const installing = [
  ...flavours,
  {
    name: 'on-calendar',
    value: 'TIME',
    repeatable: true,
    summary: 'When the timer fires, as systemd writes it (*:0/30).',
  },
  {
    name: 'schedule',
    value: 'CRON',
    summary: 'When cron or launchd runs it: five fields of numbers (*/30 * * * *).',
  },
  { name: 'every', value: 'DURATION', summary: 'How often a phone looks, 15m at least (30m).' },
  { name: 'remote', value: 'HOST', summary: 'On a phone: the gateway is there, asked over SSH.' },
  {
    name: 'phone-key',
    value: 'KEY',
    summary: 'On the gateway: let this SSH key read the report, and nothing else.',
  },
  ...gateways.filter(({ name }) => ['state-dir', 'openclaw-profile'].includes(name)),
  ...own.filter(({ name }) => name !== 'now'),
] as const satisfies readonly OptionSpec[];

export const uninstalling = [
  ...flavours,
  { name: 'keep-state', summary: 'Leave what the monitor remembers.' },
  ...speaking,
] as const satisfies readonly OptionSpec[];

export const installCommands = [
  {
    name: 'install',
    summary: 'Make the scheduled run live here; without a target it lists them.',
    args: '[cron|launchd|systemd|termux]',
    words: ['cron', 'launchd', 'systemd', 'termux'],
    options: [...installing, ...everywhere],
    examples: [
      {
        line: 'sudo auth-monitor install systemd --for alice',
        does: 'a hardened timer for the gateway of alice',
      },
      { line: 'auth-monitor install systemd --user --dry-run', does: 'see what it makes' },
      { line: 'auth-monitor install cron', does: 'a line in your crontab' },
      {
        line: 'auth-monitor install termux --remote alice@gateway',
        does: 'a phone that asks a gateway elsewhere',
      },
    ],
    exits: '0, 73 the machine does not let it',
    load: () => import('./install.ts'),
  },
  {
    name: 'uninstall',
    summary: 'Take away what install made, and nothing else.',
    args: '[cron|launchd|systemd|termux]',
    words: ['cron', 'launchd', 'systemd', 'termux'],
    options: [...uninstalling, ...everywhere],
    examples: [{ line: 'sudo auth-monitor uninstall systemd', does: 'for all users of the host' }],
    exits: '0, 73 the machine does not let it',
    load: () => import('./uninstall.ts'),
  },
] as const satisfies readonly CommandSpec[];
