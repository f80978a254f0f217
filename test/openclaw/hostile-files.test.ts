import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyName } from '../../src/core/policy.ts';
import { counted, factsOf, GatewayHome, key, models, NOW, token } from '../kit/gateway.ts';

const STORE = 'agents/main/agent/auth-profiles.json';
const DATABASE = 'agents/main/agent/openclaw-agent.sqlite';

/** A gateway on whose files the verdict hangs: its only credential has just been stored. */
const home = (): GatewayHome => new GatewayHome().config(models('anthropic/x'));

describe('in the place of a file', () => {
  const PLACES = [STORE, DATABASE, 'state/openclaw.sqlite', 'openclaw.json', '.env'];

  test.each(PLACES)('a directory is told and nothing is concluded (%s)', async (path) => {
    const box = new GatewayHome();
    mkdirSync(join(box.stateDir, path), { recursive: true });
    expect((await box.check()).exitCode).toBe(1);
  });

  test
    .skipIf(process.platform === 'win32')
    .each([...PLACES, 'agents/main/agent/auth.json', 'credentials/oauth.json'])(
    'a pipe is not waited for (%s)',
    async (path) => {
      const box = new GatewayHome();
      mkdirSync(dirname(join(box.stateDir, path)), { recursive: true });
      execFileSync('mkfifo', [join(box.stateDir, path)]);
      expect((await box.check()).exitCode).toBe(1);
    },
  );

  test.each([STORE, DATABASE, 'state/openclaw.sqlite', 'openclaw.json'])(
    'a link to itself is told (%s)',
    async (path) => {
      const box = new GatewayHome();
      mkdirSync(dirname(join(box.stateDir, path)), { recursive: true });
      symlinkSync(join(box.stateDir, path), join(box.stateDir, path));
      expect((await box.check()).exitCode).toBe(1);
    },
  );

  test.each(['agents', 'agents/main', 'agents/main/agent', 'state'])(
    'a file stands where a directory should (%s)',
    async (path) => {
      const report = await home().file(path, 'text').check();
      expect(report.exitCode).toBe(1);
    },
  );
});

test('a store that is written while it is read is read again', async () => {
  const box = new GatewayHome().file(STORE, '{"profiles":{"anth');
  const path = join(box.stateDir, STORE);
  const whole = JSON.stringify({ profiles: { 'anthropic:a': key('anthropic') } });
  // The reader blocks its thread while it waits, so another thread has to write.
  const writer = new Worker(
    `const { workerData } = require('node:worker_threads');
     const fs = require('node:fs');
     const flag = new Int32Array(workerData.flag);
     Atomics.store(flag, 0, 1); Atomics.notify(flag, 0);
     Atomics.wait(flag, 1, 0, 20);
     fs.writeFileSync(workerData.path, workerData.whole);`,
    { eval: true, workerData: { path, whole, flag: new SharedArrayBuffer(8) } },
  );
  const done = new Promise((resolve) => writer.once('exit', resolve));
  await new Promise((resolve) => writer.once('online', resolve));
  const counts = counted(await box.check());
  await done;
  // Either the second look saw the whole file or the first did; a machine that is busy may be later.
  expect([[], ['fail store_unreadable']]).toContainEqual(counts);
  expect(counted(await box.check())).toEqual([]);
});

describe('names that nobody expects', () => {
  const IDS = [
    'a\nb',
    'a\u0000b',
    '\u001b[31mred',
    '<script>alert(1)</script>',
    '"><img src=x>',
    '../../etc/passwd',
    'x'.repeat(10_000),
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '\u202Eevil',
    '\uD800',
  ];

  test.each(['default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9'] as const)(
    'are ids of profiles (%s)',
    async (policy: PolicyName) => {
      const profiles = Object.fromEntries(IDS.map((id) => [id, token('anthropic', NOW - 1)]));
      const json = await home().store('main', profiles).check({ policy });
      const sqlite = await home().shared({ profiles }).check({ policy });
      expect([json.exitCode, sqlite.exitCode]).toEqual([1, 1]);
      if (policy !== 'default') return;
      expect(counted(json)).toHaveLength(IDS.length);
      expect(counted(sqlite)).toHaveLength(IDS.length);
    },
  );

  test.each(['default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9'] as const)(
    'are providers and models (%s)',
    async (policy: PolicyName) => {
      for (const name of IDS) {
        const config = models(`${name}/m`, `p/${name}`);
        const box = new GatewayHome().config(config).store('main', {
          a: token(name, NOW - 1),
          b: key('p'),
        });
        const report = await box.check({ policy });
        expect(report.verdict).not.toBeUndefined();
      }
    },
  );

  test('are agents', async () => {
    const list = IDS.map((id) => ({ id }));
    const report = await new GatewayHome()
      .config({ agents: { list } })
      .store('main', { a: token('p', NOW - 1) })
      .check();
    expect(report.exitCode).toBe(1);
    expect(report.agents.every(({ id }) => /^[a-z0-9_-]{1,64}$/.test(id))).toBe(true);
  });

  test('are directories of agents that no path can hold', async () => {
    const list = ['a\u0000b', 'x'.repeat(5_000), '~', '/dev/null'].map((agentDir, index) => ({
      id: `a${index}`,
      agentDir,
    }));
    const report = await new GatewayHome().config({ agents: { list } }).check();
    expect(report.agents).toHaveLength(4);
  });
});

