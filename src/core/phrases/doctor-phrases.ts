// What `doctor` says, in English; every language says the same.
import { counted } from './counted.ts';
import { maybe } from './maybe.ts';

const more = (count: number): string => `and ${count} more`;

export const doctorPhrases = {
  subjects: {
    program: 'program',
    clock: 'clock',
    config: 'config',
    secrets: 'secrets',
    channel: 'channel',
    heartbeat: 'heartbeat',
    state: 'state',
    lock: 'lock',
    outbox: 'outbox',
    schedule: 'schedule',
    'last run': 'last run',
    gateway: 'gateway',
    'not covered': 'not covered',
  },
  states: { ok: 'OK', attention: 'ATTENTION', broken: 'BROKEN' },
  summary: (parts: {
    readonly worst: string;
    readonly broken: number;
    readonly attention: number;
    readonly ok: number;
  }) =>
    `${parts.worst}: ${parts.broken} broken, ${parts.attention} ${parts.attention === 1 ? 'needs' : 'need'} attention, ${parts.ok} ok`,
  program: (parts: { readonly monitor: string; readonly node: string }) =>
    `${parts.monitor} on Node ${parts.node}`,
  unsupported: (what: string) => `${what}, which it is not made for`,
  useNode: (versions: string) => `Use Node ${versions} or later.`,
  clockBehind: (clock: string, behind: string) => `${clock} is ${behind} before what was recorded`,
  setClock: 'Set the clock.',
  nothingRuns: 'Nothing runs until this is mended.',
  noConfig: (policy: string) => `none: policy ${policy}, the gateway of this user`,
  config: (path: string, policy: string) => `${path}, policy ${policy}`,
  noSecret: 'cannot be looked up',
  onlyUnit: (why: string) => `${why}; only a unit can tell`,
  correctIn: (path: string) => `Correct it in ${path}.`,
  secrets: (count: number) => `${count} can be looked up`,
  noChannel: 'none is configured: nobody is told',
  channel: (parts: {
    readonly who: string;
    readonly failing: string | null;
    readonly reach: string;
    readonly told: string;
  }) => `${parts.who}: ${maybe(parts.failing, '', '; ')}${parts.reach}; ${parts.told}`,
  failingSince: (when: string, why: string) => `failing since ${when}, ${why}`,
  nothingDelivered: 'nothing delivered yet',
  lastDelivered: (when: string) => `last delivered ${when}`,
  reach: {
    noAddress: 'its address cannot be looked up',
    nothing: 'nothing to connect to',
    program: (program: string) => `${program} is there`,
    noProgram: (program: string) => `there is no program ${program}`,
    proxy: (server: string) => `${server} is reached through a proxy, not tried`,
    answers: (server: string) => `${server} answers`,
    unreached: (server: string, why: string) => `${server} cannot be reached (${why})`,
    noAnswer: 'no answer',
    unknown: 'unknown fault',
  },
  layouts: { json: 'JSON stores', sqlite: 'SQLite stores', none: 'no store' },
  gateway: (parts: {
    readonly label: string;
    readonly dir: string;
    readonly layout: string;
    readonly version: string | null;
    readonly agents: number;
    readonly profiles: number;
  }) =>
    `${parts.label}: ${parts.dir}, ${parts.layout}${maybe(parts.version, ', OpenClaw ')}; ` +
    `${counted(parts.agents, 'agent')}, ${counted(parts.profiles, 'profile')}`,
  times: (what: string, count: number) => `${what}, ${counted(count, 'time')}`,
  notAsked: 'providers are not asked (probe.level is off)',
  noWayToAsk: (providers: string, others: number) =>
    `no way to ask ${providers}${others > 0 ? ` ${more(others)}` : ''}: judged by their files alone`,
  overSsh: (host: string) => `${host}, asked over SSH`,
  apart: (unit: string) => `${unit} keeps its own elsewhere: what is told may be told twice`,
  hiddenFromUnit: (path: string) => `the systemd unit does not see ${path}`,
  unwritable: (dir: string) => `${dir} cannot be written`,
  nameAnother: 'Name another place: --monitor-state DIR',
  madeByFirst: (dir: string) => `${dir}, made by the first run`,
  openToOthers: (dir: string) => `${dir} is open to other users`,
  putAside: 'The next run puts it aside.',
  holder: (pid: number, since: string) => `process ${pid} since ${since}`,
  leftLock: (holder: string) => `left behind by ${holder}; the next run takes it over`,
  heldLock: (holder: string) => `held by ${holder}: a run is at work`,
  givenUp: (dead: number, owed: number) => `${dead} given up, ${owed} owed`,
  owed: (count: number) => `${count} owed; the next run tries again`,
  nothingOwed: 'nothing is owed',
  noRun: 'no run has ended yet',
  lateRun: (when: string) => `${when}, although there is a schedule`,
  noSchedule: 'none was found: nothing runs the monitor by itself',
  lingeringOff: 'lingering is off: units of this user run only while somebody is logged in',
  inactive: (unit: string, state: string) => `${unit} is ${state}`,
  systemd: (parts: {
    readonly unit: string;
    readonly last: string | null;
    readonly next: string | null;
  }) => `systemd ${parts.unit}${maybe(parts.last, ', last ')}${maybe(parts.next, ', next ')}`,
  ofUser: (unit: string) => `${unit} (user)`,
  cron: (times: string, place: string) => `cron ${times}, in ${place}`,
  phone: {
    unstarted: 'nothing starts the runs of this phone',
    notJudged: 'it could not judge',
    notAsked: (host: string) => `${host} could not be asked`,
    failed: (parts: { readonly what: string; readonly tries: number; readonly since: string }) =>
      `${parts.what}: ${parts.tries} runs in a row, since ${parts.since}`,
  },
  watch: (when: string, exitCode: string) => `watch, last run ${when} with exit code ${exitCode}`,
  watchEnded: (watch: string) => `${watch}: it does not run any more`,
};

export type DoctorPhrases = typeof doctorPhrases;
