// Stories of channels that break: what is owed, what gives way, and who else is told.
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../src/core/duration.ts';
import type { Delivery, Notification } from '../../../src/core/alerts/notification.ts';
import { retryOwed } from '../../../src/core/alerts/outbox.ts';
import { DOWN, listener, sign, Story, STORY_START } from '../../kit/alert-story.ts';

const PROFILE = 'anthropic:default';
const ending = (ms: number, credentialId = 'c1') => ({
  [PROFILE]: { credentialId, expiresAt: STORY_START + ms },
});
const fine = ending(300 * DAY_MS, 'new');
const exhausted = sign('provider_exhausted', 'fail', { provider: 'anthropic' });
const missing = (name: string) => sign('provider_missing', 'fail', { provider: name });

/** Counts what a channel is sent, and lets it answer. */
function answering(story: Story, channel: string, answer: Delivery) {
  const tries: Notification[] = [];
  story.answers.set(channel, (notification) => {
    tries.push(notification);
    return answer;
  });
  return tries;
}

describe('a channel that is dead for six hours', () => {
  it('gets the newest stage once it is back, as one message, and the others hear of it after an hour', () => {
    const story = new Story([listener('ops'), listener('phone')]);
    story.fleet = { main: ending(7 * HOUR_MS) };
    answering(story, 'ops', DOWN);
    story.run();
    story.runFor(6 * HOUR_MS + HOUR_MS / 2);
    story.answers.clear();
    story.runFor(HOUR_MS / 2);
    expect(story.timedMessages()).toEqual([
      '+0h phone firing profile_expiring@main',
      '+1h phone escalated profile_expiring@main',
      '+1h phone deadletter about ops profile_expiring@main',
      '+6h phone escalated profile_expiring@main',
      '+7h ops firing profile_expired@main',
      '+7h phone escalated profile_expired@main',
    ]);
    expect(story.state.outbox).toEqual([]);
    expect(story.state.channels['ops']?.trouble).toBeNull();
  });

  it('gets one digest of what went wrong meanwhile', () => {
    const story = new Story();
    story.fleet = { main: fine };
    answering(story, 'ops', DOWN);
    for (let hour = 1; hour <= 6; hour += 1) {
      story.extra = Array.from({ length: hour }, (_, index) => missing(`p${index}`));
      story.run();
      story.now += HOUR_MS;
    }
    expect(story.state.outbox).toHaveLength(1);
    story.answers.clear();
    story.extra = [...story.extra, missing('p9')];
    story.run();
    expect(story.inbox).toHaveLength(1);
    expect(story.inbox[0]?.notification.incidents).toHaveLength(7);
  });

  it('hears nothing of a warning that came and went', () => {
    const story = new Story();
    story.fleet = { main: ending(20 * HOUR_MS) };
    answering(story, 'ops', DOWN);
    story.run();
    story.fleet = { main: fine };
    story.now += HOUR_MS;
    const { suppressed } = story.run();
    story.answers.clear();
    story.runFor(6 * HOUR_MS);
    expect(story.messages()).toEqual([]);
    expect(suppressed).toMatchObject([{ reason: 'never_told' }]);
    expect(story.state.outbox).toEqual([]);
  });

  it('hears of a failure that came and went in one message with its length', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    answering(story, 'ops', DOWN);
    story.run();
    story.now += 3 * HOUR_MS;
    story.extra = [];
    story.run();
    story.answers.clear();
    story.runFor(HOUR_MS);
    expect(story.messages()).toEqual(['ops recovered provider_exhausted@main']);
    expect(story.inbox[0]?.notification.incidents[0]?.outageMs).toBe(3 * HOUR_MS);
  });

  it('hears only of the new outage when a recovery never got through', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    story.run();
    answering(story, 'ops', DOWN);
    story.extra = [];
    story.run();
    story.now += HOUR_MS;
    story.extra = [exhausted];
    story.run();
    story.answers.clear();
    story.runFor(HOUR_MS);
    expect(story.messages()).toEqual([
      'ops firing provider_exhausted@main',
      'ops firing provider_exhausted@main',
    ]);
  });

  it('is told every agent that joined meanwhile', () => {
    const story = new Story();
    const agents: Record<string, typeof fine> = { a: ending(-HOUR_MS), b: fine, c: fine, d: fine };
    story.fleet = { ...agents };
    story.run();
    story.messages();
    answering(story, 'ops', DOWN);
    for (const agent of ['b', 'c', 'd']) {
      story.now += HOUR_MS;
      agents[agent] = ending(-HOUR_MS);
      story.fleet = { ...agents };
      story.run();
    }
    story.answers.clear();
    story.runFor(HOUR_MS);
    expect(story.messages()).toEqual(['ops firing profile_expired@b+c+d']);
  });
});

