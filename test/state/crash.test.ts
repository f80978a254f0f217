// A real process is killed at each point of a run; the next run has to make up for it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAlertState } from '../../src/state/index.ts';
import { thisPlace } from '../../src/state/process-place.ts';
import { STORY_START } from '../kit/alert-story.ts';

let dir: string;
let script: string;
let receiver: Server;
let url: string;
let got: { id: string; kind: string }[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'auth-monitor-crash-'));
  script = join(dir, 'run.mjs');
  // Node 20 runs no TypeScript, and what is tested is a process.
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../kit/crashing-run.ts'),
    platform: 'node',
    logLevel: 'silent',
  });
  await bundle.write({ file: script, format: 'esm', codeSplitting: false });
  await bundle.close();
  receiver = createServer((request, response) => {
    void receive(request, response);
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  receiver.close();
  receiver.closeAllConnections();
  rmSync(dir, { recursive: true, force: true });
});

async function receive(request: IncomingMessage, response: ServerResponse) {
  got.push(JSON.parse(await text(request)) as { id: string; kind: string });
  response.end('ok');
}

async function run(stateDir: string, phase: string, now = STORY_START) {
  const child = spawn(process.execPath, [script, stateDir, url, phase, String(now)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [errors, [code, signal]] = await Promise.all([
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ]);
  expect(errors).toBe('');
  return signal ?? code;
}

describe('kill -9', () => {
  it.each([
    ['commit', 0, 1],
    ['send', 0, 1],
    ['acknowledge', 1, 2],
  ])(
    'before the %s loses nothing: %i arrived before, %i in all, all with one id',
    async (phase, before, after) => {
      const stateDir = join(dir, phase);
      got = [];
      expect(await run(stateDir, phase)).toBe('SIGKILL');
      expect(got).toHaveLength(before);
      expect(existsSync(join(stateDir, 'lock'))).toBe(true);
      // Where the lock of a dead process cannot be told from a living one's, it has to expire first.
      if (thisPlace().bootId === null) rmSync(join(stateDir, 'lock'));
      expect(await run(stateDir, 'none', STORY_START + 1)).toBe(0);
      expect(got).toHaveLength(after);
      expect(new Set(got.map(({ id }) => id)).size).toBe(1);
      expect(await run(stateDir, 'none', STORY_START + 2)).toBe(0);
      expect(got).toHaveLength(after);
      expect(readAlertState(stateDir).state.outbox).toEqual([]);
    },
  );

  it('in the middle of many commits leaves a whole state', async () => {
    const stateDir = join(dir, 'many');
    expect(await run(stateDir, 'none')).toBe(0);
    for (let round = 1; round <= 5; round += 1) {
      const now = STORY_START + round * 86_400_000;
      const child = spawn(process.execPath, [script, stateDir, url, 'none', String(now)], {
        stdio: 'ignore',
      });
      const closed = once(child, 'close');
      const timer = setTimeout(() => child.kill('SIGKILL'), 60 + round * 15);
      await closed;
      clearTimeout(timer);
      expect(() => JSON.parse(readFileSync(join(stateDir, 'state.json'), 'utf8'))).not.toThrow();
      expect(readAlertState(stateDir).isBroken).toBe(false);
    }
  });
});
