import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { DEFAULT_ALERT_POLICY, type Channel } from '../../src/core/alerts/alert-policy.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { planAlerts, readAlertState, runAlerts } from '../../src/state/index.ts';
import type { AlertInput } from '../../src/state/run-alerts.ts';
import { acquireLease } from '../../src/state/lease.ts';
import { fleetReport, LETTERHEAD, STORY_START } from '../kit/alert-story.ts';
import { scriptedChannel } from '../kit/channels.ts';
import { tempDir } from '../kit/temp-dir.ts';
import { inEnglish } from '../../src/core/told-fault.ts';
import type { MonitorError } from '../../src/core/errors.ts';

const DOWN = {
  ok: false,
  fault: 'transient',
  detail: 'connection refused',
  retryAfterMs: 6000,
} as const;
const expired = {
  main: { 'anthropic:default': { credentialId: 'c', expiresAt: STORY_START - HOUR_MS } },
};
const renewed = {
  main: { 'anthropic:default': { credentialId: 'd', expiresAt: STORY_START + 99 * DAY_MS } },
};

function input(
  stateDir: string | null,
  channels: readonly Channel[],
  changes: Partial<AlertInput> = {},
): AlertInput {
  const now = changes.now ?? STORY_START;
  return {
    report: fleetReport(expired, now),
    now,
    channels,
    policy: DEFAULT_ALERT_POLICY,
    stateDir,
    monitor: LETTERHEAD.monitor,
    signal: new AbortController().signal,
    log: () => undefined,
    ...changes,
  };
}

describe('alerts', () => {
  it('go out once, are remembered, and recover', async () => {
    const dir = join(tempDir(), 'state');
    const ops = scriptedChannel('ops');
    const lines: string[] = [];
    const first = await runAlerts(
      input(dir, [ops], { log: (remark) => lines.push(remark(remarkPhrases)) }),
    );
    expect(first).toMatchObject({
      sent: [{ channel: 'ops', kind: 'firing', incidents: 1 }],
      owed: [],
      stateNotice: null,
      stateError: null,
    });
    expect(lines).toEqual(['ops: firing (1) delivered']);
    const second = await runAlerts(input(dir, [ops]));
    expect(second.sent).toEqual([]);
    expect(second.suppressed).toMatchObject([{ reason: 'already_told' }]);
    const third = await runAlerts(input(dir, [ops], { report: fleetReport(renewed, STORY_START) }));
    expect(third.sent).toMatchObject([{ kind: 'recovered' }]);
    expect(ops.got.map(({ notification }) => notification.monitor)).toEqual([
      LETTERHEAD.monitor,
      LETTERHEAD.monitor,
    ]);
    expect(readdirSync(dir)).toEqual(['state.json']);
    expect(statSync(join(dir, 'state.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('that fail are owed, and go out under the same id with the next run', async () => {
    const dir = tempDir();
    const broken = scriptedChannel('ops', [DOWN]);
    const first = await runAlerts(input(dir, [broken]));
    expect(first.sent).toEqual([]);
    expect(first.owed).toMatchObject([
      {
        channel: 'ops',
        fault: 'transient',
        attempts: 1,
        nextAttemptAt: STORY_START + 6000,
        state: 'owed',
      },
    ]);
    const working = scriptedChannel('ops');
    const second = await runAlerts(input(dir, [working], { now: STORY_START + HOUR_MS }));
    expect(second.owed).toEqual([]);
    expect(second.sent).toMatchObject([{ id: first.owed[0]?.id }]);
    expect(working.got[0]?.notification).toEqual(broken.got[0]?.notification);
  });

  it('that were given up count as owed in that run only', async () => {
    const dir = tempDir();
    const ops = scriptedChannel('ops', [{ ok: false, fault: 'permanent', detail: '400' }]);
    expect((await runAlerts(input(dir, [ops]))).owed).toMatchObject([{ state: 'dead' }]);
    expect((await runAlerts(input(dir, [ops]))).owed).toEqual([]);
    expect(readAlertState(dir).state.outbox).toMatchObject([{ state: 'dead' }]);
  });

  it('without any channel only keep the course of events', async () => {
    const dir = tempDir();
    const outcome = await runAlerts(input(dir, []));
    expect(outcome).toMatchObject({ sent: [], owed: [], stateError: null });
    expect(readAlertState(dir).state.incidents).toHaveLength(1);
  });

  it('are told what the damage of the state means', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'state.json'), 'rubbish');
    const ops = scriptedChannel('ops');
    const outcome = await runAlerts(input(dir, [ops]));
    const notice = outcome.stateNotice?.(remarkPhrases);
    expect(notice).toMatch(/announced again/);
    expect(outcome.sent.map(({ kind }) => kind)).toEqual(['firing', 'deadletter']);
    expect(ops.got.at(-1)?.notification.lost?.error).toBe(notice);
    expect(readFileSync(join(dir, 'state.json.corrupt-20260302T120000Z'), 'utf8')).toBe('rubbish');
    expect((await runAlerts(input(dir, [ops]))).sent).toEqual([]);
  });
});

