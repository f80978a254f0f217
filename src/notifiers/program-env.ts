// Decides which of our environment variables a program of a channel may see.
import type { Env } from '../world.ts';

/** What programs need to run at all; secrets of other channels are in other variables. */
const PASSED: readonly string[] = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LC_ALL',
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

/** The variables that a program may see. */
export function programEnv(env: Env): Record<string, string> {
  return Object.fromEntries(
    PASSED.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
  );
}
