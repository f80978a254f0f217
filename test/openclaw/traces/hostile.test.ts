// Logs and transcripts that are no such thing: nothing waits, nothing breaks, nobody is blamed.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  openSync,
  closeSync,
  lutimesSync,
  ftruncateSync,
  writeSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTail } from '../../../src/openclaw/traces/tail.ts';
import { factsOf, GatewayHome, NOW, token, told } from '../../kit/gateway.ts';
import {
  append,
  anthropicBody,
  failedTurn,
  failover,
  gatewayLog,
  lines,
  PASSIVE,
  stamp,
  SENTENCE,
  session,
} from '../../kit/records.ts';

const one = { 'anthropic:a': token('anthropic') };
const refused = failedTurn(`400 ${anthropicBody(SENTENCE)}`);
const home = (): GatewayHome => new GatewayHome().store('main', one);
const found = async (gateway: GatewayHome): Promise<string[]> =>
  told(await gateway.check({ passive: PASSIVE }));

const junk: readonly (readonly [string, Buffer | string])[] = [
  ['nothing', ''],
  ['no JSON', 'embedded_run_agent_end "embedded_run_ "stopReason" All models failed (\n'],
  [
    'other JSON',
    '["embedded_run_"]\n"stopReason"\nnull\n{"message":null,"1":{"event":5,"x":"\\"embedded_run_"}}\n7\n',
  ],
  ['deep JSON', `${'['.repeat(60_000)}"stopReason" "embedded_run_"\n`],
  ['bytes', Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7919) % 256))],
  [
    'no UTF-8',
    Buffer.concat([
      Buffer.from('{"stopReason":"embedded_run_'),
      Buffer.from([0xff, 0xfe, 0xc0, 0x0a]),
    ]),
  ],
  ['zeros', Buffer.alloc(300_000)],
  ['a line without an end', `{"stopReason":"${'x'.repeat(900_000)}`],
  [
    'wrong types',
    lines(
      {
        type: 'message',
        message: {
          role: 'assistant',
          stopReason: 'error',
          provider: 5,
          timestamp: 'x',
          errorMessage: {},
        },
      },
      {
        type: 'message',
        message: {
          role: 'assistant',
          stopReason: 'error',
          provider: 'anthropic',
          timestamp: 1e300,
          errorMessage: 7,
        },
      },
      {
        '0': '{"subsystem":"agent/embedded"}',
        '1': {
          event: 'embedded_run_agent_end',
          isError: true,
          provider: {},
          httpCode: [],
          rawErrorPreview: 9,
        },
        _meta: { date: '2026-11-21T11:00:00Z' },
      },
    ),
  ],
];

test.each(junk)(
  '%s before the record hides nothing, and alone says nothing',
  async (_name, content) => {
    const gateway = home();
    const path = session(gateway, []);
    const log = gatewayLog(gateway, []);
    for (const file of [path, log]) {
      writeFileSync(file, content);
      stamp(file);
    }
    expect(await found(gateway)).toEqual([]);
    for (const file of [path, log]) append(file, '');
    append(path, refused);
    append(log, failover('anthropic:a'));
    expect(await found(gateway)).toEqual(['fail claude_code_only anthropic:a']);
  },
);

test('a line of 60 MB is passed over, and of a large file only the end is read', () => {
  const gateway = home();
  const path = join(gateway.home, 'huge.log');
  const descriptor = openSync(path, 'w');
  writeSync(descriptor, 'first\n');
  ftruncateSync(descriptor, 60 * 1024 * 1024);
  closeSync(descriptor);
  append(path, '', 'last');
  const seen: string[] = [];
  const options = { from: null, limitBytes: 2 * 1024 * 1024, owner: null };
  const reading = readTail(path, options, (line) => seen.push(line.toString()));
  expect(seen).toEqual(['last']);
  expect(reading).toMatchObject({ ok: true, bytes: 2 * 1024 * 1024 });
});

test('a reading goes on where the last one ended, from the start in another or shorter file', () => {
  const path = join(home().home, 'grows.log');
  let from: { inode: number; offset: number } | null = null;
  const next = (): string[] => {
    const seen: string[] = [];
    const reading = readTail(path, { from, limitBytes: 1024, owner: null }, (line) =>
      seen.push(line.toString()),
    );
    from = reading.ok ? reading.position : null;
    return seen;
  };
  writeFileSync(path, 'a\nb\n');
  expect(next()).toEqual(['a', 'b']);
  expect(next()).toEqual([]);
  append(path, 'c');
  writeFileSync(path, 'half', { flag: 'a' });
  expect(next()).toEqual(['c', 'half']);
  writeFileSync(path, ' and half\n', { flag: 'a' });
  expect(next()).toEqual(['half and half']);
  writeFileSync(path, 'new\n');
  expect(next()).toEqual(['new']);
});

test.each<[string, (path: string) => void, string]>([
  ['a pipe', (path) => spawnSync('mkfifo', [path]), 'not_a_file'],
  ['a directory', (path) => mkdirSync(path), 'not_a_file'],
  ['a link to itself', (path) => symlinkSync(path, path), 'not_a_file'],
  ['a device', (path) => symlinkSync('/dev/zero', path), 'not_a_file'],
])('%s in the place of a log is told and not waited for', async (_name, make, problem) => {
  const gateway = home();
  const path = join(gateway.home, 'gateway.log');
  gateway.config({ logging: { file: path } });
  make(path);
  lutimesSync(path, NOW / 1000, NOW / 1000);
  const report = await gateway.check({ passive: PASSIVE });
  expect([report.exitCode, told(report)]).toEqual([0, ['info trace_unreadable']]);
  expect(factsOf(report, 'trace_unreadable')).toEqual({ path, problem });
});

test('a pipe among the transcripts is told and not waited for', async () => {
  const gateway = home();
  const path = session(gateway, [refused]);
  const pipe = join(path, '..', 'pipe.jsonl');
  spawnSync('mkfifo', [pipe]);
  stamp(pipe);
  const report = await gateway.check({ passive: PASSIVE });
  expect(told(report)).toEqual(['fail claude_code_only anthropic:a', 'info trace_unreadable']);
  expect(factsOf(report, 'trace_unreadable')).toMatchObject({ path: pipe, problem: 'not_a_file' });
});

test('a log that is a link to a plain file is read', async () => {
  const gateway = home();
  const path = gatewayLog(gateway, [failover('anthropic:a')], { name: 'real.log' });
  const link = join(gateway.home, 'link.log');
  symlinkSync(path, link);
  gateway.config({ logging: { file: link } });
  expect(await found(gateway)).toEqual(['fail claude_code_only anthropic:a']);
});

test('nothing in the directories of OpenClaw changes by reading', async () => {
  const gateway = home();
  const path = session(gateway, [refused]);
  chmodSync(path, 0o400);
  const before = [statSync(path).mtimeMs, readFileSync(path, 'utf8')];
  await found(gateway);
  expect([statSync(path).mtimeMs, readFileSync(path, 'utf8')]).toEqual(before);
});
