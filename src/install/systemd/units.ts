// The unit files of every flavour, as text.
import { ALL_SECRETS, LIMITS, ON_FAILURE, OWN_VOICE, restrictions } from './hardening.ts';
import {
  firstJob,
  flavourJobs,
  jobs,
  NAME,
  unitName,
  type Flavour,
  type JobName,
  type JobPaths,
  type Scope,
} from './jobs.ts';
import { commandWord, isPlainProgram } from './words.ts';

/** Of Debian's essential packages, and what knows the kind of socket that Node does not. */
export const PERL = '/usr/bin/perl';

/** Connects to the manager's socket, hands it down as a file, and becomes the program: their pid is the same. */
const SPEAKING =
  '$^F = 9; socket(N, AF_UNIX, SOCK_DGRAM, 0) && connect(N, sockaddr_un($ENV{NOTIFY_SOCKET})) && ($ENV{NOTIFY_FD} = fileno(N)); exec @ARGV or exit 203';

/** What the units of a host have in common. */
export interface UnitHost {
  readonly scope: Scope;
  readonly node: string;
  readonly program: string;
  readonly paths: JobPaths;
  /** Names of the files that hold secrets. */
  readonly secrets: readonly string[];
  /** Lines of hardening that this host cannot do. */
  readonly refused: ReadonlySet<string>;
}

/** The files of a flavour by name. */
export function unitFiles(host: UnitHost, flavour: Flavour): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of flavourJobs[flavour]) {
    files.set(unitName(host.scope, jobs[name].stem, 'service'), serviceText(host, name));
  }
  if (flavour !== 'watch') {
    files.set(unitName(host.scope, jobs[firstJob(flavour)].stem, 'timer'), timerText(host.scope));
  }
  return files;
}

/** The line that starts a job. */
export function execStart(
  { node, program, refused }: UnitHost,
  name: JobName,
  paths: JobPaths,
): string {
  const speaking = name === 'watch' && !refused.has(OWN_VOICE);
  const words = [
    ...(speaking ? [PERL, '-MSocket', '-e', commandWord(SPEAKING), '--'] : []),
    ...(isPlainProgram(node) || speaking ? [] : ['/bin/sh', '-c', `'exec "$$0" "$$@"'`]),
    commandWord(node),
    commandWord(program),
    ...jobs[name].command(paths),
  ];
  return `ExecStart=${words.join(' ')}`;
}

function serviceText(host: UnitHost, name: JobName): string {
  const { scope, paths, refused } = host;
  const whose = scope === 'system' ? ' of %i' : '';
  const told = unitName(scope, jobs.notify.stem, 'service', '%i');
  const failed = unitName(scope, `${jobs[name].stem}-failed`, 'service', '%i');
  const unit = [
    '[Unit]',
    `Description=${jobs[name].description.replace('%s', whose)}`,
    'Documentation=man:openclaw-auth-monitor(1)',
    // A user manager has no such target; a run without network tries again half an hour later.
    ...(scope === 'system' && jobs[name].network === 'network'
      ? ['Wants=network-online.target', 'After=network-online.target']
      : []),
    ...(name === 'check' ? [`OnSuccess=${told}`] : []),
    ...(name.endsWith('-failed') || refused.has(ON_FAILURE) ? [] : [`${ON_FAILURE}${failed}`]),
    ...(name === 'watch'
      ? ['StartLimitIntervalSec=1h', 'StartLimitBurst=5']
      : ['StartLimitIntervalSec=0']),
  ];
  const service = [
    '[Service]',
    ...(scope === 'system' ? ['User=%i'] : []),
    ...jobs[name].settings(paths),
    ...(name === 'watch' ? voice(host) : []),
    execStart(host, name, paths),
    'TimeoutStopSec=15s',
    'UMask=0077',
    ...directories(host, name),
  ];
  const hardening = [
    ...restrictions(jobs[name].network).flatMap(({ line }) => (refused.has(line) ? [] : [line])),
    ...(jobs[name].credentials === 'seen' && !refused.has('PrivateTmp=yes')
      ? ["# The gateway's log.", 'BindReadOnlyPaths=-/tmp/openclaw']
      : []),
  ];
  const install =
    name === 'watch'
      ? [`[Install]`, `WantedBy=${scope === 'system' ? 'multi-user' : 'default'}.target`]
      : [];
  return textOf([unit, service, hardening, LIMITS, install]);
}

function voice({ refused }: UnitHost): readonly string[] {
  if (refused.has(OWN_VOICE)) return ['NotifyAccess=all'];
  return [
    '# Node knows no socket of the kind that hears it: Perl opens one, and becomes Node.',
    OWN_VOICE,
  ];
}

/** How the job gets its secrets. Older systemds load single files, and would fail for one that is gone. */
function credentials({ scope, secrets, refused }: UnitHost): readonly string[] {
  const dir = scope === 'system' ? `/etc/${NAME}/credentials` : `%h/.config/${NAME}/credentials`;
  if (!refused.has(ALL_SECRETS)) return [`LoadCredential=${NAME}:${dir}`];
  if (scope === 'user') return [`Environment=CREDENTIALS_DIRECTORY=${dir}`];
  return secrets.map((name) => `LoadCredential=${name}:${dir}/${name}`);
}

function directories(host: UnitHost, name: JobName): readonly string[] {
  const { scope, refused } = host;
  const needsReport = name === 'check' || name === 'notify';
  const report = [
    'RuntimeDirectory=openclaw-auth-monitor/%i',
    'RuntimeDirectoryMode=0700',
    'RuntimeDirectoryPreserve=yes',
  ];
  const secrets = jobs[name].network === 'network';
  if (scope === 'system') {
    return [
      'StateDirectory=openclaw-auth-monitor/%i',
      'StateDirectoryMode=0700',
      ...(needsReport ? report : []),
      ...(secrets ? credentials(host) : []),
    ];
  }
  // StateDirectory= of a user unit is below ~/.config before systemd 254.
  const isHidden = !refused.has('ProtectHome=tmpfs');
  return [
    ...credentials(host),
    ...(isHidden
      ? [`BindPaths=%h/.local/state/${NAME}`, `BindReadOnlyPaths=%h/.config/${NAME}`]
      : []),
    // /run/user is hidden with the homes.
    ...(isHidden && name === 'watch' ? ['BindReadOnlyPaths=-%t/systemd/notify'] : []),
  ];
}

function timerText(scope: Scope): string {
  const whose = scope === 'system' ? ' of %i' : '';
  return textOf([
    ['[Unit]', `Description=Judge the OpenClaw credentials${whose} every half hour`],
    [
      '[Timer]',
      'OnCalendar=*:0/30',
      '# Always the same delay on this host, another one on the next.',
      'RandomizedDelaySec=5min',
      'FixedRandomDelay=yes',
      'AccuracySec=1min',
      '# Makes up for a run that was missed while the machine was off.',
      'Persistent=yes',
    ],
    ['[Install]', 'WantedBy=timers.target'],
  ]);
}

function textOf(blocks: readonly (readonly string[])[]): string {
  const full = blocks.filter((block) => block.length > 0);
  return `${full.map((block) => block.join('\n')).join('\n\n')}\n`;
}
