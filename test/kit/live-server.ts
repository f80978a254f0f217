// Starts a real server of the system for one test, on loopback; what is not installed skips the test.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { onTestFinished, type TestContext } from 'vitest';

/** Longer than any of them takes to start on a busy machine. */
const START_MS = 15_000;

/** Skips the test, and says so, where a program is absent. */
export function needsProgram(context: TestContext, program: string): void {
  const { status } = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]);
  if (status !== 0) context.skip(`${program} is not installed`);
}

/** Ports that nobody listened on a moment ago. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      return server;
    }),
  );
  return Promise.all(
    servers.map(async (server) => {
      const address = server.address();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
}

/** A server of this test, ended with it by its pid. */
export function startServer(command: string, args: readonly string[], cwd: string): ChildProcess {
  const child = spawn(command, args, { cwd, stdio: 'ignore' });
  onTestFinished(async () => endServer(child));
  return child;
}

/** Ends a server at once, as a power cut would. */
export async function endServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGKILL');
  await ended;
}

/** Waits until a page answers 200 and, where given, says what it should. */
export async function awaitPage(
  url: string,
  says: (body: string) => boolean = () => true,
): Promise<string> {
  const until = performance.now() + START_MS;
  let last = '';
  while (performance.now() < until) {
    try {
      const answer = await fetch(url);
      last = await answer.text();
      if (answer.status === 200 && says(last)) return last;
    } catch {
      // It is not up yet.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`${url} did not say what it should; last: ${last.slice(0, 500)}`);
}
