// What stands around the sentences of the command table in a help, in English; every language says the same.

export const helpPhrases = {
  purpose: 'tells you before OpenClaw agents go silent that a credential is dying.',
  /** Before a command line. */
  usage: 'Usage: ',
  shortFor: (program: string, command: string) =>
    `(short for ${program}; without a command: ${command})`,
  commands: 'Commands',
  options: 'Options',
  optionsOf: (command: string) => `Options of ${command}`,
  examples: 'Examples',
  exitCodes: 'Exit codes',
  exits: (codes: string) => `Exit codes: ${codes}.`,
  codes: {
    fine: 'every credential that counts is fine',
    failing: 'something is expired, missing, rejected or unusable, or could not be judged',
    expiring: 'something expires within the warn window (24 h)',
    own: 'wrong usage, a bug, cannot write, cannot read, bad config',
    undelivered: 'fine, but a message could not be delivered yet',
  },
  oneOf: (choices: string) => `One of: ${choices}.`,
  repeatable: 'May be repeated.',
  /** Between two sentences. */
  joint: ' ',
  tellsMore: (help: string) => `${help} tells more about a command.`,
};

export type HelpPhrases = typeof helpPhrases;
