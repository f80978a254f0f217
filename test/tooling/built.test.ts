// What the build promises of dist/: a runnable file, few files on the hot path, no second copy of a class.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist } from '../../build/paths.mjs';
import { FEW_PROFILES } from '../../src/few-rows.ts';

const CLI = join(dist, 'cli.cjs');
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'auth-monitor-built-'));
  writeFileSync(
    join(directory, 'loaded.cjs'),
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(
      join(directory, 'loaded.json'),
    )}, JSON.stringify(Object.keys(require.cache))));`,
  );
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The files of dist/ that one run loads. */
function loadedBy(...args: string[]): readonly string[] {
  const run = spawnSync(process.execPath, ['-r', join(directory, 'loaded.cjs'), CLI, ...args], {
    env: { PATH: process.env['PATH'], HOME: directory },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  const files = JSON.parse(readFileSync(join(directory, 'loaded.json'), 'utf8')) as string[];
  return files.map((file) => relative(dist, file)).filter((file) => !file.startsWith('..'));
}

test('the program starts with a shebang and may be executed', () => {
  expect(readFileSync(CLI, 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
  if (process.platform !== 'win32') expect(statSync(CLI).mode & 0o777).toBe(0o755);
});

test('a check without config loads the hot chunk and nothing else', () => {
  const agent = join(directory, 'gateway', 'agents', 'main', 'agent');
  mkdirSync(agent, { recursive: true });
  const profile = { type: 'api_key', provider: 'anthropic', key: 'sk-fake-0123456789' };
  const profiles = Object.fromEntries(
    Array.from({ length: FEW_PROFILES + 1 }, (_, index) => [`anthropic:${index}`, profile]),
  );
  writeFileSync(join(agent, 'auth-profiles.json'), JSON.stringify({ version: 1, profiles }), {
    mode: 0o600,
  });
  const hot = ['chunks/main.cjs', 'chunks/rolldown-runtime.cjs', 'cli.cjs'];
  const args = ['check', '--state-dir', join(directory, 'gateway')];
  expect(loadedBy(...args).toSorted()).toEqual(hot);
  // So few profiles are shown one by one; their rows are loaded for them.
  const few = loadedBy(...args, '--profile', 'anthropic:0');
  expect(few.filter((file) => !hot.includes(file)).toSorted()).toEqual([
    'chunks/base32.cjs',
    'chunks/identity.cjs',
    'chunks/report-rows.cjs',
  ]);
});

test('one class of expected faults is shared by all chunks', () => {
  const owners = readdirSync(join(dist, 'chunks')).filter(
    (file) =>
      file.endsWith('.cjs') &&
      /\bMonitorError\s*=\s*class|class MonitorError\b/.test(
        readFileSync(join(dist, 'chunks', file), 'utf8'),
      ),
  );
  expect(owners).toEqual(['main.cjs']);
});
