// The jobs that units run: what each does, what it may see, and what it is called.

/** Whose service manager runs the units: the machine's, or one user's own. */
export type Scope = 'system' | 'user';

/** `timer`: one job on a timer. `split`: who reads credentials has no network. `watch`: one process. */
export type Flavour = 'timer' | 'split' | 'watch';

/** One service: what it does, and what it may see. */
interface Job {
  readonly stem: string;
  readonly network: 'network' | 'offline';
  /** Sees what is judged, or is kept from it. */
  readonly credentials: 'seen' | 'hidden';
  /** `%s` stands for whose credentials they are. */
  readonly description: string;
  readonly command: (paths: JobPaths) => readonly string[];
  /** How it runs. A oneshot has no time limit of its own, and one that hangs would stop all later ones. */
  readonly settings: (paths: JobPaths) => readonly string[];
}

/** Words of a command line as they stand in a unit; they may hold specifiers such as `%i`. */
export interface JobPaths {
  readonly config: string;
  readonly state: string;
  /** Where the checker leaves its report for the notifier. */
  readonly report: string;
  /** `--state-dir DIR`, once for each gateway that was named. */
  readonly gateways: readonly string[];
}

const own = ({ config, state }: JobPaths): string[] => [
  '--config',
  config,
  '--monitor-state',
  state,
];

/** What units, directories and credentials are called. */
export const NAME = 'openclaw-auth-monitor';

/** The job that OnFailure= of another starts. */
function handler(stem: string): Job {
  return {
    stem: `${stem}-failed`,
    network: 'network',
    credentials: 'hidden',
    description: 'Find out why the auth monitor%s failed',
    command: (paths) => ['on-failure', ...own(paths)],
    settings: () => ['Type=oneshot', 'TimeoutStartSec=2min'],
  };
}

/** Every job by name; what handles the failure of `x` is `x-failed`. */
export const jobs = {
  run: {
    stem: NAME,
    network: 'network',
    credentials: 'seen',
    description: 'Judge the OpenClaw credentials%s and tell people',
    command: (paths) => ['run', '--quiet', ...own(paths), ...paths.gateways],
    settings: () => [
      'Type=oneshot',
      '# Something expires soon, and people were told.',
      'SuccessExitStatus=2',
      'TimeoutStartSec=5min',
    ],
  },
  check: {
    stem: `${NAME}-check`,
    network: 'offline',
    credentials: 'seen',
    description: 'Judge the OpenClaw credentials%s, without network',
    command: (paths) =>
      ['check', '--json', '--output', paths.report].concat(own(paths), paths.gateways),
    settings: ({ report, state }) => [
      'Type=oneshot',
      '# The verdict is for the notifier to tell; what is left as a failure is one of the checker.',
      'SuccessExitStatus=1 2',
      'TimeoutStartSec=5min',
      '# No old report is told twice, and both halves name a credential alike from the first run on.',
      `ExecStartPre=/bin/sh -c 'rm -f "$$1"; test -s "$$2/salt" || head -c 32 /dev/urandom >"$$2/salt"' sh ${report} ${state}`,
    ],
  },
  notify: {
    stem: `${NAME}-notify`,
    network: 'network',
    credentials: 'hidden',
    description: 'Tell people about the OpenClaw credentials%s, without seeing them',
    settings: () => ['Type=oneshot', 'SuccessExitStatus=2', 'TimeoutStartSec=5min'],
    command: (paths) => ['notify', '--quiet', '--report', paths.report, ...own(paths)],
  },
  watch: {
    stem: `${NAME}-watch`,
    network: 'network',
    credentials: 'seen',
    description: 'Watch the OpenClaw credentials%s',
    command: (paths) => ['watch', ...own(paths), ...paths.gateways],
    settings: () => [
      'Type=notify',
      'WatchdogSec=3min',
      'TimeoutStartSec=2min',
      'Restart=on-failure',
      'RestartSec=1min',
      '# Wrong usage and a wrong config do not get better by another start.',
      'RestartPreventExitStatus=64 78',
    ],
  },
  // One for each: systemd tells a handler about a failure only when no other unit has the same (252).
  'run-failed': handler(NAME),
  'check-failed': handler(`${NAME}-check`),
  'notify-failed': handler(`${NAME}-notify`),
  'watch-failed': handler(`${NAME}-watch`),
} satisfies Readonly<Record<string, Job>>;

export type JobName = keyof typeof jobs;

/** The jobs of a flavour, the one that a timer or a target starts first. */
export const flavourJobs: Readonly<Record<Flavour, readonly JobName[]>> = {
  timer: ['run', 'run-failed'],
  split: ['check', 'check-failed', 'notify', 'notify-failed'],
  watch: ['watch', 'watch-failed'],
};

/** The job that a timer or a target starts. */
export function firstJob(flavour: Flavour): JobName {
  return flavourJobs[flavour][0] ?? 'run';
}

/** `NAME@.service` for the machine, where each user of a gateway has an instance; `NAME.service` for one user. */
export function unitName(
  scope: Scope,
  stem: string,
  kind: 'service' | 'timer',
  instance = '',
): string {
  return scope === 'system' ? `${stem}@${instance}.${kind}` : `${stem}.${kind}`;
}
