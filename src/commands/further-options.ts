// The options of single commands, in the words of help, man page and completions.
import { defaultSeverity } from '../core/finding.ts';
import { checkSpec } from './check-spec.ts';
import type { CommandSpec, OptionSpec } from './command.ts';
import { everywhere, gateways, judging, output, own } from './options.ts';

const CODES = Object.keys(defaultSeverity);

/** What `explain` and `doctor` judge by. */
export const explaining = [
  ...gateways.filter(({ name }) => name !== 'profile'),
  ...judging,
  ...output.filter(({ name }) => name === 'no-color'),
] as const satisfies readonly OptionSpec[];

/** For a command that only tells. */
export const speaking = own.filter(({ name }) => name === 'lang');

export const asJson = { name: 'json', summary: 'Print JSON.' } as const satisfies OptionSpec;

export const silencing = [
  { name: 'agent', value: 'ID', summary: 'Mute this agent (ID or LABEL/ID).' },
  { name: 'profile', value: 'ID', summary: 'Mute this profile id.' },
  { name: 'provider', value: 'NAME', summary: 'Mute this provider.' },
  { name: 'code', value: 'CODE', choices: CODES, summary: 'Mute this finding.' },
  { name: 'gateway', value: 'LABEL', summary: 'Mute this gateway.' },
  { name: 'until', value: 'TIME', summary: 'End: an ISO time, or a duration like 8h from now.' },
  { name: 'comment', value: 'TEXT', summary: 'Why, for whoever reads it later.' },
] as const satisfies readonly OptionSpec[];

const logging = [
  {
    name: 'log-level',
    value: 'LEVEL',
    choices: ['silent', 'error', 'warn', 'info', 'debug', 'trace'],
    summary: 'Least level that is logged (info).',
  },
] as const satisfies readonly OptionSpec[];

/** What every command that reads the config takes. */
export const logged = [...own, ...logging] as const satisfies readonly OptionSpec[];

/** The hot path does not know the level; who asks for it waits for the table of all commands. */
export const fullCheckSpec = {
  ...checkSpec,
  options: [...checkSpec.options.slice(0, -everywhere.length), ...logging, ...everywhere],
} as const satisfies CommandSpec;

export const ciCredentials = [
  {
    name: 'env',
    value: 'NAME[:PROVIDER]',
    repeatable: true,
    summary: 'Variable that holds a credential.',
  },
  {
    name: 'expires',
    value: 'NAME=DATE',
    repeatable: true,
    summary: 'When the credential in NAME ends.',
  },
  {
    name: 'issued',
    value: 'NAME=DATE',
    repeatable: true,
    summary: 'When it was made; its end is then estimated.',
  },
  { name: 'lifetime', value: 'DURATION', summary: 'How long it lives once issued (365d).' },
  { name: 'require', summary: 'An empty variable fails, in pull requests of forks too.' },
] as const satisfies readonly OptionSpec[];

export const ciOutput = [
  {
    name: 'write',
    value: 'FORMAT=FILE',
    repeatable: true,
    summary: 'Write a report besides, e.g. junit=auth.xml.',
  },
  {
    name: 'fail-on',
    value: 'VERDICT',
    choices: ['expiring', 'expired', 'never'],
    summary: 'From which verdict on the step fails (expiring).',
  },
] as const satisfies readonly OptionSpec[];

export const webbing = [
  {
    name: 'web',
    value: 'ADDRESS:PORT',
    optionalValue: true,
    summary: 'Serve the page, metrics and health; alone on 127.0.0.1:18780.',
  },
] as const satisfies readonly OptionSpec[];
