// `uninstall systemd`: stops what install started and takes away what it made, instance by instance.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isWithin } from '../judged.ts';
import type { Site } from '../site.ts';
import type { InstallRequest } from '../target.ts';
import { accountOf, choiceOf, type Account } from './account.ts';
import { CALENDAR, DROP_IN, readFacts, type Facts } from './drop-in.ts';
import { instancesOf, Manager, stampDir, stopLingering, textAt, unitDir } from './manager.ts';
import { usualPaths } from './setup.ts';
import { NAME, firstJob, flavourJobs, jobs, unitName, type Flavour, type Scope } from './jobs.ts';

const FLAVOURS: readonly Flavour[] = ['timer', 'split', 'watch'];

/** Where units are taken away. */
interface Removal {
  readonly site: Site;
  readonly scope: Scope;
  readonly dir: string;
  readonly home: string;
  readonly manager: Manager;
}

/** Removes the flavours and instances that the flags choose, all of the scope without flags. */
export async function uninstallUnits(request: InstallRequest): Promise<void> {
  const { site, options } = request;
  const { scope, flavour } = choiceOf(request);
  const isOneUser = scope === 'user' || typeof options['for'] === 'string';
  const account = isOneUser ? accountOf(request, scope) : NOBODY_SPECIAL;
  const dir = unitDir(scope, account.home);
  const manager = new Manager(site, scope, account);
  const removal: Removal = { site, scope, dir, home: account.home, manager };
  const isChosen = options['split'] === true || options['watch'] === true;
  const facts: (Facts & { readonly instance: string })[] = [];
  for (const one of isChosen ? [flavour] : FLAVOURS) {
    const stem = jobs[firstJob(one)].stem;
    const all = scope === 'user' ? [account.name] : instancesOf(dir, stem);
    const going = all.filter((instance) => !isOneUser || instance === account.name);
    for (const instance of going) {
      const noted = removeInstance(removal, one, instance);
      if (noted !== null) facts.push({ ...noted, instance });
    }
    if (going.length === all.length) removeUnits(removal, one);
  }
  if (!FLAVOURS.some((one) => isInstalled(removal, one))) removeShared(removal);
  manager.run('daemon-reload');
  // A unit that is gone and has failed would be listed until the next boot.
  manager.try('reset-failed', `${NAME}*`);
  for (const { instance, states, made } of facts) {
    for (const state of states) {
      if (options['keep-state'] === true) site.tell(site.words.kept(state));
      // In a user's own directories root's hand could be led elsewhere.
      else if (scope === 'system' && !isWithin(state, `/var/lib/${NAME}`))
        site.removeAllAs(instance, state);
      else site.removeAll(state);
    }
    for (const path of [...made].sort().toReversed()) site.removeEmptyDir(path);
  }
  if (scope === 'system') site.removeEmptyDir(`/var/lib/${NAME}`);
  if (facts.some(({ lingers }) => lingers)) stopLingering(site, account);
}

/** Stands for all users of the machine. */
const NOBODY_SPECIAL: Account = { name: '', uid: 0, gid: 0, home: '/root' };

/** Returns what install had noted about the instance, once its last flavour goes; null before. */
function removeInstance(
  { site, scope, dir, home, manager }: Removal,
  flavour: Flavour,
  instance: string,
): Facts | null {
  const first = firstJob(flavour);
  const fileOf = (one: Flavour): string =>
    join(dir, `${unitName(scope, jobs[firstJob(one)].stem, 'service', instance)}.d`, DROP_IN);
  const facts = readFacts(textAt(fileOf(flavour)) ?? '');
  const isLast = !FLAVOURS.some((other) => other !== flavour && existsSync(fileOf(other)));
  const kind = flavour === 'watch' ? 'service' : 'timer';
  const started = unitName(scope, jobs[first].stem, kind, instance);
  if (existsSync(join(dir, unitName(scope, jobs[first].stem, 'service')))) {
    manager.try('disable', '--now', started);
    for (const name of flavourJobs[flavour]) {
      manager.try('stop', unitName(scope, jobs[name].stem, 'service', instance));
    }
  }
  for (const name of flavourJobs[flavour]) {
    removeDropIn(site, dir, unitName(scope, jobs[name].stem, 'service', instance), DROP_IN);
  }
  removeDropIn(site, dir, started, CALENDAR);
  site.removeAll(join(stampDir(scope, home), `stamp-${started}`));
  if (isLast && scope === 'system') site.removeAll(`/run/${NAME}/${instance}`);
  return isLast ? facts : null;
}

function removeDropIn(site: Site, dir: string, unit: string, name: string): void {
  const own = join(dir, `${unit}.d`);
  site.unplace(join(own, name));
  const others = existsSync(own) ? readdirSync(own) : [];
  if (others.length === 0) site.removeEmptyDir(own);
  else if (!site.isDry) site.tell(site.words.keptFor(own, others.join(', ')));
}

function removeUnits({ site, scope, dir }: Removal, flavour: Flavour): void {
  for (const name of flavourJobs[flavour]) {
    site.unplace(join(dir, unitName(scope, jobs[name].stem, 'service')));
  }
  site.unplace(join(dir, unitName(scope, jobs[firstJob(flavour)].stem, 'timer')));
}

function isInstalled({ scope, dir }: Removal, flavour: Flavour): boolean {
  return existsSync(join(dir, unitName(scope, jobs[firstJob(flavour)].stem, 'service')));
}

/** What all flavours and instances had in common; a config that somebody went on with stays. */
function removeShared({ site, scope, home }: Removal): void {
  site.unplace(usualPaths(scope).config.replace('%h', home));
  if (scope === 'user') return;
  for (const path of [`/etc/${NAME}/credentials`, `/etc/${NAME}`, `/run/${NAME}`]) {
    site.removeEmptyDir(path);
  }
}
