// Talks to the service manager: the machine's or the user's own, and keeps the latter alive.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import { inEnglish } from '../../core/told-fault.ts';
import type { Site } from '../site.ts';
import type { Account } from './account.ts';
import type { Scope } from './jobs.ts';

/** Where the units of a scope belong. */
export function unitDir(scope: Scope, home: string): string {
  return scope === 'system' ? '/etc/systemd/system' : join(home, '.config', 'systemd', 'user');
}

/** Where systemd remembers when a persistent timer ran last. */
export function stampDir(scope: Scope, home: string): string {
  return scope === 'system'
    ? '/var/lib/systemd/timers'
    : join(home, '.local', 'share', 'systemd', 'timers');
}

/** The manager's own command. Throws a WriteError where none runs. */
export class Manager {
  readonly #site: Site;
  readonly #scope: Scope;

  constructor(site: Site, scope: Scope, { uid }: Account) {
    this.#site = site;
    this.#scope = scope;
    if (site.isDry) return;
    if (!existsSync('/run/systemd/system')) {
      throw new WriteError(fault('said', site.words.systemd.notRunning));
    }
    // A shell that came by su has no address of the user's own manager.
    if (scope === 'user') process.env['XDG_RUNTIME_DIR'] ??= `/run/user/${uid}`;
  }

  run(...args: readonly string[]): void {
    this.#site.run('systemctl', ...this.#flags, ...args);
  }

  /** For what may fail: a unit that is not there need not be stopped. */
  try(...args: readonly string[]): boolean {
    if (this.#site.isDry) {
      this.#site.run('systemctl', ...this.#flags, ...args);
      return true;
    }
    return this.#site.ask('systemctl', ...this.#flags, ...args).code === 0;
  }

  get #flags(): readonly string[] {
    return this.#scope === 'user' ? ['--user'] : [];
  }
}

/** Makes the user's manager run without a login; false when it already does, or when the host does not let it. */
export function startLingering(site: Site, { name }: Account): boolean {
  if (lingers(site, name)) return false;
  try {
    site.run('loginctl', 'enable-linger', name);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { note, systemd } = site.words;
    site.tell(note(inEnglish(error)));
    site.tell(note(systemd.onlyWhileLoggedIn));
    return false;
  }
  if (!site.isDry) awaitManager(site);
  return true;
}

/** A manager that lingering starts takes a moment until it answers. */
const MANAGER_MS = 20_000;
const LOOK_EVERY_MS = 100;

function awaitManager(site: Site): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waitedMs = 0; waitedMs < MANAGER_MS; waitedMs += LOOK_EVERY_MS) {
    const { stdout } = site.ask('systemctl', '--user', 'is-system-running');
    if (/^(?:running|degraded)/.test(stdout)) return;
    Atomics.wait(sleeper, 0, 0, LOOK_EVERY_MS);
  }
}

/** Ends what `startLingering` began, unless other units of the user have come to need it. */
export function stopLingering(site: Site, { name, home }: Account): void {
  if (!lingers(site, name)) return;
  const others = enabledUnits(unitDir('user', home));
  if (others.length > 0) {
    return site.tell(site.words.systemd.keptLingering(name, others.join(', ')));
  }
  site.run('loginctl', 'disable-linger', name);
}

function lingers(site: Site, name: string): boolean {
  return site.ask('loginctl', 'show-user', name, '--property=Linger').stdout.trim() === 'Linger=yes'
    ? true
    : existsSync(`/var/lib/systemd/linger/${name}`);
}

function enabledUnits(dir: string): readonly string[] {
  const wants = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.wants')) : [];
  return wants.flatMap((name) => readdirSync(join(dir, name)));
}

/** Instances of a service that install made, by their drop-ins. */
export function instancesOf(dir: string, stem: string): readonly string[] {
  const names = existsSync(dir) ? readdirSync(dir) : [];
  return names.flatMap((name) => {
    if (!name.startsWith(`${stem}@`) || !name.endsWith('.service.d')) return [];
    return [name.slice(stem.length + 1, -'.service.d'.length)];
  });
}

/** The text of a file; null where there is none or it cannot be read. */
export function textAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
