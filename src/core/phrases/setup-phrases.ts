// What is said when `init`, `install` or `uninstall` cannot do as told, in English; every language says the same.
import { maybe } from './maybe.ts';

export const setupPhrases = {
  /** Said by a part that already speaks the reader's language. */
  said: (words: string) => words,
  // init
  channelNeeds: (type: string, options: string) => `channel ${type} needs ${options}`,
  portNumber: (option: string) => `${option} is a port number`,
  whereSecret: (option: string) =>
    `${option} says where the secret is: env:NAME, file:PATH or credential:NAME`,
  changeOrAdd: '--change and --channel exclude each other: one after the other',
  ofChannel: (option: string, type: string) => `${option} belongs to a channel of type ${type}`,
  changedByHand: (type: string) => `a channel of type ${type} is changed by hand`,
  changeNeeds: (name: string, options: string) => `--change ${name} needs one of ${options}`,
  channelFaults: (name: string, faults: string) => `channel ${name}: ${faults}`,
  both: (one: string, other: string) => `${one}; ${other}`,
  noSuchOwnChannel: (option: string, channels: string) =>
    `${option}: the config has no such channel; there are ${channels}`,
  noSuchOwnChannelNear: (option: string, near: string) =>
    `${option}: the config has no such channel; did you mean ${near}?`,
  none: 'none',
  cannotEdit: (path: string) =>
    `${path} is written in a way that cannot be edited safely: change the channels by hand.`,
  noConfigHome: 'This user has no home for a config: name one with --config FILE.',
  // install and uninstall
  targets: (targets: string, near: string | null) =>
    `the targets are ${targets}${maybe(near, '; did you mean ', '?')}`,
  notFor: (target: string, options: string) => `not for ${target}: ${options}`,
  fromWhere: (targets: string) => `say from where: ${targets}`,
  splitIsSystem: '--split needs the system manager: run it as root',
  forIsSystem: '--for belongs to system units; log in as that user for --user',
  whoseGateway: (users: string) => `say whose gateway it is: --for USER (${users})`,
  noOwners: 'no user with ~/.openclaw was found',
  noSuchUser: 'there is no such user on this host',
  oddUser: 'a user name with these characters cannot be an instance of a unit',
  hiddenInUnit: 'a path with control characters cannot be written into a unit',
  hiddenWords: 'words with control characters cannot be written into a unit',
  hiddenInJob: 'a path with control characters cannot be scheduled',
  hiddenInPath: 'a path with control characters cannot be used',
  calendarOfTimer: '--watch has its schedule in the config; --on-calendar is for timers',
  calendarTime: '--on-calendar is a calendar time of systemd, like *:0/30 or 09:00',
  longLine: 'the paths are too long for a line of cron',
  longPath: 'a path of more than 256 characters cannot be scheduled',
  scheduleFields:
    '--schedule takes five cron fields of numbers that come up some time, such as "*/30 * * * *"',
  manyTimes: '--schedule has too many times for launchd',
  agentNeedsHome: 'an agent belongs to a user with a home',
  remoteHost: '--remote is a host as ssh takes it: alice@gateway',
  remoteJudges: '--remote judges what is there; name its gateways where the key is let in',
  every: '--every is a duration of 15m or more: Android starts no job more often',
  phoneKey: '--phone-key is a public key in quotes: ssh-ed25519 AAAA… name',
  forPhone: (option: string) => `${option} is for the phone, --phone-key for the gateway`,
  notWhole: (path: string) => `This package is not whole: ${path} cannot be read.`,
};

export type SetupPhrases = typeof setupPhrases;
