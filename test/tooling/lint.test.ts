// Every rule that carries the architecture must bite: one oxlint run over a tree full of breaches.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from '../../build/lint/rooms.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIRECTION = 'house(direction)';
const CLOCK = 'house(no-ambient-clock)';
const GLOBALS = 'eslint(no-restricted-globals)';

/** File, source, and the rule that must report it; null for the allowed twin. */
const CASES: readonly (readonly [file: string, source: string, rule: string | null])[] = [
  [
    'src/core/node.ts',
    `import { readFileSync } from 'node:fs';\nexport { readFileSync };`,
    DIRECTION,
  ],
  ['src/core/package.ts', `export * from 'json5';`, DIRECTION],
  ['src/core/room.ts', `export * from '../openclaw/a.ts';`, DIRECTION],
  ['src/core/world.ts', `export type { World } from '../world.ts';`, DIRECTION],
  ['src/core/words/deep.ts', `export * from '../../openclaw/a.ts';`, DIRECTION],
  ['src/core/own.ts', `export * from './words/a.ts';`, null],
  ['src/openclaw/core.ts', `export * from '../core/a.ts';`, null],
  ['src/openclaw/node.ts', `export { readFileSync } from 'node:fs';`, null],
  ['src/openclaw/types.ts', `export type { World } from '../world.ts';`, null],
  ['src/openclaw/values.ts', `export { realWorld } from '../world.ts';`, DIRECTION],
  ['src/openclaw/sqlite/deep.ts', `export * from '../../state/a.ts';`, DIRECTION],
  ['src/openclaw/run.ts', `export * from '../run.ts';`, DIRECTION],
  ['src/state/type.ts', `export type { A } from '../config/a.ts';`, DIRECTION],
  ['src/state/query.ts', `export type A = import('../config/a.ts').A;`, DIRECTION],
  ['src/state/lazy.ts', `export const lazy = () => import('../config/a.ts');`, DIRECTION],
  ['src/state/named.ts', `export const lazy = (name: string) => import(name);`, DIRECTION],
  ['src/mirrors/checks.ts', `export * from '../checks/a.ts';`, DIRECTION],
  ['src/reporters/notifier.ts', `export * from '../notifiers/a.ts';`, DIRECTION],
  ['src/reporters/version.ts', `export * from '../version.ts';`, null],
  ['src/config/state.ts', `export * from '../state/a.ts';`, DIRECTION],
  ['src/checks/expiry.ts', `export * from '../probes/a.ts';`, DIRECTION],
  ['src/checks/acceptance.ts', `export * from '../probes/a.ts';`, null],
  ['src/notifiers/options.ts', `export * from '../config/option-types.ts';`, null],
  ['src/notifiers/config.ts', `export * from '../config/a.ts';`, DIRECTION],
  ['src/probes/options.ts', `export * from '../config/option-types.ts';`, null],
  ['src/probes/command.ts', `export * from '../commands/a.ts';`, DIRECTION],
  ['src/cli.ts', `import { a } from './core/a.ts';\nexport { a };`, DIRECTION],
  ['src/run.ts', `export * from './commands/a.ts';`, DIRECTION],
  ['src/main.ts', `export * from './commands/a.ts';`, null],
  ['src/commands/room.ts', `export * from '../state/a.ts';`, null],
  ['src/web/demo.ts', `export * from '../demo/a.ts';`, DIRECTION],
  ['src/attic/a.ts', `export * from '../core/a.ts';`, DIRECTION],
  ['src/core/now.ts', `export const at = Date.now();`, CLOCK],
  ['src/core/new-date.ts', `export const at = new Date();`, CLOCK],
  ['src/checks/date-text.ts', `export const at = Date();`, CLOCK],
  ['src/core/date-of.ts', `export const iso = (at: number) => new Date(at).toISOString();`, null],
  ['src/core/process.ts', `export const { env } = process;`, GLOBALS],
  ['src/checks/fetch.ts', `export const ask = () => fetch('http://127.0.0.1');`, GLOBALS],
  ['src/state/clock.ts', `export const at = Date.now();`, null],
  [
    'src/core/loop-a.ts',
    `import { b } from './loop-b.ts';\nexport const a = () => b;`,
    'import(no-cycle)',
  ],
  [
    'src/core/loop-b.ts',
    `import { a } from './loop-a.ts';\nexport const b = () => a;`,
    'import(no-cycle)',
  ],
  ['src/core/long.ts', `${'// line\n'.repeat(250)}export const a = 1;`, 'eslint(max-lines)'],
  ['src/core/long-enough.ts', `${'// line\n'.repeat(249)}export const a = 1;`, null],
  [
    'src/state/floating.ts',
    `export function a(work: () => Promise<void>): void {\n  work();\n}`,
    'typescript(no-floating-promises)',
  ],
  [
    'src/state/misused.ts',
    `export const a = (work: () => Promise<boolean>) => (work() ? 1 : 2);`,
    'typescript(no-misused-promises)',
  ],
  [
    'src/state/throw.ts',
    `export function a(): never {\n  throw 'text';\n}`,
    'typescript(only-throw-error)',
  ],
  [
    'src/state/switch.ts',
    `export function a(word: 'x' | 'y'): void {\n  switch (word) {\n    case 'x':\n      break;\n  }\n}`,
    'typescript(switch-exhaustiveness-check)',
  ],
  ['src/state/any.ts', `export const a = (it: any): unknown => it;`, 'typescript(no-explicit-any)'],
  [
    'src/state/type-import.ts',
    `import { A } from '../core/a.ts';\nexport const a = (it: A): A => it;`,
    'typescript(consistent-type-imports)',
  ],
  ['src/state/equal.ts', `export const a = (x: unknown) => x == 1;`, 'eslint(eqeqeq)'],
  ['src/state/console.ts', `export const a = () => console.log(1);`, 'eslint(no-console)'],
  [
    'test/focused.test.ts',
    `import { expect, test } from 'vitest';\ntest.only('a', () => {\n  expect(1).toBe(1);\n});`,
    'vitest(no-focused-tests)',
  ],
];

