// Runs the built program as users and schedulers do: its own process, a scrubbed environment, its own home.
import { spawn, type ChildProcessByStdio, type StdioOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished, type TestContext } from 'vitest';
import { dist } from '../../build/paths.mjs';
import type { Report } from '../../src/core/report.ts';
import { tempDir } from './temp-dir.ts';

export const CLI = join(dist, 'cli.cjs');

/** Longer than any run takes on a busy machine; the test's own limit is above it. */
const LIMIT_MS = 25_000;

/** What a process left behind. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  /** Added to PATH and HOME; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string;
  /** Another program than the built one, e.g. a copy of it. */
  readonly program?: string;
  readonly nodeOptions?: readonly string[];
  readonly stdio?: StdioOptions;
  readonly uid?: number;
}

export interface Started {
  readonly child: ChildProcessByStdio<Writable | null, Readable | null, Readable | null>;
  readonly ended: Promise<Ended>;
  /** Resolves when stderr holds the text; rejects when the process ends before. */
  saw(text: string): Promise<void>;
  stderr(): string;
}

/** A user's home with nothing in it, and the ways to run the program there. */
export interface House {
  readonly dir: string;
  readonly home: string;
  readonly state: string;
  start(args: readonly string[], options?: StartOptions): Started;
  run(args: readonly string[], options?: StartOptions): Promise<Ended>;
  /** Writes a file below the house, private; returns its path. */
  write(name: string, content: string | object): string;
}

/** A house of one test, gone when the test has ended. */
export function house(): House {
  const dir = tempDir();
  const home = join(dir, 'home');
  mkdirSync(home);
  const start = (args: readonly string[], options: StartOptions = {}): Started => {
    const { env = {}, cwd = dir, program = CLI, nodeOptions = [], stdio = 'pipe', uid } = options;
    const given = Object.entries({ PATH: process.env['PATH'], HOME: home, ...env });
    const child = spawn(process.execPath, [...nodeOptions, program, ...args], {
      cwd,
      stdio,
      env: Object.fromEntries(given.filter((entry) => entry[1] !== undefined)),
      ...(uid === undefined ? {} : { uid, gid: uid }),
    }) as Started['child'];
    return watched(child, options.input);
  };
  return {
    dir,
    home,
    state: join(dir, 'state'),
    start,
    run: async (args, options) => start(args, options).ended,
    write(name, content) {
      const path = join(dir, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      chmodSync(path, 0o600);
      return path;
    },
  };
}

function watched(child: Started['child'], input: string | undefined): Started {
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    for (const look of waiting) look();
  });
  // A process that ends before it has read its input is no fault of the test.
  child.stdin?.on('error', () => undefined).end(input ?? '');
  const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      resolve({ code, signal, stdout, stderr });
    });
  });
  const saw = async (text: string): Promise<void> => {
    const seen = new Promise<void>((resolve) => {
      const look = (): void => {
        if (stderr.includes(text)) resolve();
      };
      waiting.add(look);
      look();
    });
    await Promise.race([seen, ended]);
    if (!stderr.includes(text)) throw new Error(`ended without "${text}":\n${stderr}`);
  };
  return { child, ended, saw, stderr: () => stderr };
}

/** A fake setup-token of the right shape. */
const TOKEN = `sk-ant-oat01-${'Fk3Zt9Qw'.repeat(12)}`;

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A profile whose token ends `leftMs` after `now`. */
export function token(leftMs: number, { now = Date.now(), secret = TOKEN } = {}): object {
  return { type: 'token', provider: 'anthropic', token: secret, expires: now + leftMs };
}

/** Writes a JSON-era gateway with these profiles of agent main, and returns its directory. */
export function gateway(
  { write, dir }: House,
  profiles: Readonly<Record<string, object>>,
  name = 'gateway',
): string {
  write(`${name}/agents/main/agent/auth-profiles.json`, { version: 1, profiles });
  return join(dir, name);
}

/** The report that a run printed as JSON. */
export function reportOf({ stdout }: Ended): Report {
  return JSON.parse(stdout) as Report;
}

/** Skips the test, saying why, unless this process may do what only root may. */
export function needsRoot(context: TestContext): void {
  if (process.getuid?.() !== 0) context.skip('needs root');
}

/** Skips the test, saying why, where a device is missing. */
export function needsDevice(context: TestContext, path: string): void {
  if (!existsSync(path)) context.skip(`there is no ${path}`);
}
