// The Node binaries on which the built program is tried: this one, and those that AUTH_MONITOR_TEST_NODES names.
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';

/** Paths of node binaries, this process's own first. */
export function testNodes(): readonly string[] {
  const named = (process.env['AUTH_MONITOR_TEST_NODES'] ?? '').split(delimiter);
  return [process.execPath, ...named.filter((path) => path !== '' && existsSync(path))];
}

/** Says why a matrix is smaller than it could be; null when other binaries are named. */
export const ONLY_THIS_NODE =
  testNodes().length > 1 ? null : 'AUTH_MONITOR_TEST_NODES names no further node binaries';