describe('a state that cannot be kept', () => {
  it('by wish: everything is told each time, under the same id', async () => {
    const ops = scriptedChannel('ops');
    await runAlerts(input(null, [ops]));
    const outcome = await runAlerts(input(null, [ops], { now: STORY_START + HOUR_MS }));
    expect(outcome.stateError).toBeNull();
    const ids = ops.got.map(({ notification }) => notification.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('for lack of a place does not stop the alert', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    const ops = scriptedChannel('ops');
    const outcome = await runAlerts(input(join(file, 'state'), [ops]));
    expect(outcome.sent).toHaveLength(1);
    expect(inEnglish(outcome.stateError as MonitorError)).toMatch(/^Cannot write .*ENOTDIR/);
  });

  it('because a later version wrote it does not stop the alert and is left alone', async () => {
    const dir = tempDir();
    writeFileSync(join(dir, 'state.json'), '{"schemaVersion":99}');
    const ops = scriptedChannel('ops');
    const outcome = await runAlerts(input(dir, [ops]));
    expect(outcome.sent).toHaveLength(1);
    expect(inEnglish(outcome.stateError as MonitorError)).toMatch(/later version/);
    expect(readFileSync(join(dir, 'state.json'), 'utf8')).toBe('{"schemaVersion":99}');
    expect(readdirSync(dir)).toEqual(['state.json']);
  });

  it('on a full disk does not stop the alert, and the old state stays', async (ctx) => {
    const dir = join(tempDir(), 'small');
    mkdirSync(dir);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=0700', 'tmpfs', dir], {
        stdio: 'ignore',
      });
    } catch {
      ctx.skip('a small file system can only be mounted by root on Linux');
    }
    try {
      const ops = scriptedChannel('ops');
      await runAlerts(input(dir, [ops]));
      const before = readFileSync(join(dir, 'state.json'), 'utf8');
      expect(() => writeFileSync(join(dir, 'ballast'), Buffer.alloc(80_000))).toThrow(/ENOSPC/);
      const outcome = await runAlerts(
        input(dir, [ops], { report: fleetReport(renewed, STORY_START) }),
      );
      expect(outcome.sent).toMatchObject([{ kind: 'recovered' }]);
      expect(inEnglish(outcome.stateError as MonitorError)).toMatch(/ENOSPC/);
      expect(readFileSync(join(dir, 'state.json'), 'utf8')).toBe(before);
      expect(readdirSync(dir)).toEqual(['ballast', 'state.json']);
    } finally {
      execFileSync('umount', [dir]);
    }
  });

  it('in a read-only directory does not stop the alert, and nothing old is repeated', async (ctx) => {
    const dir = tempDir();
    const ops = scriptedChannel('ops');
    await runAlerts(input(dir, [ops]));
    chmodSync(dir, 0o500);
    let isMounted = false;
    if (process.getuid?.() === 0) {
      // Modes do not bind root; a read-only mount does.
      try {
        execFileSync('mount', ['--bind', dir, dir], { stdio: 'ignore' });
        isMounted = true;
        execFileSync('mount', ['-o', 'remount,bind,ro', dir], { stdio: 'ignore' });
      } catch {
        if (isMounted) execFileSync('umount', [dir]);
        ctx.skip('root needs a mount to have a read-only directory');
      }
    }
    try {
      expect((await runAlerts(input(dir, [ops]))).sent).toEqual([]);
      const report = fleetReport(renewed, STORY_START);
      const outcome = await runAlerts(input(dir, [ops], { report }));
      expect(outcome.sent).toMatchObject([{ kind: 'recovered' }]);
      expect(inEnglish(outcome.stateError as MonitorError)).toMatch(
        /^Cannot write .*(EROFS|EACCES)/,
      );
    } finally {
      if (isMounted) execFileSync('umount', [dir]);
      chmodSync(dir, 0o700);
    }
  });

  it('because another run has it leaves the alerting to that run', async () => {
    const dir = tempDir();
    const lease = acquireLease(dir);
    const ops = scriptedChannel('ops');
    const outcome = await runAlerts(input(dir, [ops], { signal: AbortSignal.abort() }));
    expect(inEnglish(outcome.stateError as MonitorError)).toMatch(/Another run/);
    expect(ops.got).toEqual([]);
    lease?.release();
  });

  it('for a moment, because another run has it, is waited for', async () => {
    const dir = tempDir();
    const lease = acquireLease(dir);
    const ops = scriptedChannel('ops');
    const running = runAlerts(input(dir, [ops]));
    expect(existsSync(join(dir, 'state.json'))).toBe(false);
    lease?.release();
    expect((await running).sent).toHaveLength(1);
  });
});

