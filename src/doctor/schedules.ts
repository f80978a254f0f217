// Finds what runs the monitor: systemd timers, cron, launchd, Termux jobs, a watch. It only asks and reads.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromNow } from '../core/moment.ts';
import { readPhoneJob } from '../install/termux/phone-job.ts';
import { dataDir } from '../install/termux/places.ts';
import type { World } from '../world.ts';
import { attention, broken, ok, type Symptom } from './symptom.ts';

/** Termux:API alone may take ten seconds to say that it is not there. */
const ASK_MS = 15_000;
const UNIT = 'openclaw-auth-monitor';
/** A watch rewrites its heartbeat after each run; its schedule is half an hour unless told otherwise. */
const STALE_MS = 2 * 3_600_000;

/** One line per schedule, or one that says that there is none. */
export function scheduleSymptoms(world: World, stateDir: string | null): readonly Symptom[] {
  const found = [
    ...systemdSymptoms(world),
    ...cronSymptoms(world),
    ...launchdSymptoms(world),
    ...termuxSymptoms(world),
    ...(stateDir === null ? [] : watchSymptoms(stateDir, world.now())),
  ];
  if (found.length > 0) return found;
  return [
    attention(
      'schedule',
      'none was found: nothing runs the monitor by itself',
      'auth-monitor install',
    ),
  ];
}

function ask(world: World, command: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: ASK_MS,
    env: { ...world.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : null;
}

function systemdSymptoms(world: World): readonly Symptom[] {
  const scopes = [[], ['--user']] as const;
  return scopes.flatMap((scope) => {
    const patterns = [`${UNIT}*.timer`, `${UNIT}-watch*.service`];
    const properties = 'Id,ActiveState,NextElapseUSecRealtime,LastTriggerUSec,Result';
    const shown = ask(world, 'systemctl', ...scope, 'show', '--property', properties, ...patterns);
    return (shown ?? '').split('\n\n').flatMap((block) => unitSymptom(block, scope.length > 0));
  });
}

function unitSymptom(block: string, isUser: boolean): readonly Symptom[] {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
  const { Id: id, ActiveState: active } = fields as { Id?: string; ActiveState?: string };
  if (!id?.startsWith(UNIT)) return [];
  const whose = isUser ? `${id} (user)` : id;
  const next = fields['NextElapseUSecRealtime'];
  const last = fields['LastTriggerUSec'];
  if (active !== 'active') {
    const scope = isUser ? '--user ' : '';
    return [broken('schedule', `${whose} is ${active}`, `systemctl ${scope}enable --now ${id}`)];
  }
  const words = [
    `systemd ${whose}`,
    ...(last ? [`last ${last}`] : []),
    ...(next ? [`next ${next}`] : []),
  ];
  return [ok('schedule', words.join(', '))];
}

/** A program of ours, by either name or as install writes it. */
const CRON_JOB =
  /^\s*(@\w+|(?:\S+\s+){4}\S+)\s+.*(?:auth-monitor\S*|\/cli\.cjs'?)\s+(?:run|check|notify)\b/;

function cronSymptoms(world: World): readonly Symptom[] {
  const own = ask(world, 'crontab', '-l') ?? '';
  const files = ['/etc/crontab', ...namesIn('/etc/cron.d').map((name) => `/etc/cron.d/${name}`)];
  const texts = [['crontab', own], ...files.map((path) => [path, textAt(path)])] as const;
  return texts.flatMap(([place, text]) =>
    text.split('\n').flatMap((line) => {
      const job = CRON_JOB.exec(line);
      return job === null ? [] : [ok('schedule', `cron ${job[1] ?? ''}, in ${place}`)];
    }),
  );
}

function launchdSymptoms({ platform, home }: World): readonly Symptom[] {
  if (platform !== 'darwin') return [];
  const dirs = [
    ...(home === null ? [] : [join(home, 'Library/LaunchAgents')]),
    '/Library/LaunchDaemons',
  ];
  return dirs.flatMap((dir) =>
    namesIn(dir)
      .filter((name) => name.includes('auth-monitor'))
      .map((name) => ok('schedule', `launchd ${join(dir, name)}`)),
  );
}

/** A phone's own script knows by what its runs come. */
function termuxSymptoms(world: World): readonly Symptom[] {
  const { home } = world;
  const job = home === null ? null : readPhoneJob(home);
  if (home === null || job === null) return [];
  const { host, fault } = job;
  const shown = (ask(world, join(dataDir(home), 'schedule.sh'), 'show') ?? 'NOT').trim();
  const since = fault === null ? '' : fromNow(fault.sinceAt, world.now());
  const what = host === null ? 'it could not judge' : `${host} could not be asked`;
  return [
    shown.startsWith('NOT')
      ? broken('schedule', 'nothing starts the runs of this phone', 'auth-monitor install termux')
      : ok('schedule', `Termux, ${shown}`),
    ...(fault === null
      ? []
      : [attention('schedule', `${what}: ${fault.tries} runs in a row, since ${since}`)]),
  ];
}

/** The heartbeat that `watch` leaves after each run. */
function watchSymptoms(stateDir: string, now: number): readonly Symptom[] {
  const path = join(stateDir, 'heartbeat.json');
  const { at, exitCode } = parsed(textAt(path));
  const beatAt = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(beatAt)) return [];
  const words = `watch, last run ${fromNow(beatAt, now)} with exit code ${String(exitCode)}`;
  return now - beatAt <= STALE_MS
    ? [ok('schedule', words)]
    : [attention('schedule', `${words}: it does not run any more`, 'auth-monitor watch')];
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(dir: string): readonly string[] {
  try {
    return existsSync(dir) ? readdirSync(dir) : [];
  } catch {
    return [];
  }
}
