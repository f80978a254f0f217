// Finds what runs the monitor: systemd timers, cron, launchd, Termux jobs, a watch. It only asks and reads.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTE_MS } from '../core/duration.ts';
import { fromNow } from '../core/moment.ts';
import { readPhoneJob } from '../install/termux/phone-job.ts';
import { dataDir } from '../install/termux/places.ts';
import type { World } from '../world.ts';
import { runDistance } from './run-distance.ts';
import { attention, broken, ok, type Symptom, type Wording } from './symptom.ts';

/** Termux:API alone may take ten seconds to say that it is not there. */
const ASK_MS = 15_000;
const UNIT = 'openclaw-auth-monitor';
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** A line about a schedule, and how far apart its runs are at most, ms; null where that is not known. */
interface Schedule {
  readonly symptom: Symptom;
  readonly apartMs: number | null;
}

export interface Schedules {
  /** One line per schedule, or one that says that there is none. */
  readonly symptoms: readonly Symptom[];
  /** From this age on a last run is late, ms. */
  readonly lateMs: number;
}

/** `watchCron` is when a `watch` runs by the config; null without. */
export async function lookAtSchedules(
  world: World,
  stateDir: string | null,
  watchCron: string | null,
  wording: Wording,
): Promise<Schedules> {
  const found = [
    ...systemdSchedules(world, wording),
    ...(await cronSchedules(world, wording)),
    ...launchdSchedules(world),
    ...termuxSchedules(world, wording),
    ...(stateDir === null ? [] : await watchSchedules(world, stateDir, watchCron, wording)),
  ];
  const none = wording.words.noSchedule;
  return {
    symptoms:
      found.length > 0
        ? found.map(({ symptom }) => symptom)
        : [attention('schedule', none, 'auth-monitor install')],
    lateMs: late(Math.min(...found.flatMap(({ apartMs }) => apartMs ?? []), Infinity)),
  };
}

/** Four runs that were missed, or two where they are far apart. */
function late(apartMs: number): number {
  return Math.max(4 * HALF_HOUR_MS, 2 * (Number.isFinite(apartMs) ? apartMs : HALF_HOUR_MS));
}

