// Builds the reader as the package ships it and runs it in a process of its own as another user.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'rolldown';
import { packedWasm } from '../../../build/packed-wasm.mjs';
import type { SqliteOptions } from '../../../src/openclaw/sqlite/read-sqlite.ts';
import type { SqliteReading } from '../../../src/openclaw/sqlite/reading.ts';
import { QUERIES } from './stores.ts';
import type { Place } from './stores.ts';

// The user `nobody` where this process may become one, else the user it already is.
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

export interface BuiltReader {
  readonly script: string;
  readonly remove: () => void;
}

const SCRIPT = `
const { readSqlite } = require('./read-sqlite.cjs');
const { file, queries, ways } = JSON.parse(process.argv[2]);
const plain = (_, value) => (typeof value === 'bigint' ? { bigint: String(value) } : value);
Promise.all(ways.map((options) => readSqlite(file, queries, options))).then((readings) =>
  console.log(JSON.stringify(readings, plain)),
);
`;

/** Bundles to CommonJS with SQLite's WebAssembly beside the chunk that loads it, as the build does. */
export async function buildReader(): Promise<BuiltReader> {
  const directory = mkdtempSync(join(tmpdir(), 'built-reader-'));
  chmodSync(directory, 0o755);
  await build({
    input: fileURLToPath(new URL('../../../src/openclaw/sqlite/read-sqlite.ts', import.meta.url)),
    platform: 'node',
    logLevel: 'silent',
    plugins: [packedWasm()],
    output: {
      dir: directory,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name].cjs',
    },
  });
  const script = join(directory, 'script.cjs');
  writeFileSync(script, SCRIPT);
  return { script, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

/** Reads in every way at once with the built reader, in a child process that ends by itself. */
export async function readElsewhere(
  { script }: BuiltReader,
  { file, temporary }: Place,
  ways: readonly SqliteOptions[],
): Promise<{ readonly readings: readonly SqliteReading[]; readonly stderr: string }> {
  const job = JSON.stringify({ file, queries: QUERIES, ways });
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, job], {
    ...NOBODY,
    cwd: temporary,
    env: { TMPDIR: temporary },
    timeout: 20_000,
  });
  return { readings: JSON.parse(stdout, revived) as SqliteReading[], stderr };
}

function revived(_: string, value: unknown): unknown {
  const isBigint = typeof value === 'object' && value !== null && 'bigint' in value;
  return isBigint ? BigInt(String(value.bigint)) : value;
}
