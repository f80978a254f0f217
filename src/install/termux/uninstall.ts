// `uninstall termux` on a phone: the job, what is shown, the scripts; nothing that a person has changed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MonitorError } from '../../core/errors.ts';
import { readAlertState } from '../../state/index.ts';
import type { Site } from '../site.ts';
import type { InstallRequest } from '../target.ts';
import { readFacts } from './facts.ts';
import { dataDir, homeOf, phoneOf, type Phone } from './places.ts';

/** Takes away what `install termux` made on this phone; nothing where it never was. */
export function uninstallPhone({ world, options, site }: InstallRequest): void {
  const home = homeOf(world, site.words);
  if (!existsSync(dataDir(home))) return;
  const phone = phoneOf(world, home, site.words);
  const settings = join(phone.dir, 'settings');
  const facts = readFacts(phone.dir);
  const state = valueOf(settings, /--monitor-state' '([^']+)'/);
  endSchedule(site, phone);
  if (state !== null) removeShown(site, phone, state);
  for (const path of Object.keys(phone.entries)) site.unplace(path);
  for (const name of [...phone.scripts, 'settings', 'words']) site.unplace(join(phone.dir, name));
  for (const name of ['var', 'key', 'key.pub', 'known_hosts', 'known_hosts.old']) {
    site.removeAll(join(phone.dir, name));
  }
  if (facts.config !== null) site.unplace(facts.config);
  for (const path of facts.states) {
    if (options['keep-state'] === true) site.tell(site.words.kept(path));
    else site.removeAll(path);
  }
  for (const path of [...facts.made].sort().toReversed()) site.removeEmptyDir(path);
}

function endSchedule(site: Site, { dir }: Phone): void {
  const script = join(dir, 'schedule.sh');
  if (!existsSync(script) || !existsSync(join(dir, 'settings'))) return;
  const { words } = site;
  const command = `${script} off`;
  if (site.isDry) return site.tell(words.would.ran(command));
  const { code, stderr } = site.ask(script, 'off');
  site.tell(code === 0 ? words.did.ran(command) : words.endedWith(command, code));
  for (const line of stderr.split('\n')) if (line !== '') site.tell(`    ${line}`);
}

/** A failure cannot be swiped away, so it would stay for good. */
function removeShown(site: Site, { prefix }: Phone, stateDir: string): void {
  if (site.isDry) return;
  const ids = ['unanswered', 'deadletter', 'test', 'more', ...openIncidents(stateDir)];
  for (const id of ids) {
    const remove = [join(prefix, 'bin/termux-notification-remove'), `openclaw-auth-monitor-${id}`];
    // Without its app Termux:API waits for ever, each time.
    if (site.ask(join(prefix, 'bin/timeout'), '10', ...remove).code !== 0) return;
  }
}

function openIncidents(stateDir: string): readonly string[] {
  try {
    return readAlertState(stateDir).state.incidents.map(({ fingerprint }) => fingerprint);
  } catch (error) {
    if (error instanceof MonitorError) return [];
    throw error;
  }
}

function valueOf(settings: string, pattern: RegExp): string | null {
  const text = existsSync(settings) ? readFileSync(settings, 'utf8') : '';
  return pattern.exec(text)?.[1] ?? null;
}
