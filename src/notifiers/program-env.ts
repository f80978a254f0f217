// Decides which of our environment variables a program of a channel may see.
import type { SecretSource } from '../core/secret-source.ts';
import type { Secret } from '../core/secret.ts';
import type { Env } from '../world.ts';
import { configFault, type NotifierPorts } from './notifier.ts';
import { fault } from '../core/fault.ts';

/** What programs need to run at all; secrets of other channels are in other variables. */
const PASSED: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'LC_MESSAGES',
  'LC_TIME',
  'TZ',
  'TMPDIR',
  // The session of a desktop.
  'DBUS_SESSION_BUS_ADDRESS',
  'XDG_RUNTIME_DIR',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  // Without these nothing runs under Termux and on Windows.
  'PREFIX',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'ANDROID_ROOT',
  'ANDROID_DATA',
  'TERMUX_VERSION',
  'SYSTEMROOT',
];

/**
 * Where mail programs find their settings, and where the password stores that they ask find theirs:
 * places and names, no secrets (sendmail of Postfix, msmtp, nullmailer, s-nail; gpg, pass).
 */
const FOR_MAIL: readonly string[] = [
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'MAIL_CONFIG',
  'MAILRC',
  'MAILNAME',
  'MAILHOST',
  'EMAIL',
  'GNUPGHOME',
  'PASSWORD_STORE_DIR',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** The variables that a program may see. */
export function programEnv(env: Env): Record<string, string> {
  return picked(env, PASSED);
}

/** The variables that a program may see which takes mail. */
export function mailProgramEnv(env: Env): Record<string, string> {
  return picked(env, [...PASSED, ...FOR_MAIL]);
}

function picked(env: Env, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
}

/** What the config gives a program beside. */
export interface OwnVariables {
  readonly secrets: readonly Secret[];
  reveal(): Record<string, string>;
}

/** Looks up what the config gives a program; throws a config error (78) for what no variable can hold. */
export function ownVariables(
  given: Readonly<Record<string, SecretSource>>,
  where: string,
  ports: NotifierPorts,
): OwnVariables {
  const entries = Object.entries(given).map(([key, source]) => {
    const secret = ports.secret(source, `${where}, env ${key}`);
    if (!secret.reveal().includes('\0')) return [key, secret] as const;
    throw configFault(`${where}, env ${key}`, fault('noNulInVariable'));
  });
  return {
    secrets: entries.map(([, secret]) => secret),
    reveal: () => Object.fromEntries(entries.map(([key, secret]) => [key, secret.reveal()])),
  };
}
