// Runs the built program as a hardened container would: an arbitrary user without a name, HOME or /proc, on a read-only root.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { dist, root } from '../../build/paths.mjs';
import { needsProgram } from './live-server.ts';

/** A user that no system has. */
const UID = '12345';

export interface Confined {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Skips the test, saying why, where bubblewrap is absent or may not make namespaces. */
export function needsConfinement(context: TestContext): void {
  needsProgram(context, 'bwrap');
  const { status, stderr } = spawnSync('bwrap', ['--ro-bind', '/', '/', '--unshare-all', 'true'], {
    encoding: 'utf8',
  });
  if (status !== 0) context.skip(`bwrap cannot confine here: ${stderr.trim()}`);
}

/**
 * Runs a script of the image's `/app`, or the program itself. Of the machine's files only those below
 * `dir` are seen at their places: `openclaw` as /tmp/openclaw, read-only, and `state` as /tmp/state.
 */
export function runConfined(
  dir: string,
  args: readonly string[],
  {
    env = {},
    script = '/tmp/app/dist/cli.cjs',
  }: { env?: Readonly<Record<string, string>>; script?: string } = {},
): Confined {
  const state = join(dir, 'state');
  mkdirSync(state, { recursive: true });
  // Root's own test makes it for somebody else.
  chmodSync(state, 0o777);
  chmodSync(dir, 0o755);
  const hidden = ['/etc/passwd', '/etc/group', '/etc/nsswitch.conf'].flatMap((path) => [
    '--ro-bind-try',
    '/dev/null',
    path,
  ]);
  const view = ['--ro-bind', '/', '/', '--tmpfs', '/tmp', ...hidden, '--dev', '/dev'];
  const places = [
    ['--ro-bind', join(dir, 'openclaw'), '/tmp/openclaw'],
    ['--bind', state, '/tmp/state'],
    ['--ro-bind', dist, '/tmp/app/dist'],
    ['--ro-bind', join(root, 'deploy/container/health.cjs'), '/tmp/app/health.cjs'],
  ].flat();
  // No /proc at all: no cpuinfo, no boot id, no other process.
  const walls = ['--tmpfs', '/proc', '--remount-ro', '/proc', '--remount-ro', '/tmp'];
  const who = ['--unshare-all', '--uid', UID, '--gid', '0', '--cap-drop', 'ALL', '--clearenv'];
  const set = Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]);
  const { status, stdout, stderr } = spawnSync(
    'bwrap',
    [...view, ...places, ...walls, ...who, ...set, process.execPath, script, ...args],
    { encoding: 'utf8', timeout: 25_000 },
  );
  return { code: status, stdout, stderr };
}
