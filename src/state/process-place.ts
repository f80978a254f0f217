// Tells processes apart across restarts and containers, as far as the system lets us read it.
import { readFileSync, readlinkSync } from 'node:fs';

export interface Place {
  readonly pid: number;
  /** Changes with every boot; null where it cannot be read (Android, macOS, Windows). */
  readonly bootId: string | null;
  /** Containers on one host share the boot but not the pids. */
  readonly pidSpace: string | null;
}

/** Where this process runs. */
export function thisPlace(): Place {
  return {
    pid: process.pid,
    bootId: quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidSpace: quietly(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** False only when the system says that no such process exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function quietly(read: () => string): string | null {
  try {
    return read() || null;
  } catch {
    return null;
  }
}
