// The options of install and uninstall, in the words of help, man page and completions.
import type { OptionSpec } from './command.ts';
import { speaking } from './further-options.ts';
import { gateways, own } from './options.ts';

const flavours: readonly OptionSpec[] = [
  { name: 'dry-run', summary: 'Say what would be done, and do nothing.' },
  { name: 'force', summary: 'Also replace or remove files that were changed by hand.' },
  { name: 'system', summary: "Units of the machine (root's default)." },
  { name: 'user', summary: "Units of your own user manager (everybody else's default)." },
  { name: 'split', summary: 'Two system units: who reads credentials has no network.' },
  { name: 'watch', summary: 'One long-lived process instead of a timer.' },
  { name: 'for', value: 'USER', summary: 'Whose gateway it is; for units of the machine.' },
];

export const installing: readonly OptionSpec[] = [
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
];

export const uninstalling: readonly OptionSpec[] = [
  ...flavours,
  { name: 'keep-state', summary: 'Leave what the monitor remembers.' },
  ...speaking,
];
