import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WriteError } from '../../src/core/errors.ts';
import { acquireLease, LEASE_MS } from '../../src/state/lease.ts';
import { isAlive, thisPlace } from '../../src/state/process-place.ts';
import { tempDir } from '../kit/temp-dir.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const HERE = { pid: process.pid, bootId: 'boot', pidSpace: 'space' };
/** Above every pid_max. */
const NOBODY = 2 ** 30;

function take(dir: string, clock = () => NOW, place = HERE) {
  return acquireLease(dir, { clock, place });
}

function lock(dir: string, changes: object): void {
  const text = {
    token: 't',
    ...HERE,
    pid: 1,
    startedAt: NOW,
    expiresAt: NOW + LEASE_MS,
    ...changes,
  };
  writeFileSync(join(dir, 'lock'), JSON.stringify(text));
}

describe('a lease', () => {
  it('is held no longer once another process took over', () => {
    const dir = tempDir();
    const sleeper = take(dir);
    expect(sleeper?.isHeld()).toBe(true);
    const later = take(dir, () => NOW + LEASE_MS + 1, { ...HERE, pid: HERE.pid + 1 });
    expect([sleeper?.isHeld(), later?.isHeld()]).toEqual([false, true]);
    sleeper?.release();
    expect(later?.isHeld()).toBe(true);
    later?.release();
  });

  it('is held by one, and free again when released', () => {
    const dir = join(tempDir(), 'new');
    const lease = take(dir);
    expect(lease).not.toBeNull();
    expect(statSync(join(dir, 'lock')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(take(dir)).toBeNull();
    lease?.release();
    lease?.release();
    expect(readdirSync(dir)).toEqual([]);
    const second = take(dir);
    expect(second).not.toBeNull();
    second?.release();
  });

  it.each([
    ['of another pid that lives', {}, false],
    ['one millisecond before its end', { expiresAt: NOW + 1 }, false],
    ['at its end', { expiresAt: NOW }, true],
    ['that would last longer than any lease', { expiresAt: NOW + 2 * LEASE_MS + 1 }, true],
    ['of another boot', { bootId: 'before' }, true],
    ['of another boot, where ours is unknown', { bootId: null }, false],
    ['of a process that is gone', { pid: NOBODY }, true],
    ['of a pid of another container', { pid: NOBODY, pidSpace: 'other' }, false],
    ['of our own pid before a restart', { pid: process.pid }, true],
  ])('%s can be taken over: %s', (_, changes, isStale) => {
    const dir = tempDir();
    lock(dir, changes);
    const lease = take(dir);
    expect(lease !== null).toBe(isStale);
    lease?.release();
    expect(readdirSync(dir)).toEqual(isStale ? [] : ['lock']);
  });

  it.each([
    ['fresh', 0, false],
    ['as old as a lease', LEASE_MS, false],
    ['older than a lease', LEASE_MS + 1, true],
  ])('without sense that is %s can be taken over: %s', (_, ageMs, isStale) => {
    const dir = tempDir();
    writeFileSync(join(dir, 'lock'), '{"tok');
    utimesSync(join(dir, 'lock'), new Date(NOW - ageMs), new Date(NOW - ageMs));
    const lease = take(dir);
    expect(lease !== null).toBe(isStale);
    lease?.release();
  });

  it('is renewed as long as it is held, and no longer', async () => {
    const dir = tempDir();
    let now = NOW;
    const lease = acquireLease(dir, { clock: () => (now += 1000), place: HERE, renewEveryMs: 5 });
    const end = () =>
      (JSON.parse(readFileSync(join(dir, 'lock'), 'utf8')) as { expiresAt: number }).expiresAt;
    const first = end();
    while (end() === first) await sleep(5);
    expect(take(dir, () => now)).toBeNull();
    lease?.release();
    await sleep(20);
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('that somebody else took is neither renewed nor removed', async () => {
    const dir = tempDir();
    const lease = acquireLease(dir, { clock: () => NOW, place: HERE, renewEveryMs: 5 });
    lock(dir, { token: 'theirs' });
    await sleep(30);
    lease?.release();
    expect(readFileSync(join(dir, 'lock'), 'utf8')).toContain('theirs');
  });

  it('where nothing can be written is a WriteError', () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(() => take(file)).toThrow(WriteError);
  });
});

describe('the place of a process', () => {
  it('tells the living from the dead', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(1)).toBe(true);
    expect(isAlive(NOBODY)).toBe(false);
  });

  it('is the same all the time', () => {
    expect(thisPlace()).toEqual(thisPlace());
    expect(thisPlace().pid).toBe(process.pid);
  });
});
