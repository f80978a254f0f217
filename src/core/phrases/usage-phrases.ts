// What is said about a command line that cannot be used, in English; every language says the same.
import { maybe } from './maybe.ts';

export const usagePhrases = {
  // Commands and options as such.
  unknownCommand: (commands: string) => `unknown command; the commands are ${commands}`,
  unknownCommandNear: (word: string, near: string) =>
    `unknown command ${word}; did you mean ${near}?`,
  noArguments: (command: string, near: string | null) =>
    `${command} takes no arguments besides options${maybe(near, '; to run ', ', put it first')}`,
  joinedValue: (option: string, value: string) =>
    `the value of ${option} is joined: ${option}=${value}`,
  knownWords: (command: string, words: string, near: string | null) =>
    `${command} knows ${words}${maybe(near, '; did you mean ', '?')}`,
  noLongOption: (command: string) => `${command} has no such option (a long one was given)`,
  noShortOption: (command: string) => `${command} has no such option (a short one was given)`,
  noOptionNear: (command: string, word: string, near: string) =>
    `${command} has no option ${word}; did you mean ${near}?`,
  givenTwice: (option: string) => `${option} was given twice, with different values`,
  takesNoValue: (option: string) => `${option} takes no value`,
  needsValue: (option: string, value: string) =>
    `${option} needs a value: ${value} (one that begins with a dash is joined by "=")`,
  oneOf: (option: string, choices: string, near: string | null) =>
    `${option} is one of ${choices}${maybe(near, '; did you mean ', '?')}`,
  exclude: (one: string, other: string) => `${one} and ${other} exclude each other`,
  noSuchArgument: (command: string) => `${command} takes no such argument`,
  belongsTo: (option: string, command: string) => `${option} belongs to ${command}`,
  // What judging starts from.
  openclawProfile: '--openclaw-profile: letters, digits, "-" and "_", 64 at most',
  sameLabel: 'two gateways have the same label',
  warnWithin: '--warn-within is a duration like 90s, 15m, 24h or 7d',
  isoNow: '--now is an ISO time like 2026-11-21T09:00:00Z',
  oneFormat: (one: string, other: string) => `choose one format, not ${one} and ${other}`,
  insideOpenClaw: (named: string) =>
    `${named} lies inside an OpenClaw state directory, where nothing is ever written`,
  theConfig: 'the config',
  // Single commands.
  oneToExplain: 'explain takes one code or one profile id',
  explainNear: (near: string) => `there is no such profile or code; did you mean ${near}?`,
  explainNothing: 'there is no such code, and no gateway here has a profile',
  explainUnknown:
    'there is no such profile or code; auth-monitor check --verbose lists all profiles',
  noChannels: 'no channel is configured: `auth-monitor init` adds one',
  noSuchChannel: (channels: string) => `there is no such channel; there are ${channels}`,
  noSuchChannelNear: (near: string) => `there is no such channel; did you mean ${near}?`,
  needsReport: 'notify needs --report FILE (or - for standard input)',
  lastGoesWithout: (options: string) =>
    `--last shows what the last run found, so it does not go with ${options}`,
  schemaOneOf: (names: string) => `schema takes one of ${names}`,
  webAddress: '--web is a port, or an address with one like 127.0.0.1:18780',
  webNeedsToken: '--web: others reach that address, so the config has to set web.token',
  dropNeedsId: 'outbox drop needs the ID of a message',
  noSuchMessage: 'no message in the outbox has this ID',
  severalMessages: (ids: string) => `more than one message has an ID that begins so: ${ids}`,
  removeNeedsId: 'silence remove needs the ID of a silence',
  noSuchSilence: 'no silence has this ID; `silence list` shows them',
  severalSilences: (ids: string) => `more than one silence has an ID that begins so: ${ids}`,
  otherGateways: '--agent LABEL/ID and --gateway name different gateways',
  silenceWhat:
    'silence add needs to know what: --agent, --profile, --provider, --code or --gateway',
  silenceWhy: 'silence add needs --comment: why, for who reads it later',
  commentLine: (most: number) => `--comment is one line of ${most} characters at most`,
  silenceUntil: 'silence add needs --until: a time like 2026-11-24T09:00Z, or 8h from now',
  untilIsOver: '--until is over already',
  ciNeedsEnv: 'ci needs --env NAME: the variable that holds a credential',
  envTwice: '--env names a variable twice',
  envName: '--env takes the name of a variable: NAME',
  envProvider: (name: string) => `--env ${name}: the provider after ":" is a word like anthropic`,
  bothGiven: (one: string, other: string, name: string) =>
    `${one} and ${other} are both given for ${name}`,
  nameAndDate: (option: string) => `${option} takes NAME=DATE, with a NAME that --env names`,
  isoDate: (option: string, name: string) =>
    `${option} ${name}: the date is an ISO date like 2027-03-31`,
  lifetime: '--lifetime is a duration like 90d or 365d',
  formatAndFile: (formats: string) => `--write takes FORMAT=FILE, with a FORMAT of ${formats}`,
  /** After each of them. */
  seeHelp: (command: string) => `See ${command}.`,
};

export type UsagePhrases = typeof usagePhrases;
