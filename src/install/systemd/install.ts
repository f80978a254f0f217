// `install systemd`: units for the host, a drop-in for whose gateway it is, and the timer switched on.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { langLine } from '../../config/lang-line.ts';
import { UsageError, WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import { isWithin } from '../judged.ts';
import type { Site } from '../site.ts';
import type { InstallRequest } from '../target.ts';
import { accountOf, choiceOf } from './account.ts';
import { CALENDAR, DROP_IN, dropInText, readFacts, type DropIn, type Facts } from './drop-in.ts';
import { ALL_SECRETS, HIDDEN_HOME } from './hardening.ts';
import { findPrograms, isHidden, refusedHere, systemdVersion, type Programs } from './host.ts';
import { Manager, stampDir, startLingering, textAt, unitDir } from './manager.ts';
import { hiddenRoots, openRoots, setUp, type Setup } from './setup.ts';
import { firstJob, flavourJobs, jobs, unitName, type JobName } from './jobs.ts';
import { execStart, unitFiles, type UnitHost } from './units.ts';
import { unseenBy } from './unseen.ts';

/** The systemd of a dry run on a host that has none: that of Debian 12. */
const ASSUMED_VERSION = 252;

/** Installs what the flags choose; twice leaves the same as once. */
export async function installUnits(request: InstallRequest): Promise<void> {
  const { site, world } = request;
  const { words } = site;
  const choice = choiceOf(request);
  const version = systemdVersion(site) ?? (site.isDry ? ASSUMED_VERSION : null);
  if (version === null) throw new WriteError(fault('said', words.absent('systemctl')));
  const account = accountOf(request, choice.scope);
  const manager = new Manager(site, choice.scope, account);
  const calendar = calendarOf(request);
  const setup = await setUp(request, choice, account);
  const programs = findPrograms(world, site, account.home);
  const lingers = choice.scope === 'user' && startLingering(site, account);
  const refusals = refusedHere(site, { ...choice, node: programs.node, version });
  for (const { line, why } of refusals) {
    const what = line === ALL_SECRETS ? words.systemd.allSecrets : line;
    site.tell(words.systemd.leftOut(what, why));
  }
  const refused = new Set(refusals.map(({ line }) => line));
  const secrets = secretsIn(setup.credentialsDir);
  const host: UnitHost = { ...programs, scope: choice.scope, paths: setup.usual, secrets, refused };

  const dir = unitDir(choice.scope, account.home);
  const first = firstJob(choice.flavour);
  const earlier = earlierFacts(setup, dir);
  const made = makePlaces(site, setup, dir);
  const isState = (path: string): boolean => path === setup.stateDir;
  const facts: Facts = {
    command: commandOf(request, setup),
    states: union(earlier.states, made.filter(isState)),
    made: union(
      earlier.made,
      made.filter((path) => !isState(path)),
    ),
    lingers: lingers || earlier.lingers,
  };
  for (const [name, text] of unitFiles(host, choice.flavour)) {
    site.place({ path: join(dir, name), text });
  }
  for (const name of flavourJobs[choice.flavour]) {
    const noted = name === first ? facts : null;
    const text = dropInText(dropInOf(setup, host, programs, name), noted);
    const path = join(dir, `${serviceOf(setup, name)}.d`, DROP_IN);
    if (text === null) site.unplace(path);
    else site.place({ path, text });
  }
  const started = choice.flavour === 'watch' ? serviceOf(setup, 'watch') : timerOf(setup, first);
  placeCalendar(site, join(dir, `${started}.d`, CALENDAR), calendar);
  manager.run('daemon-reload');
  manager.run('enable', started);
  // A watch goes on with the program and the units as they are now.
  manager.run('restart', started);
  tellRest(site, setup, started);
}

/** Other names would need systemd's escapes, and no config asks for them. */
const PLAIN_SECRET = /^[\w.-]{1,200}$/;

function secretsIn(dir: string): readonly string[] {
  return existsSync(dir) ? readdirSync(dir).filter((name) => PLAIN_SECRET.test(name)) : [];
}

/** What earlier installs for this user have noted, of whatever flavour. */
function earlierFacts({ scope, account }: Setup, dir: string): Omit<Facts, 'command'> {
  const noted = Object.values(jobs).flatMap(({ stem }) => {
    const service = unitName(scope, stem, 'service', account.name);
    return readFacts(textAt(join(dir, `${service}.d`, DROP_IN)) ?? '') ?? [];
  });
  return {
    states: noted.flatMap(({ states }) => states),
    made: noted.flatMap(({ made }) => made),
    lingers: noted.some(({ lingers }) => lingers),
  };
}

function union(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

function serviceOf({ scope, account }: Setup, name: JobName): string {
  return unitName(scope, jobs[name].stem, 'service', account.name);
}

function timerOf({ scope, account }: Setup, name: JobName): string {
  return unitName(scope, jobs[name].stem, 'timer', account.name);
}

function calendarOf({ options, site }: InstallRequest): readonly string[] {
  const calendar = (options['on-calendar'] ?? []) as readonly string[];
  if (calendar.length > 0 && options['watch']) {
    throw new UsageError(fault('calendarOfTimer'));
  }
  for (const expression of calendar) {
    const { code } = site.ask('systemd-analyze', 'calendar', expression);
    if (code !== 0 && code !== 127) {
      throw new UsageError(fault('calendarTime'));
    }
  }
  return calendar;
}

function placeCalendar(site: Site, path: string, calendar: readonly string[]): void {
  if (calendar.length === 0) return site.unplace(path);
  const lines = calendar.map((expression) => `OnCalendar=${expression.replaceAll('%', '%%')}`);
  site.place({ path, text: ['[Timer]', 'OnCalendar=', ...lines, ''].join('\n') });
}

/** The directories that the units need, and a config to begin with; returns what was missing. */
function makePlaces(site: Site, setup: Setup, dir: string): readonly string[] {
  const { account, scope, stateDir, configPath, credentialsDir, isConfigNew } = setup;
  const made = [
    ...makeState(site, setup),
    ...site.makeDir(credentialsDir, 0o700),
    ...site.makeDir(dir, 0o755),
    // The user's manager would make it, and then nobody knew whose it is.
    ...(scope === 'user' ? site.makeDir(stampDir(scope, account.home), 0o755) : []),
  ];
  if (isConfigNew) {
    const state = hasUsualState(setup)
      ? setup.usual.state.replace('%i', '%u').replace('%h', '~')
      : stateDir;
    const { seed } = site.words;
    const text = `{\n${langLine(site.lang)}  // ${seed.timerState}\n  state: { dir: ${JSON.stringify(state)} },\n  // ${seed.notifiers}\n  notifiers: [],\n}\n`;
    site.place({ path: configPath, text, comment: '//', kind: 'seed' });
  }
  return made;
}

function makeState(site: Site, setup: Setup): readonly string[] {
  const { account, scope, stateDir, stateMaker } = setup;
  if (scope === 'user') return site.makeDir(stateDir, 0o700);
  // systemd would make this one too, but not before the first run: until then its user could not even look.
  if (hasUsualState(setup)) {
    return [...site.makeDir(dirname(stateDir), 0o755), ...site.makeDir(stateDir, 0o700, account)];
  }
  if (stateMaker === 'caller') return site.makeDir(stateDir, 0o700, account);
  return site.makeDirAs(account.name, stateDir, 0o700);
}

function hasUsualState({ paths, usual }: Setup): boolean {
  return paths.state === usual.state;
}

function dropInOf(setup: Setup, host: UnitHost, { binds }: Programs, name: JobName): DropIn {
  const { account, paths, usual, stateDir, configPath, writes } = setup;
  const { home } = account;
  const isHiding = !host.refused.has(HIDDEN_HOME.line);
  const hidden = (path: string): boolean => isHiding && isHidden(path, home);
  const isUsual = JSON.stringify(paths) === JSON.stringify(usual);
  const isUsualPlace = ['/home', '/root'].some((root) => isWithin(home, root));
  const states = hasUsualState(setup) ? [] : [stateDir];
  const written = name === 'check' ? states : [...states, ...writes];
  const sees = jobs[name].credentials === 'seen';
  // Who only judges is kept from what channels need.
  const own = jobs[name].network === 'offline' ? [configPath] : setup.own;
  return {
    unusualHome: isHiding && !isUsualPlace && home !== '/' ? home : null,
    readOnly: [
      ...(sees && isHiding ? hiddenRoots(setup) : []),
      ...[...binds, ...own].filter(hidden),
    ],
    writable: written.filter(hidden),
    opened: written.filter((path) => !hidden(path)),
    inaccessible: sees ? [] : openRoots(setup),
    environment: sees ? setup.environment : {},
    hasOwnState: setup.scope === 'system' && states.length > 0,
    execStart: isUsual ? null : execStart(host, name, paths),
  };
}

function commandOf({ options }: InstallRequest, { scope, account }: Setup): string {
  const words = Object.entries(options).flatMap(([name, value]) => {
    if (['dry-run', 'force', 'system', 'user', 'for'].includes(name)) return [];
    if (value === true) return [`--${name}`];
    const values = typeof value === 'string' ? [value] : (value ?? []);
    return values.map((text) => `--${name}=${text}`);
  });
  const whose = scope === 'system' ? ['--system', `--for=${account.name}`] : ['--user'];
  return ['openclaw-auth-monitor', 'install', 'systemd', ...whose, ...words].join(' ');
}

function tellRest(site: Site, setup: Setup, started: string): void {
  const { note, systemd: words } = site.words;
  for (const remark of setup.remarks) site.tell(note(remark));
  for (const path of unseenBy(setup)) site.tell(note(words.unseen(path)));
  const user = setup.scope === 'user' ? ' --user' : '';
  const service = started.replace(/\.timer$/, '.service');
  site.tell(words.toRun(`systemctl${user} start ${service}`));
  site.tell(words.toReadLog(`journalctl${user} -u ${service} -n 30`));
}