describe('retries', () => {
  it('follow the ladder and go on every 24 hours as long as the incident is open', () => {
    const story = new Story([listener('ops', { reminders: false })]);
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const tries = answering(story, 'ops', DOWN);
    const times: number[] = [];
    let seen = 0;
    const note = () => {
      if (tries.length > seen) times.push(story.now - STORY_START);
      seen = tries.length;
    };
    story.run();
    note();
    for (const after of [5 * SECOND_MS, 5 * MINUTE_MS, 30 * MINUTE_MS]) {
      story.now += after - 1;
      story.run();
      note();
      story.now += 1;
      story.run();
      note();
    }
    expect(times).toEqual([0, 5_000, 305_000, 2_105_000]);
    const from = story.now;
    while (story.now < from + 10 * DAY_MS) {
      story.now += HOUR_MS;
      story.run();
      note();
    }
    const gaps = times.slice(3).map((at, index, all) => (at - (all[index - 1] ?? at)) / HOUR_MS);
    expect(gaps.slice(1)).toEqual([2, 5, 10, 14, 20, 24, 24, 24, 24, 24, 24, 24]);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(new Set(tries.map((notification) => JSON.stringify(notification))).size).toBe(1);
  });

  it('of a recovery end with the ladder', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    story.run();
    const tries = answering(story, 'ops', DOWN);
    story.extra = [];
    story.run();
    story.runFor(10 * DAY_MS, HOUR_MS);
    expect(tries).toHaveLength(10);
    expect(story.state.outbox).toMatchObject([{ state: 'dead', attempts: 10 }]);
    story.runFor(30 * DAY_MS, DAY_MS);
    expect(story.state.outbox).toEqual([]);
  });

  it.each([
    ['a wish for 90 s', 90 * SECOND_MS, 90 * SECOND_MS],
    ['no time', 0, SECOND_MS],
    ['a week', 7 * DAY_MS, DAY_MS],
  ])('after %s wait the clamped time, the whole channel with them', (_, retryAfterMs, waitMs) => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const tries = answering(story, 'ops', { ...DOWN, retryAfterMs } as Delivery);
    story.run();
    story.extra = [exhausted, missing('late')];
    story.now += waitMs - 1;
    story.run();
    expect(tries).toHaveLength(1);
    story.now += 1;
    story.run();
    expect(tries.length).toBeGreaterThan(1);
  });

  it('after a refused login wait half an hour', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const tries = answering(story, 'ops', { ok: false, fault: 'auth', detail: 'login refused' });
    story.run();
    story.runFor(30 * MINUTE_MS - 1, MINUTE_MS);
    expect(tries).toHaveLength(1);
    story.now += 1;
    story.run();
    expect(tries).toHaveLength(2);
  });

  it('are made at once when the clock went back', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const tries = answering(story, 'ops', { ...DOWN, retryAfterMs: HOUR_MS } as Delivery);
    story.run();
    story.now -= DAY_MS;
    story.run();
    expect(tries).toHaveLength(2);
  });

  it('of a warning wait for the end of the quiet hours', () => {
    const story = new Story(undefined, {
      quietHours: { fromMinute: 13 * 60, toMinute: 14 * 60, zone: 'UTC' },
    });
    story.fleet = { main: fine };
    story.extra = [sign('secret_ref_unresolved', 'warn', { profileId: PROFILE })];
    const tries = answering(story, 'ops', DOWN);
    story.run();
    story.now += HOUR_MS;
    story.run();
    expect(tries).toHaveLength(1);
    story.now += HOUR_MS;
    story.run();
    expect(tries).toHaveLength(2);
  });
});

