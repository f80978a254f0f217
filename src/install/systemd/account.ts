// Decides whose gateway the units are for, and by whose service manager they run.
import { UsageError, WriteError } from '../../core/errors.ts';
import { fault } from '../../core/fault.ts';
import type { World } from '../../world.ts';
import type { Owner, Site } from '../site.ts';
import type { InstallRequest } from '../target.ts';
import type { Flavour, Scope } from './jobs.ts';

export interface Account extends Owner {
  readonly name: string;
  /** As the passwd database has it, whatever HOME says. */
  readonly home: string;
}

export interface Choice {
  readonly scope: Scope;
  readonly flavour: Flavour;
}

/** What the flags choose: the machine's manager for root, the user's own for others. */
export function choiceOf({ options, world, site }: InstallRequest): Choice {
  const { system, user, split, watch } = options;
  if (system && user) throw new UsageError(fault('exclude', '--system', '--user'));
  if (split && watch) throw new UsageError(fault('exclude', '--split', '--watch'));
  if (split && user) throw new UsageError(fault('splitIsSystem'));
  const isRoot = world.uid === 0;
  const scope = system || split || (isRoot && !user) ? 'system' : 'user';
  if (scope === 'system' && !isRoot && options['dry-run'] !== true) {
    throw new WriteError(fault('said', site.words.systemd.needsRoot));
  }
  return { scope, flavour: split ? 'split' : watch ? 'watch' : 'timer' };
}

/** The user that is named, or that is meant where nobody is; a UsageError where that is open. */
export function accountOf({ world, options, site }: InstallRequest, scope: Scope): Account {
  const named = options['for'];
  if (scope === 'user') {
    if (named !== undefined) {
      throw new UsageError(fault('forIsSystem'));
    }
    return known(site, String(world.uid));
  }
  if (typeof named === 'string') return known(site, named);
  const caller = world.env['SUDO_USER'] ?? '';
  if (caller !== '' && caller !== 'root') return known(site, caller);
  const owners = gatewayUsers(world, site);
  const [only] = owners;
  if (only !== undefined && owners.length === 1) return only;
  const names = owners.map(({ name }) => name).join(', ');
  throw new UsageError(fault('whoseGateway', names === '' ? fault('noOwners') : names));
}

/** Instance names are part of file names, and a backslash or a space would need systemd's escapes. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,63}$/;

function known(site: Site, nameOrUid: string): Account {
  const { code, stdout } = site.ask('getent', 'passwd', nameOrUid);
  const account = code === 0 ? parse(stdout) : null;
  if (account === null) throw new UsageError(fault('noSuchUser'));
  if (!PLAIN_NAME.test(account.name)) {
    throw new UsageError(fault('oddUser'));
  }
  return account;
}

function parse(line: string): Account | null {
  const [name = '', , uid = '', gid = '', , home = ''] = line.split('\n')[0]?.split(':') ?? [];
  if (name === '' || home === '') return null;
  return { name, uid: Number(uid), gid: Number(gid), home: home.replace(/(?<=.)\/+$/, '') };
}

function gatewayUsers({ files }: World, site: Site): readonly Account[] {
  const lines = site.ask('getent', 'passwd').stdout.split('\n');
  return lines
    .flatMap((line) => parse(line) ?? [])
    .filter(({ home }) => {
      try {
        return files.stat(`${home}/.openclaw`)?.isDirectory === true;
      } catch {
        return false;
      }
    });
}