let directory: string;
let reported: ReadonlyMap<string, readonly string[]>;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'auth-monitor-lint-'));
  for (const path of ['.oxlintrc.json', 'tsconfig.json', 'build/lint']) {
    cpSync(join(ROOT, path), join(directory, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
  const targets = ['core', 'core/words', ...Object.keys(rooms)].map((room) => `src/${room}/a.ts`);
  const shell = [...targets, 'src/config/option-types.ts', 'src/version.ts'];
  for (const file of shell)
    write(file, 'export interface A {\n  readonly a: 1;\n}\nexport const a: A = { a: 1 };');
  write(
    'src/world.ts',
    'export interface World {\n  a: 1;\n}\nexport const realWorld = (): World => ({ a: 1 });',
  );
  for (const [file, source] of CASES) write(file, source);
  reported = lint();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(file: string, source: string): void {
  mkdirSync(dirname(join(directory, file)), { recursive: true });
  writeFileSync(join(directory, file), `${source}\n`);
}

/** Rules reported, by file. */
function lint(): ReadonlyMap<string, readonly string[]> {
  const run = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format=json', 'src', 'test'],
    { cwd: directory, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: readonly { code: string; filename: string }[];
  };
  const byFile = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    const codes = byFile.get(filename) ?? [];
    byFile.set(filename, codes);
    codes.push(code);
  }
  return byFile;
}

test.each(CASES.filter(([, , rule]) => rule !== null))('%s is reported', (file, _source, rule) => {
  expect(reported.get(file) ?? []).toContain(rule);
});

test.each(CASES.filter(([, , rule]) => rule === null))('%s is allowed', (file) => {
  expect(reported.get(file) ?? []).toEqual([]);
});

test('every room of src has stated its direction', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(Object.keys(rooms)).toEqual(expect.arrayContaining(folders));
});