describe('a dry run', () => {
  it('says what would be sent to whom and why, and what not, and leaves no trace', async () => {
    const dir = join(tempDir(), 'none');
    const ops = scriptedChannel('ops');
    const phone = scriptedChannel('phone', undefined, { agents: ['work'] });
    const plan = planAlerts(input(dir, [ops, phone]));
    expect(plan).toMatchObject({
      planned: [{ channel: 'ops', kind: 'firing', severity: 'fail' }],
      owed: [],
      suppressed: [{ channel: 'phone', reason: 'not_routed' }],
      stateNotice: null,
      stateError: null,
    });
    expect(Object.values(plan.planned[0]?.why ?? {})).toEqual(['new']);
    expect(existsSync(dir)).toBe(false);
    expect(ops.got).toEqual([]);
    const real = await runAlerts(input(dir, [ops, phone]));
    expect(real.sent.map(({ channel, kind }) => [channel, kind])).toEqual(
      plan.planned.map(({ channel, kind }) => [channel, kind]),
    );
  });

  it('lists what is owed and leaves a damaged state where it is', async () => {
    const dir = tempDir();
    const broken = scriptedChannel('ops', [DOWN]);
    await runAlerts(input(dir, [broken]));
    expect(planAlerts(input(dir, [broken])).owed).toMatchObject([{ channel: 'ops', attempts: 1 }]);
    writeFileSync(join(dir, 'state.json'), 'rubbish');
    expect(planAlerts(input(dir, [broken])).stateNotice?.(remarkPhrases)).toMatch(/damaged/);
    writeFileSync(join(dir, 'state.json'), '{"schemaVersion":9}');
    expect(inEnglish(planAlerts(input(dir, [broken])).stateError as MonitorError)).toMatch(
      /later version/,
    );
    expect(readdirSync(dir)).toEqual(['state.json']);
  });
});
