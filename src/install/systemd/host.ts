// Finds out what this host has and can do: Node outside the homes, the age of systemd, its restrictions.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import type { World } from '../../world.ts';
import { isWithin } from '../judged.ts';
import type { Site } from '../site.ts';
import { ALL_SECRETS, ON_FAILURE, OWN_VOICE, restrictions, type Restriction } from './hardening.ts';
import type { Flavour, Scope } from './jobs.ts';
import { PERL } from './units.ts';

/** Places that a hardened unit does not see. */
const HIDDEN = ['/home', '/root', '/run/user', '/tmp', '/var/tmp'];

/** A path that the units cannot see unless it is bound into them. */
export function isHidden(path: string, home: string): boolean {
  return [...HIDDEN, ...(home === '/' ? [] : [home])].some((root) => isWithin(path, root));
}

export interface Programs {
  readonly node: string;
  readonly program: string;
  /** What of them has to be bound into the units, since it lies in a hidden place. */
  readonly binds: readonly string[];
}

/** Node and this program as the units start them; a Node outside the hidden places wins. */
export function findPrograms(world: World, site: Site, home: string): Programs {
  const program = realpathSync(process.argv[1] ?? '');
  const paths = (world.env['PATH'] ?? '').split(delimiter).map((dir) => join(dir, 'node'));
  const candidates = [process.execPath, '/usr/bin/node', '/usr/local/bin/node', ...paths];
  const node =
    candidates.find((path) => !isHidden(realOf(path), home) && isSupported(site, path)) ??
    process.execPath;
  const binds = [realOf(node), dirname(program)].filter((path) => isHidden(path, home));
  return { node: isHidden(realOf(node), home) ? realOf(node) : node, program, binds };
}

function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isSupported(site: Site, path: string): boolean {
  if (!existsSync(path)) return false;
  const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(site.ask(path, '--version').stdout) ?? [];
  const [version, release] = [Number(major), Number(minor)];
  return version > 22 || (version === 22 && release >= 12) || (version === 20 && release >= 19);
}

/** The version of systemd; null where there is none. */
export function systemdVersion(site: Site): number | null {
  const [, version] = /^systemd (\d+)/.exec(site.ask('systemctl', '--version').stdout) ?? [];
  return version === undefined ? null : Number(version);
}

/** From here on a unit started by OnFailure= gets MONITOR_* variables (systemd's NEWS). */
const TELLS_FAILURES = 251;

/** From here on LoadCredential= takes a directory; there are credentials at all since 247 (systemd's NEWS). */
const LOADS_DIRECTORIES = 251;
const LOADS_FILES = 247;

/** From here on OnSuccess= starts another unit, without which half of the pair would never be heard (systemd's NEWS). */
const STARTS_ON_SUCCESS = 249;

/** A line that is left out, and why. */
export interface Refusal {
  readonly line: string;
  readonly why: string;
}

/**
 * The restrictions that this host cannot do: systemd is too old for them, or a trial run under them
 * fails, as in containers and where user namespaces are off. A dry run tries nothing.
 */
export function refusedHere(
  site: Site,
  {
    scope,
    node,
    version,
    flavour,
  }: {
    readonly scope: Scope;
    readonly flavour: Flavour;
    readonly node: string;
    readonly version: number;
  },
): readonly Refusal[] {
  const { systemd: words } = site.words;
  if (flavour === 'split' && version < STARTS_ON_SUCCESS) {
    throw new WriteError(fault('said', words.splitNeeds(STARTS_ON_SUCCESS, version)));
  }
  const sets = [restrictions('network'), ...(flavour === 'split' ? [restrictions('offline')] : [])];
  const refused = sets
    .flat()
    .filter(({ since }) => since > version)
    .map(({ line, since }) => ({ line, why: words.tooOld(version, since) }));
  if (version < TELLS_FAILURES) {
    refused.push({ line: ON_FAILURE, why: words.tellsNoHandler(version, TELLS_FAILURES) });
  }
  if (version < LOADS_DIRECTORIES) {
    const isNamed = scope === 'system' && version >= LOADS_FILES;
    const instead = isNamed ? 'named' : scope === 'system' ? 'byFile' : 'readFiles';
    const why = words.loadsNoDirectory(version, words.instead[instead]);
    refused.push({ line: ALL_SECRETS, why });
  }
  if (flavour === 'watch' && site.ask(PERL, '-MSocket', '-e', '1').code !== 0) {
    refused.push({ line: OWN_VOICE, why: words.noPerl(PERL) });
  }
  if (site.isDry) return refused;
  const works = (tried: readonly Restriction[]): boolean => {
    const properties = tried.flatMap(({ line }) => ['--property', line]);
    const manager = scope === 'user' ? ['--user'] : [];
    const job = ['--wait', '--collect', '--quiet', '--pipe', ...properties, node, '-e', '0'];
    return site.ask('systemd-run', ...manager, ...job).code === 0;
  };
  for (const set of sets) {
    const known = set.filter(({ since }) => since <= version);
    // Where even a bare job fails, a trial tells nothing about restrictions.
    if (works(known) || !works([])) continue;
    const kept: Restriction[] = [];
    for (const restriction of known) {
      if (works([...kept, restriction])) kept.push(restriction);
      else refused.push({ line: restriction.line, why: words.trialFailed });
    }
  }
  return [...new Map(refused.map((refusal) => [refusal.line, refusal])).values()];
}
