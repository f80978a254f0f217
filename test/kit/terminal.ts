// Runs the built program on a pseudo-terminal, as a person sees it.
import { spawn, spawnSync } from 'node:child_process';
import { onTestFinished, type TestContext } from 'vitest';
import { CLI, type House } from './built-cli.ts';

interface TerminalOptions {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Shell text behind the command, e.g. `2>file`. */
  readonly redirect?: string;
}

interface Shown {
  readonly code: number | null;
  /** All that the terminal got. */
  readonly shown: string;
}

/** Skips the test, saying why, where no pseudo-terminal can be had. */
export async function onTerminal(
  context: TestContext,
  { home, dir }: House,
  args: readonly string[],
  { columns = 80, env = {}, redirect = '' }: TerminalOptions = {},
): Promise<Shown> {
  const version = spawnSync('script', ['--version'], { encoding: 'utf8' });
  if (!/util-linux/.test(version.stdout ?? '')) {
    return context.skip('needs util-linux script for a pseudo-terminal');
  }
  const words = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
  const command = `stty cols ${columns} rows 40; ${words} ${redirect}`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'], HOME: home, TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, shown: shown.replaceAll('\r\n', '\n') }));
  });
}