describe('any bytes whatsoever', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    fc.json().map((text) => Buffer.from(text)),
    fc.json().map((text) => Buffer.from(`{"version":1,"profiles":${text}}`)),
    fc.json().map((text) => Buffer.from(`{"profiles":{"a":${text}},"usageStats":${text}}`)),
    fc.constant(Buffer.from('SQLite format 3\u0000garbage')),
  );
  const POLICIES = fc.constantFrom('default', 'strict', 'openclaw-2026.2', 'openclaw-2026.9');

  test.each([
    ['in the only store', STORE, 60],
    ['in the only database', DATABASE, 60],
    ['in the shared database', 'state/openclaw.sqlite', 60],
  ])('%s never pass for health', async (_, path, numRuns) => {
    await fc.assert(
      fc.asyncProperty(bytes, POLICIES, async (content, policy) => {
        const report = await home().file(path, content).check({ policy });
        expect(report.exitCode).toBe(1);
      }),
      { numRuns },
    );
  });

  test.each([
    ['in the config', 'openclaw.json'],
    ['in the .env', '.env'],
    ['in the usage', 'agents/main/agent/auth-state.json'],
  ])('%s end with a report', async (_, path) => {
    await fc.assert(
      fc.asyncProperty(bytes, POLICIES, async (content, policy) => {
        const box = home().store('main', { 'anthropic:a': token('anthropic', NOW - 1) });
        const report = await box.file(path, content).check({ policy });
        expect([0, 1, 2]).toContain(report.exitCode);
        if (policy === 'default' || policy === 'strict') expect(report.exitCode).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('sizes', () => {
  const many = (count: number, entry: (index: number) => object) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}:a`, entry(index)]));

  const one = (): object => token('anthropic', NOW - 1, { note: 'x'.repeat(100) });
  const each = (index: number): object => ({ ...one(), provider: `p${index}` });

  const ENTRIES = { 'of one provider': one, 'of as many providers': each };

  test.each([
    ['of one provider', 'default'],
    ['of one provider', 'openclaw-2026.2'],
    ['of one provider', 'openclaw-2026.9'],
    ['of as many providers', 'default'],
    ['of as many providers', 'openclaw-2026.2'],
    ['of as many providers', 'openclaw-2026.9'],
  ] as const)('25,000 ended profiles %s are judged (%s)', async (kind, policy) => {
    const entry = ENTRIES[kind];
    const profiles = many(25_000, entry);
    const ids = Object.keys(profiles);
    const usageStats = Object.fromEntries(ids.map((id) => [id, { cooldownUntil: NOW + 1 }]));
    const declared = ids.map((id) => [id, { provider: 'anthropic', mode: 'token' }]);
    const box = new GatewayHome().config({ auth: { profiles: Object.fromEntries(declared) } });
    const state = { usageStats, order: { anthropic: ids } };
    if (policy === 'openclaw-2026.9') box.shared({ profiles, state });
    else box.store('main', profiles, state);
    const report = await box.check({ policy });
    expect([report.exitCode, report.summary.profiles]).toEqual([1, 25_000]);
  });

  test('a store beyond every size is not read', async () => {
    const box = new GatewayHome().file(STORE, '');
    execFileSync('truncate', ['-s', '65M', join(box.stateDir, STORE)]);
    expect(factsOf(await box.check(), 'store_unreadable')).toMatchObject({ problem: 'too_large' });
  });

  test('deep nesting inside a profile is nobody’s business', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const box = new GatewayHome();
    box.file(
      STORE,
      `{"profiles":{"p:a":{"type":"api_key","provider":"p","key":"k","metadata":${deep}}}}`,
    );
    expect(counted(await box.check())).toEqual([]);
  });

  test('a file that is rewritten between two runs is judged by what it says now', async () => {
    const box = new GatewayHome().store('main', { 'p:a': token('p', NOW - 1) });
    expect((await box.check()).exitCode).toBe(1);
    writeFileSync(join(box.stateDir, STORE), JSON.stringify({ profiles: { 'p:a': key('p') } }));
    expect((await box.check()).exitCode).toBe(0);
  });
});
