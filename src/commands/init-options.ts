// The options of `init`: a flag for every question of the wizard.
import { initPhrases } from '../core/phrases/init-phrases.ts';
import { channelQuestions, type ChannelQuestions } from '../init/questions.ts';
import type { OptionSpec } from './command.ts';
import { gateways, own } from './options.ts';

const SECRET = 'env:NAME|file:PATH';

/** What a flag stands for is the question that the wizard asks in its place. */
export type AskedSummary = `${ChannelQuestions['type']}: ${string}`;

const ofChannels: readonly (OptionSpec & { readonly summary: AskedSummary })[] =
  channelQuestions.flatMap(({ type, questions }) =>
    questions.map(({ flag, kind, choices }) => ({
      name: flag,
      value: kind === 'secret' ? SECRET : 'TEXT',
      ...(choices === undefined ? {} : { choices }),
      summary: `${type}: ${initPhrases.asks[flag]}` as const,
    })),
  );

export const initialising = [
  { name: 'yes', short: 'y', summary: 'Ask nothing: flags, and defaults for the rest.' },
  {
    name: 'channel',
    value: 'TYPE',
    repeatable: true,
    choices: channelQuestions.map(({ type }) => type),
    summary: 'Add a channel; its flags follow.',
  },
  {
    name: 'change',
    value: 'NAME',
    summary: 'Change a channel of the config; flags of its kind say what.',
  },
  { name: 'remove', value: 'NAME', repeatable: true, summary: 'Take a channel out of the config.' },
  ...ofChannels,
  { name: 'no-test', summary: 'Send no test message.' },
  { name: 'keep-failing', summary: 'Keep a channel whose test fails.' },
  { name: 'install', value: 'TARGET', summary: 'Make the schedule live there, as `install` does.' },
  ...gateways.filter(({ name }) => name === 'state-dir'),
  { name: 'config', value: 'FILE', summary: 'Where to write it.' },
  ...own.filter(({ name }) => name === 'monitor-state' || name === 'lang'),
] as const satisfies readonly OptionSpec[];
