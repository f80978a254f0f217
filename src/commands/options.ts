// The options that judging commands share, in the words of help, man page and completions. On the hot path.
import { LANGS } from '../core/lang.ts';
import { POLICY_NAMES } from '../core/policy.ts';
import type { OptionSpec } from './command.ts';

export const everywhere = [
  { name: 'help', short: 'h', summary: 'Show help.' },
  { name: 'version', short: 'V', summary: 'Show the version.' },
] as const satisfies readonly OptionSpec[];

export const own = [
  { name: 'config', value: 'FILE', summary: 'Config to use; a named one must exist.' },
  { name: 'monitor-state', value: 'DIR', summary: "Directory of the monitor's own state." },
  { name: 'now', value: 'ISO', summary: 'Judge as if it were this time.' },
  { name: 'lang', value: 'TAG', choices: LANGS, summary: 'Language of reports and messages.' },
] as const satisfies readonly OptionSpec[];

export const gateways = [
  {
    name: 'state-dir',
    value: '[LABEL=]DIR',
    repeatable: true,
    summary: 'OpenClaw state directory to judge.',
  },
  {
    name: 'openclaw-profile',
    value: 'NAME',
    summary: 'OpenClaw profile: judges ~/.openclaw-NAME.',
  },
  {
    name: 'gateway-env',
    value: 'FILE',
    repeatable: true,
    summary: "File with the gateway's environment.",
  },
  {
    name: 'env-file',
    value: 'FILE',
    repeatable: true,
    summary: 'The same, but Node reads the file first: it must exist.',
  },
  { name: 'agent', value: 'ID', repeatable: true, summary: 'Only this agent (ID or LABEL/ID).' },
  {
    name: 'provider',
    value: 'NAME',
    repeatable: true,
    summary: 'Only credentials of this provider.',
  },
  { name: 'profile', value: 'ID', repeatable: true, summary: 'Only this profile id.' },
] as const satisfies readonly OptionSpec[];

export const probing = [
  {
    name: 'warn-within',
    value: 'DURATION',
    summary: 'Expiring from this long before the end (24h).',
  },
  {
    name: 'probe',
    value: 'LEVEL',
    optionalValue: true,
    choices: ['off', 'metadata', 'inference'],
    summary: 'Ask the providers; alone it means metadata.',
  },
] as const satisfies readonly OptionSpec[];

export const judging = [
  {
    name: 'policy',
    value: 'NAME',
    choices: POLICY_NAMES,
    summary: 'Rules to judge by.',
  },
  {
    name: 'scope',
    value: 'SCOPE',
    choices: ['in-use', 'all'],
    summary: 'Providers in use, or every stored profile.',
  },
  ...probing,
] as const satisfies readonly OptionSpec[];

export const FORMATS = [
  'text',
  'json',
  'plain',
  'word',
  'markdown',
  'junit',
  'github',
  'gitlab',
  'nagios',
  'prometheus',
  'html',
  'ics',
] as const;

export const output = [
  { name: 'format', value: 'FORMAT', choices: FORMATS, summary: 'How to print the report (text).' },
  { name: 'json', summary: 'Same as --format json.' },
  { name: 'plain', summary: 'Same as --format plain: one TSV line per finding.' },
  { name: 'output', value: 'FILE', summary: 'Write the report to a file instead of stdout.' },
  { name: 'no-color', summary: 'No colour, like NO_COLOR.' },
  { name: 'quiet', short: 'q', summary: 'Print only what needs attention.' },
  { name: 'verbose', short: 'v', summary: 'Print all healthy and unused credentials, too.' },
] as const satisfies readonly OptionSpec[];