function ask(world: World, command: string, ...args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: ASK_MS,
    // Times of systemd can be read back in UTC alone.
    env: { ...world.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : null;
}

function systemdSchedules(world: World, wording: Wording): readonly Schedule[] {
  const scopes = [[], ['--user']] as const;
  return scopes.flatMap((scope) => {
    const patterns = [`${UNIT}*.timer`, `${UNIT}-watch*.service`];
    const properties = 'Id,ActiveState,NextElapseUSecRealtime,LastTriggerUSec,Result';
    const shown = ask(world, 'systemctl', ...scope, 'show', '--property', properties, ...patterns);
    const found = (shown ?? '')
      .split('\n\n')
      .flatMap((block) => unitSchedule(block, scope.length > 0, wording));
    return found.length > 0 && scope.length > 0 ? [...found, ...lingering(world, wording)] : found;
  });
}

function lingering(world: World, { words }: Wording): readonly Schedule[] {
  const asked = ['show-user', String(world.uid), '--property=Linger'];
  if (ask(world, 'loginctl', ...asked)?.trim() !== 'Linger=no') return [];
  return [known(attention('schedule', words.lingeringOff, 'loginctl enable-linger'))];
}

function unitSchedule(block: string, isUser: boolean, { words }: Wording): readonly Schedule[] {
  const fields = Object.fromEntries(
    block
      .split('\n')
      .map((line) => [line.split('=', 1)[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
  const { Id: id, ActiveState: active } = fields as { Id?: string; ActiveState?: string };
  // What handles a failure has no schedule.
  if (!id?.startsWith(UNIT) || id.includes('-failed')) return [];
  const whose = isUser ? words.ofUser(id) : id;
  const next = fields['NextElapseUSecRealtime'] ?? null;
  const last = fields['LastTriggerUSec'] ?? null;
  if (active !== 'active') {
    const scope = isUser ? '--user ' : '';
    const fix = `systemctl ${scope}enable --now ${id}`;
    return [known(broken('schedule', words.inactive(whose, String(active)), fix))];
  }
  const apartMs = Date.parse(next ?? '') - Date.parse(last ?? '');
  return [
    known(ok('schedule', words.systemd({ unit: whose, last, next })), apartMs > 0 ? apartMs : null),
  ];
}

/** A program of ours, by either name or as install writes it. */
const CRON_JOB =
  /^\s*(@\w+|(?:\S+\s+){4}\S+)\s+.*(?:auth-monitor\S*|\/cli\.cjs'?)\s+(?:run|check|notify)\b/;

async function cronSchedules(world: World, { words }: Wording): Promise<readonly Schedule[]> {
  const own = ask(world, 'crontab', '-l') ?? '';
  const files = ['/etc/crontab', ...namesIn('/etc/cron.d').map((name) => `/etc/cron.d/${name}`)];
  const texts = [['crontab', own], ...files.map((path) => [path, textAt(path)])] as const;
  const jobs = texts.flatMap(([place, text]) =>
    text.split('\n').flatMap((line) => {
      const [, times] = CRON_JOB.exec(line) ?? [];
      return times === undefined ? [] : [{ times, place }];
    }),
  );
  return Promise.all(
    jobs.map(async ({ times, place }) =>
      known(ok('schedule', words.cron(times, place)), await runDistance(times, world.now())),
    ),
  );
}

function launchdSchedules({ platform, home }: World): readonly Schedule[] {
  if (platform !== 'darwin') return [];
  const dirs = [
    ...(home === null ? [] : [join(home, 'Library/LaunchAgents')]),
    '/Library/LaunchDaemons',
  ];
  return dirs.flatMap((dir) =>
    namesIn(dir)
      .filter((name) => name.includes('auth-monitor'))
      .map((name) => known(ok('schedule', `launchd ${join(dir, name)}`))),
  );
}

/** A phone's own script knows by what its runs come. */
function termuxSchedules(world: World, { words, times }: Wording): readonly Schedule[] {
  const { home } = world;
  const job = home === null ? null : readPhoneJob(home);
  if (home === null || job === null) return [];
  const { host, fault, periodMs } = job;
  const shown = (ask(world, join(dataDir(home), 'schedule.sh'), 'show') ?? 'NOT').trim();
  const since = fault === null ? '' : fromNow(fault.sinceAt, world.now(), times);
  const { phone } = words;
  const what = host === null ? phone.notJudged : phone.notAsked(host);
  return [
    shown.startsWith('NOT')
      ? known(broken('schedule', phone.unstarted, 'auth-monitor install termux'))
      : known(ok('schedule', `Termux, ${shown}`), periodMs),
    ...(fault === null
      ? []
      : [known(attention('schedule', phone.failed({ what, tries: fault.tries, since })))]),
  ];
}

/** The heartbeat that `watch` leaves after each run. */
async function watchSchedules(
  world: World,
  stateDir: string,
  cron: string | null,
  { words, times }: Wording,
): Promise<readonly Schedule[]> {
  const now = world.now();
  const path = join(stateDir, 'heartbeat.json');
  const { at, exitCode } = parsed(textAt(path));
  const beatAt = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(beatAt)) return [];
  const watch = words.watch(fromNow(beatAt, now, times), String(exitCode));
  const apartMs = cron === null ? HALF_HOUR_MS : await runDistance(cron, now);
  return now - beatAt <= late(apartMs ?? HALF_HOUR_MS)
    ? [known(ok('schedule', watch), apartMs)]
    : [known(attention('schedule', words.watchEnded(watch), 'auth-monitor watch'))];
}

function known(symptom: Symptom, apartMs: number | null = null): Schedule {
  return { symptom, apartMs };
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
