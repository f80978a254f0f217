import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_POLICY, type Channel } from '../../src/core/alerts/alert-policy.ts';
import { emptyAlertState, type AlertState } from '../../src/core/alerts/incident.ts';
import type { Delivery, DeliveryFault } from '../../src/core/alerts/notification.ts';
import { enqueue } from '../../src/core/alerts/outbox.ts';
import { deliverDue, type DeliveryOptions } from '../../src/state/deliver.ts';
import { LETTERHEAD } from '../kit/alert-story.ts';
import { scriptedChannel } from '../kit/channels.ts';
import { incidentView } from '../kit/notifications.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const fail = (fault: DeliveryFault, more: object = {}): Delivery => ({
  ok: false,
  fault,
  detail: 'no',
  ...more,
});

/** A state that owes each channel `count` messages. */
function owing(channels: readonly Channel[], count = 1): AlertState {
  const log = {
    lastSuccessAt: null,
    sentAt: [],
    heldUntil: null,
    pausedConfigKey: null,
    trouble: null,
  };
  const logs = channels.map(({ notifier, configKey }) => [notifier.name, { ...log, configKey }]);
  const state = {
    ...emptyAlertState(),
    channels: Object.fromEntries(logs) as AlertState['channels'],
  };
  const planned = channels.flatMap(({ notifier }) =>
    Array.from({ length: count }, (_, index) => ({
      channel: notifier.name,
      kind: 'firing' as const,
      severity: 'fail' as const,
      incidents: [incidentView({ fingerprint: `f${index}` })],
      others: [],
      counts: {},
    })),
  );
  return enqueue(state, planned, NOW, LETTERHEAD);
}

function deliver(
  channels: readonly Channel[],
  changes: Partial<DeliveryOptions> = {},
  state = owing(channels),
) {
  return deliverDue(state, channels, NOW, {
    signal: new AbortController().signal,
    budgetMs: 10_000,
    policy: DEFAULT_ALERT_POLICY,
    letterhead: LETTERHEAD,
    save: () => undefined,
    random: () => 0,
    ...changes,
  });
}

describe('within a run', () => {
  it.each([
    ['transient', 3],
    ['ambiguous', 1],
    ['auth', 1],
    ['permanent', 1],
    ['gone', 1],
  ] as const)('a %s fault is tried %i times', async (fault, tries) => {
    const channel = scriptedChannel('ops', [fail(fault)]);
    const { state } = await deliver([channel]);
    expect(channel.got).toHaveLength(tries);
    expect(state.outbox.filter((entry) => entry.channel === 'ops')).toMatchObject([
      { attempts: 1 },
    ]);
    expect(new Set(channel.got.map(({ notification }) => JSON.stringify(notification))).size).toBe(
      1,
    );
  });

  it('what passes at the second try is delivered', async () => {
    const channel = scriptedChannel('ops', [fail('transient'), { ok: true }]);
    const { state, sent } = await deliver([channel]);
    expect(state.outbox).toEqual([]);
    expect(sent).toMatchObject([{ delivery: { ok: true } }]);
    expect(state.counters).toEqual({ ops: { delivered: 1 } });
  });

  it('only the recipients that are left are tried again', async () => {
    const channel = scriptedChannel('ops', [
      fail('transient', { pending: ['b', 'c'], refused: ['x'] }),
      fail('transient', { pending: ['c'], refused: [] }),
      { ok: true },
    ]);
    const { state } = await deliver([channel]);
    expect(channel.got.map(({ attempt }) => attempt.recipients)).toEqual([
      undefined,
      ['b', 'c'],
      ['c'],
    ]);
    expect(state.channels['ops']?.trouble?.detail).toBe('refused for good: x');
  });

  it('a receiver that asks for more than a moment is left alone', async () => {
    const channel = scriptedChannel('ops', [fail('transient', { retryAfterMs: 5001 })]);
    await deliver([channel]);
    expect(channel.got).toHaveLength(1);
  });

  it('after one message failed the others of the channel get one try', async () => {
    const channel = scriptedChannel('ops', [fail('transient')]);
    await deliver([channel], {}, owing([channel], 3));
    expect(channel.got).toHaveLength(3 + 1 + 1);
  });

  it('a refused login ends the channel for this run', async () => {
    const channel = scriptedChannel('ops', [fail('auth')]);
    await deliver([channel], {}, owing([channel], 3));
    expect(channel.got).toHaveLength(1);
  });

  it('a message the receiver will never take does not stop the next one', async () => {
    const channel = scriptedChannel('ops', [fail('permanent'), { ok: true }]);
    const { sent } = await deliver([channel], {}, owing([channel], 2));
    expect(sent.map(({ delivery }) => delivery.ok)).toEqual([false, true]);
  });

  it('dead letters go out in the same run', async () => {
    const broken = scriptedChannel('ops', [fail('permanent')]);
    const phone = scriptedChannel('phone');
    const { state } = await deliver([broken, phone]);
    expect(phone.got.map(({ notification }) => notification.kind)).toEqual([
      'firing',
      'deadletter',
    ]);
    expect(state.channels['ops']?.trouble?.toldOthersAt).toBe(NOW);
  });

  it('every answer is saved before the next message goes out', async () => {
    const channel = scriptedChannel('ops');
    const owed: number[] = [];
    await deliver(
      [channel],
      { save: (state) => owed.push(state.outbox.length) },
      owing([channel], 3),
    );
    expect(owed.slice(0, 3)).toEqual([2, 1, 0]);
  });
});

describe('a channel', () => {
  it('that is slow does not hold the others up, and gets its messages one by one', async () => {
    let isBusy = false;
    const slow = scriptedChannel('slow', [
      async () => {
        expect(isBusy).toBe(false);
        isBusy = true;
        await sleep(50);
        isBusy = false;
        expect(quick.got).toHaveLength(2);
        return { ok: true };
      },
    ]);
    const quick = scriptedChannel('quick');
    const channels = [slow, quick];
    const { state } = await deliver(channels, {}, owing(channels, 2));
    expect(state.outbox).toEqual([]);
    expect(slow.got).toHaveLength(2);
  });

  it('that never ends is left behind when the time is up, and what is left stays owed', async () => {
    const stuck = scriptedChannel('stuck', [() => new Promise(() => undefined)]);
    const quick = scriptedChannel('quick');
    const channels = [stuck, quick];
    const { state, sent } = await deliver(channels, { budgetMs: 30 }, owing(channels, 2));
    expect(sent.filter(({ delivery }) => delivery.ok)).toHaveLength(2);
    expect(state.outbox).toMatchObject([
      { channel: 'stuck', attempts: 1, lastError: { fault: 'ambiguous' } },
      { channel: 'stuck', attempts: 0, lastError: null },
    ]);
  });

  it('that throws is a fault of its own, told without its words', async () => {
    const buggy = scriptedChannel('buggy', [
      () => Promise.reject(new TypeError('https://hooks.example.org/T/SECRET')),
    ]);
    const { state } = await deliver([buggy]);
    expect(JSON.stringify(state)).not.toContain('SECRET');
    expect(state.outbox[0]?.lastError?.detail).toBe('the channel failed: TypeError');
  });

  it('is sent nothing when the run was told to stop', async () => {
    const channel = scriptedChannel('ops');
    const { state } = await deliver([channel], { signal: AbortSignal.abort() });
    expect(channel.got).toEqual([]);
    expect(state.outbox).toMatchObject([{ attempts: 0, state: 'owed' }]);
  });
});
