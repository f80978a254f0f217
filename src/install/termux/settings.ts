// What the scripts on a phone work with, as a file that a shell reads.
import { join } from 'node:path';
import { MINUTE_MS } from '../../core/duration.ts';
import { factLines, type Facts } from './facts.ts';
import { shellQuoted, type Phone } from './places.ts';

/** Any number that no other script of this phone is likely to use. */
const JOB_ID = 7_250_311;

/** What one phone does, worked out. */
export interface PhoneJob {
  readonly phone: Phone;
  readonly node: string;
  readonly program: string;
  /** As ssh takes it; null for a gateway on this phone. */
  readonly host: string | null;
  readonly periodMs: number;
  readonly config: string;
  readonly stateDir: string;
  /** Options that name gateways on this phone. */
  readonly gateways: readonly string[];
  /** Variables that lead to the gateway, which a job does not inherit. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The settings of a job, functions of a shell among them. */
export function settingsText(job: PhoneJob, facts: Facts): string {
  const { phone, node, program, host, periodMs, config, stateDir } = job;
  const values = {
    MODE: host === null ? 'local' : 'remote',
    HOST: host ?? '',
    PREFIX: phone.prefix,
    HOME: phone.home,
    TMPDIR: join(phone.prefix, 'tmp'),
    NODE: node,
    CLI: program,
    API_SECONDS: '10',
    JOB_ID: String(JOB_ID),
    PERIOD_MS: String(periodMs),
    CRON: cronTimes(periodMs),
  };
  const own = words(['--config', config, '--monitor-state', stateDir]);
  const gateways = words(job.gateways);
  return [
    '# What the scripts beside this file work with. `install termux` writes it.',
    ...factLines(facts),
    ...Object.entries(values).map(([name, value]) => `${name}=${shellQuoted(value)}`),
    ...Object.entries(job.environment).map(
      ([name, value]) => `export ${name}=${shellQuoted(value)}`,
    ),
    '',
    ...(host === null
      ? [
          '# Judges, asks the providers and tells people.',
          `tell_people() { timeout 600 "$NODE" "$CLI" run${own}${gateways} "$@"; }`,
        ]
      : [
          '# The report of the host, by a key that may do nothing else there.',
          `ask_report() { timeout 120 ssh${words(sshOptions(phone))} -- "$HOST"; }`,
          '# Tells people what it says.',
          `tell_people() { timeout 600 "$NODE" "$CLI" notify --report "$answer"${own} "$@"; }`,
        ]),
    '# What the last run found, as JSON.',
    `report() { timeout 60 "$NODE" "$CLI" report --last --json${own}; }`,
    '',
  ].join('\n');
}

/** How ssh asks: never a question, never for ever, with the one key, and only a known host. */
export function sshOptions({ dir, home }: Phone): readonly string[] {
  return [
    '-T',
    '-i',
    join(dir, 'key'),
    ...[
      'IdentitiesOnly=yes',
      'BatchMode=yes',
      'ConnectTimeout=8',
      'ServerAliveInterval=15',
      'ServerAliveCountMax=2',
      'StrictHostKeyChecking=yes',
      `UserKnownHostsFile=${join(dir, 'known_hosts')} ${join(home, '.ssh/known_hosts')}`,
    ].flatMap((option) => ['-o', option]),
  ];
}

/** Cron has no period: the nearest minutes or hours that come round evenly, never less often. */
function cronTimes(periodMs: number): string {
  const minutes = periodMs / MINUTE_MS;
  const even = (most: number, whole: number): number => {
    for (let step = Math.min(most, whole); step > 1; step -= 1) if (whole % step === 0) return step;
    return 1;
  };
  if (minutes < 60) return `*/${even(Math.floor(minutes), 60)} * * * *`;
  return `7 */${even(Math.floor(minutes / 60), 24)} * * *`;
}

function words(list: readonly string[]): string {
  return list.map((word) => ` ${shellQuoted(word)}`).join('');
}