describe('recipients', () => {
  it('that are left get the frozen message until they have it', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const pending = ['b@example.org'];
    const answer = { ok: false, fault: 'transient', detail: '450', pending, refused: [] } as const;
    const tries = answering(story, 'ops', answer);
    story.run();
    expect(story.state.outbox).toMatchObject([{ recipients: pending, hasArrived: true }]);
    story.now += HOUR_MS;
    story.extra = [exhausted, missing('other')];
    story.run();
    // The first one is not dissolved into the second: somebody has it.
    expect(tries.map(({ incidents }) => incidents.length)).toEqual([1, 1, 1]);
    expect(tries[1]).toEqual(tries[0]);
  });

  it('that nobody reached are not taken for reached', () => {
    const story = new Story();
    story.fleet = { main: ending(20 * HOUR_MS) };
    answering(story, 'ops', { ...DOWN, pending: ['a@example.org', 'b@example.org'] } as Delivery);
    story.run();
    story.now += HOUR_MS;
    story.run();
    story.answers.clear();
    story.fleet = { main: fine };
    story.runFor(DAY_MS);
    expect(story.messages()).toEqual([]);
  });

  it('that are refused for good are reported to the other channels, once', () => {
    const story = new Story([listener('ops'), listener('phone', { codes: ['none'] })]);
    story.fleet = { main: fine };
    story.extra = [exhausted];
    answering(story, 'ops', { ok: true, refused: ['gone@example.org'] });
    story.run();
    story.runFor(2 * DAY_MS, HOUR_MS);
    expect(story.messages().filter((line) => line.startsWith('phone'))).toEqual([
      'phone deadletter about ops provider_exhausted@main',
    ]);
    expect(story.state.outbox).toMatchObject([
      {
        channel: 'ops',
        state: 'dead',
        recipients: ['gone@example.org'],
        lastError: { fault: 'permanent', detail: 'refused for good: gone@example.org' },
      },
    ]);
  });

  it('that refuse it for good are remembered until the last of the others has it', () => {
    const story = new Story();
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const answers: Delivery[] = [
      { ok: false, fault: 'transient', detail: '', pending: ['busy'], refused: ['gone'] },
      { ok: true },
      { ok: true },
    ];
    story.answers.set('ops', () => answers.shift() ?? DOWN);
    story.run();
    expect(story.state.outbox).toMatchObject([{ state: 'owed', recipients: ['busy'] }]);
    story.now += MINUTE_MS;
    story.run();
    expect(story.state.outbox).toMatchObject([{ state: 'dead', recipients: ['gone'] }]);
    story.state = retryOwed(story.state, null, story.now);
    story.run();
    expect(story.state.outbox).toEqual([]);
  });
});

describe('a message that may have arrived', () => {
  it('is tried again under its id and counts as told', () => {
    const story = new Story();
    story.fleet = { main: ending(20 * HOUR_MS) };
    const tries = answering(story, 'ops', { ok: false, fault: 'ambiguous', detail: 'dropped' });
    story.run();
    story.now += MINUTE_MS;
    story.run();
    expect(tries[1]).toEqual(tries[0]);
    story.answers.clear();
    story.fleet = { main: fine };
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expiring@main']);
  });
});

