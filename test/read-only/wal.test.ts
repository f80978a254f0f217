// The newest committed rows are seen in every state of a database, on every Node, and no file appears or changes.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { CLI } from '../kit/built-cli.ts';
import { age, listing } from '../kit/listing.ts';
import { ONLY_THIS_NODE, testNodes } from '../kit/nodes.ts';
import { tempDir } from '../kit/temp-dir.ts';

const SCRIPT = fileURLToPath(new URL('wal-writer.py', import.meta.url));
const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
/** In place SQLite, as root only, gives -wal and -shm the owner they have, which is a change of their times. */
const READER = isRoot ? NOBODY : {};

beforeEach((context) => {
  const { status } = spawnSync('python3', ['-c', 'import sqlite3'], { stdio: 'ignore' });
  if (status !== 0) context.skip('no python3 with SQLite to play the gateway');
});

const store = (id: string, expires: number): string =>
  JSON.stringify({
    version: 1,
    profiles: { [id]: { type: 'token', provider: 'anthropic', token: 'fake', expires } },
  });
const OLDER = store('anthropic:older', 1_000_000_000_000);
const NEWEST = store('anthropic:newest', Date.now() + 1e11);

interface Place {
  readonly stateDir: string;
  readonly agentDir: string;
  readonly file: string;
  /** The only place where temporary files may appear. */
  readonly temporary: string;
}

function makePlace(): Place {
  const root = tempDir();
  const stateDir = join(root, '.openclaw');
  const agentDir = join(stateDir, 'agents/main/agent');
  const temporary = join(root, 'tmp');
  mkdirSync(agentDir, { recursive: true });
  mkdirSync(temporary);
  for (const dir of [root, stateDir, join(stateDir, 'agents'), join(stateDir, 'agents/main')]) {
    chmodSync(dir, 0o755);
  }
  chmodSync(temporary, 0o777);
  return { stateDir, agentDir, file: join(agentDir, 'openclaw-agent.sqlite'), temporary };
}

async function write(mode: 'hold' | 'crash' | 'close', { file }: Place): Promise<void> {
  const writer = spawn('python3', [SCRIPT, mode, file, OLDER, NEWEST], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(writer, 'exit');
  await once(writer.stdout, 'data');
  if (mode !== 'hold') {
    await ended;
    return;
  }
  onTestFinished(async () => {
    writer.stdin.end();
    await ended;
  });
}

interface Read {
  readonly status: number | null;
  readonly stderr: string;
  readonly report: Report;
}

function check(node: string, { stateDir, temporary }: Place, as: object = {}): Read {
  const args = [CLI, 'check', '--json', '--state-dir', stateDir];
  const { status, stdout, stderr } = spawnSync(node, args, {
    encoding: 'utf8',
    timeout: 30_000,
    cwd: temporary,
    env: { HOME: temporary, TMPDIR: temporary },
    ...as,
  });
  return { status, stderr, report: JSON.parse(stdout) as Report };
}

function expectNewest({ status, stderr, report }: Read): void {
  const ids = report.agents.flatMap(({ profiles }) => profiles.map((row) => row.profileId));
  expect({ status, stderr, ids }).toEqual({ status: 0, stderr: '', ids: ['anthropic:newest'] });
}

type Scenario = readonly [string, 'hold' | 'crash' | 'close', 'writable' | 'read-only', string];

const SCENARIOS: readonly Scenario[] = [
  ['rows only in the log of a running gateway', 'hold', 'writable', ''],
  ['the same in a read-only directory', 'hold', 'read-only', ''],
  ['log and shared memory left by a crash', 'crash', 'writable', ''],
  ['the same in a read-only directory', 'crash', 'read-only', ''],
  ['a log without shared memory in a read-only directory', 'crash', 'read-only', '-shm'],
  ['a cleanly closed database in a read-only directory', 'close', 'read-only', ''],
  ['a cleanly closed database', 'close', 'writable', ''],
];

describe.each(testNodes())('on %s', (node) => {
  test.each(SCENARIOS)('%s (%s, %s%s)', async (_, mode, rights, removed) => {
    const place = makePlace();
    await write(mode, place);
    if (removed !== '') rmSync(place.file + removed);
    expect(existsSync(`${place.file}-wal`)).toBe(mode !== 'close');
    const isReadOnly = rights === 'read-only';
    for (const name of readdirSync(place.agentDir)) {
      chmodSync(join(place.agentDir, name), isReadOnly ? 0o444 : 0o666);
    }
    chmodSync(place.agentDir, isReadOnly ? 0o555 : 0o777);
    if (mode !== 'hold') age(place.stateDir);
    const before = listing(place.stateDir);
    expectNewest(check(node, place));
    if (isRoot) expectNewest(check(node, place, NOBODY));
    expect(listing(place.stateDir)).toEqual(before);
    expect(readdirSync(place.temporary)).toEqual([]);
    chmodSync(place.agentDir, 0o755);
  });
});

test('the matrix has the other Nodes', (context) => {
  if (ONLY_THIS_NODE !== null) context.skip(ONLY_THIS_NODE);
  expect(testNodes().length).toBeGreaterThan(1);
});

/** Peak memory in bytes of the check, as the system counts it; null where it does not say. */
function peakOf(node: string, { stateDir, temporary }: Place): number {
  const program =
    'import resource, subprocess, sys\n' +
    'subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n' +
    'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';
  const { stdout } = spawnSync(
    'python3',
    ['-c', program, node, CLI, 'check', '--state-dir', stateDir],
    {
      encoding: 'utf8',
      timeout: 30_000,
      cwd: temporary,
      env: { PATH: process.env['PATH'], HOME: temporary, TMPDIR: temporary },
      ...READER,
    },
  );
  return Number(stdout) * (process.platform === 'darwin' ? 1 : 1024);
}

const MIB = 1024 * 1024;

describe.each(testNodes())('a database of 2 GB, on %s', (node) => {
  const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const readsInPlace = major >= 24 || (major === 22 && minor >= 15);

  test.each(['hold', 'close'] as const)('costs no memory and no copy (%s)', async (mode) => {
    const place = makePlace();
    await write(mode, place);
    const small = peakOf(node, place);
    truncateSync(place.file, 2048 * MIB);
    const before = listing(place.stateDir);
    const read = check(node, place, READER);
    if (readsInPlace) expectNewest(read);
    else if (read.status !== 0) {
      // Without a clone of the file there is no copy, and the report says so.
      const [finding] = read.report.findings;
      expect([finding?.code, finding?.facts['problem']]).toEqual(['store_unreadable', 'too_large']);
    }
    expect(peakOf(node, place) - small).toBeLessThan(24 * MIB);
    expect(listing(place.stateDir)).toEqual(before);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(statSync(place.file).size).toBe(2048 * MIB);
  });
});

test('a rollback journal that stays is busy, never judged', async () => {
  const place = makePlace();
  await write('close', place);
  writeFileSync(`${place.file}-journal`, 'hot');
  const { status, report } = check(process.execPath, place);
  expect(status).toBe(1);
  expect(report.findings[0]).toMatchObject({
    code: 'store_unreadable',
    facts: { problem: 'busy' },
  });
});
