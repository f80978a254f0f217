// Looks the secrets of the config up where it says they are kept.
import { join } from 'node:path';
import { fault, type Fault } from '../core/fault.ts';
import { ConfigError } from '../core/errors.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import { scrub } from '../core/redact.ts';
import { Secret } from '../core/secret.ts';
import type { SecretSource } from '../core/secret-source.ts';
import type { World } from '../world.ts';
import { expandHome } from './expand-home.ts';
import { isReadableByOthers, readOwnFile } from './own-file.ts';

const MAX_BYTES = 64 * 1024;
/** systemd puts a credential of a LoadCredential= directory under `<id>_<file name>`. */
const CREDENTIAL_ID = 'openclaw-auth-monitor';

/** Looks one secret up; `where` is its place in the config. Throws a ConfigError with one fault. */
export type SecretResolver = (source: SecretSource, where: string) => Secret;

interface Lookup {
  readonly world: World;
  readonly fail: (why: Fault) => never;
  /** Hears of the file of a secret that others can read. */
  readonly warn: (path: string) => void;
}

/** Resolves secrets for a config file; `warn` hears of secret files that others can read. */
export function createSecretResolver(
  world: World,
  configPath: string,
  warn: (remark: Remark) => void = () => {},
): SecretResolver {
  return (source, where) => {
    const fail = (why: Fault): never => {
      throw new ConfigError(configPath, [fault('at', where, why)]);
    };
    const warnOf = (path: string): void =>
      warn(({ secretForOthers }) => secretForOthers(where, path));
    return new Secret(lookUp(source, { world, fail, warn: warnOf }));
  };
}

function lookUp(source: SecretSource, lookup: Lookup): string {
  if (typeof source === 'string') return source;
  if ('env' in source) return fromEnvironment(source.env, lookup);
  if ('file' in source) return fromFile(source.file, lookup);
  return fromCredential(source.credential, lookup);
}

function fromEnvironment(name: string, { world, fail }: Lookup): string {
  // Not what every object inherits: `toString` is no variable.
  const value = Object.hasOwn(world.env, name) ? world.env[name] : undefined;
  if (value !== undefined && value.trim() !== '') return value;
  const shown = /^[A-Za-z_]\w*$/.test(name) ? showName(name) : null;
  if (shown === null) return fail(notExpected('env', 'variable', name));
  return fail(fault(value === undefined ? 'unset' : 'blank', shown));
}

function fromFile(given: string, { world, fail, warn }: Lookup): string {
  const path = expandHome(given, world.home);
  if (path === null) return fail(notExpected('file', 'absolutePath', given));
  const file = readOwnFile(world.files, path, MAX_BYTES);
  const shown = scrub(path);
  if (!file.ok) return fail(fault('at', shown, file.reason));
  if (isReadableByOthers(file.mode, world.platform)) warn(shown);
  return trimmed(file.text) ?? fail(fault('isBlankFile', shown));
}

function fromCredential(name: string, { world, fail }: Lookup): string {
  const shown = /^[\w.-]+$/.test(name) && !/^\.+$/.test(name) ? showName(name) : null;
  if (shown === null) {
    return fail(notExpected('credential', 'credentialName', name));
  }
  const directory = world.env['CREDENTIALS_DIRECTORY'];
  if (!directory) {
    return fail(fault('needsCredentials', shown));
  }
  const own = join(directory, name);
  const path = isThere(world, own) ? own : join(directory, `${CREDENTIAL_ID}_${name}`);
  const file = readOwnFile(world.files, path, MAX_BYTES);
  if (!file.ok) return fail(fault('at', fault('credential', shown), file.reason));
  return trimmed(file.text) ?? fail(fault('isBlankFile', fault('credential', shown)));
}

function isThere({ files }: World, path: string): boolean {
  try {
    return files.stat(path) !== null;
  } catch {
    // Something is there or in the way; reading it tells what.
    return true;
  }
}

/** Editors and `echo` end a file with a newline that is not part of the secret. */
function trimmed(text: string): string | null {
  const value = text.replace(/[\r\n]+$/, '');
  return value.trim() === '' ? null : value;
}

/** A secret put where a name belongs is not shown. */
function showName(name: string): string | null {
  return name.length <= 64 && scrub(name) === name ? name : null;
}

function notExpected(
  key: string,
  wish: 'variable' | 'absolutePath' | 'credentialName',
  given: string,
): Fault {
  return fault('at', key, fault('expectedNot', fault(wish), fault('textOf', given.length)));
}