describe('a fault that no waiting cures', () => {
  it.each([
    ['permanent', 'dead', 1],
    ['auth', 'owed', 5],
    ['gone', 'owed', 1],
  ] as const)('%s is told to the others at once and once', (fault, state, tried) => {
    const story = new Story([listener('ops', { reminders: false }), listener('phone')]);
    story.fleet = { main: fine };
    story.extra = [exhausted];
    const tries = answering(story, 'ops', { ok: false, fault, detail: 'no' });
    story.run();
    story.runFor(6 * HOUR_MS);
    expect(story.messages()).toEqual([
      'phone firing provider_exhausted@main',
      'phone deadletter about ops provider_exhausted@main',
    ]);
    expect(story.inbox[1]?.notification.undelivered).toEqual({
      channel: 'ops',
      error: `${fault}: no`,
      since: new Date(STORY_START).toISOString(),
    });
    expect(tries).toHaveLength(tried);
    expect(story.state.outbox).toMatchObject([{ channel: 'ops', state }]);
    expect(story.state.counters['ops']).toEqual({ [fault]: tried });
  });

  it.each(['permanent', 'auth', 'gone'] as const)('%s ends when the config changes', (fault) => {
    const story = new Story([listener('ops')]);
    story.fleet = { main: fine };
    story.extra = [exhausted];
    answering(story, 'ops', { ok: false, fault, detail: 'no' });
    story.run();
    story.answers.clear();
    story.now += MINUTE_MS;
    story.run();
    expect(story.messages()).toEqual([]);
    story.channels = [listener('ops', { configKey: 'ops-2' })];
    story.run();
    expect(story.messages()).toEqual(['ops firing provider_exhausted@main']);
    expect(story.state.outbox).toEqual([]);
  });

  it('keeps what is owed while the channel is gone, newest stage only', () => {
    const story = new Story();
    story.fleet = { main: ending(3 * HOUR_MS) };
    const tries = answering(story, 'ops', { ok: false, fault: 'gone', detail: '410' });
    story.run();
    story.runFor(3 * HOUR_MS);
    expect(tries).toHaveLength(1);
    expect(story.state.outbox).toHaveLength(1);
    expect(story.state.outbox[0]?.notification.incidents[0]?.code).toBe('profile_expired');
  });
});

describe('a channel that is no longer configured', () => {
  it('is forgotten with what it was owed, and told anew when it comes back', () => {
    const story = new Story([listener('ops'), listener('phone')]);
    story.fleet = { main: ending(-HOUR_MS) };
    answering(story, 'phone', DOWN);
    story.run();
    story.channels = [listener('ops')];
    story.run();
    expect(story.state.outbox).toEqual([]);
    story.answers.clear();
    story.channels = [listener('ops'), listener('phone')];
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'phone firing profile_expired@main',
    ]);
  });
});

describe('a channel that takes each incident by itself', () => {
  const many = Array.from({ length: 450 }, (_, index) => missing(`p${index}`));

  it('gets all of a digest, and the end of all of them', () => {
    const story = new Story([listener('pager', { tellsEach: true }), listener('ops')]);
    story.fleet = { main: fine };
    story.extra = many;
    story.run();
    story.now += HOUR_MS;
    story.extra = [];
    story.run();
    const sizes = story.inbox.map(({ channel, notification: { kind, incidents, truncated } }) => [
      channel,
      kind,
      incidents.length,
      truncated,
    ]);
    expect(sizes).toEqual([
      ['pager', 'firing', 450, 0],
      ['ops', 'firing', 200, 250],
      ['pager', 'recovered', 450, 0],
      ['ops', 'recovered', 200, 250],
    ]);
  });

  it('is sent by and by what it does not take at once', () => {
    const story = new Story([listener('pager', { tellsEach: true })]);
    story.extra = many;
    const told = new Set<string>();
    const RUNS = 5;
    story.answers.set('pager', ({ incidents }) => {
      const owed = incidents.filter(({ fingerprint }) => !told.has(fingerprint));
      for (const { fingerprint } of owed.slice(0, 100)) told.add(fingerprint);
      const pending = owed.slice(100).map(({ fingerprint }) => fingerprint);
      const failure = {
        ok: false,
        fault: 'transient',
        detail: 'full',
        refused: [],
        pending,
      } as const;
      return pending.length === 0 ? { ok: true } : { ...failure, retryAfterMs: MINUTE_MS };
    });
    for (let run = 0; run < RUNS; run += 1) {
      story.run();
      story.now += HOUR_MS / 2;
    }
    expect(told.size).toBe(450);
    expect(story.state.outbox).toEqual([]);
  });
});
