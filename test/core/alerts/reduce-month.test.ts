// Thirty days of half-hourly runs on a fake clock, with every message that a person got.
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/core/duration.ts';
import type { Silence } from '../../../src/core/alerts/incident.ts';
import { DOWN, listener, sign, Story, STORY_START, type Fleet } from '../../kit/alert-story.ts';

const HALF_HOUR = HOUR_MS / 2;
const TOKEN = 'anthropic:default';
const KEY = 'openai:default';

/** A fleet of two agents that share a token which ends `endsMs` after the start, and a key without an end. */
function fleet(endsMs: number, probe: Fleet[string][string]['probe'] = null): Fleet {
  const token = { credentialId: `token-${endsMs}`, expiresAt: STORY_START + endsMs };
  const key = { credentialId: 'key', expiresAt: null, probe };
  return { main: { [TOKEN]: token, [KEY]: key }, work: { [TOKEN]: token } };
}

function asked(outcome: 'accepted' | 'rejected' | 'inconclusive') {
  const checkedAt = '2026-03-02T12:00:00.000Z';
  return { level: 'metadata', outcome, reason: null, confidence: 'certain', checkedAt } as const;
}

const rejected = sign('credential_rejected', 'fail', {
  profileId: KEY,
  facts: { level: 'metadata' },
});
const billing = sign('billing_blocked', 'fail', {
  profileId: KEY,
  facts: { level: 'inference' },
});

/** Runs every half hour until `untilMs` after the start; `arrange` sets the scene before each run. */
function live(story: Story, untilMs: number, arrange: (sinceStartMs: number) => void): void {
  while (story.now < STORY_START + untilMs) {
    story.now += HALF_HOUR;
    arrange(story.now - STORY_START);
    story.run();
  }
}

describe('a month of half-hourly runs', () => {
  it('tells of an expiring token at each step, of its end, its renewal, and of the next one', () => {
    const story = new Story();
    story.fleet = fleet(35 * DAY_MS);
    story.run();
    live(story, 36 * DAY_MS, () => undefined);
    story.fleet = fleet(66 * DAY_MS);
    live(story, 60 * DAY_MS, () => undefined);
    expect(story.timedMessages()).toEqual([
      '+120h ops firing profile_expiry_ahead@main+work',
      '+672h ops escalated profile_expiry_ahead@main+work',
      '+816h ops escalated profile_expiring@main+work',
      '+834h ops escalated profile_expiring@main+work',
      '+839h ops escalated profile_expiring@main+work',
      '+840h ops escalated profile_expired@main+work',
      '+864h ops reminder profile_expired@main+work',
      '+864.5h ops recovered profile_expired@main+work',
      '+1416h ops firing profile_expiry_ahead@main+work',
    ]);
  });

  it('with a probe that flaps for a day, a billing outage and inconclusive answers stays quiet', () => {
    const story = new Story();
    story.fleet = fleet(300 * DAY_MS, asked('accepted'));
    story.run();
    live(story, 30 * DAY_MS, (ms) => {
      const isFlapping = ms >= 2 * DAY_MS && ms < 3 * DAY_MS;
      const isBad = isFlapping && (ms / HALF_HOUR) % 2 === 1;
      const isVague = ms >= 5 * DAY_MS && ms < 6 * DAY_MS && (ms / HALF_HOUR) % 2 === 1;
      const isBlocked = ms >= 10 * DAY_MS && ms < 11 * DAY_MS + 3 * HOUR_MS;
      const answer = isBad || isBlocked ? 'rejected' : isVague ? 'inconclusive' : 'accepted';
      story.fleet = fleet(300 * DAY_MS, { ...asked(answer), level: 'inference' });
      story.extra = [...(isBad ? [rejected] : []), ...(isBlocked ? [billing] : [])];
    });
    expect(story.timedMessages()).toEqual([
      '+48.5h ops firing credential_rejected@main',
      '+49h ops recovered credential_rejected@main',
      '+240h ops firing billing_blocked@main',
      '+264h ops reminder billing_blocked@main',
      '+267h ops recovered billing_blocked@main',
    ]);
  });

  it('delivers after six hours of a dead mail server what is still true, and tells the phone', () => {
    const story = new Story([listener('mail'), listener('phone', { minSeverity: 'fail' })]);
    story.fleet = fleet(10 * DAY_MS);
    story.run();
    live(story, 30 * DAY_MS, (ms) => {
      const isDown = ms >= 9 * DAY_MS + 20 * HOUR_MS && ms < 10 * DAY_MS + 2 * HOUR_MS;
      if (isDown) story.answers.set('mail', () => DOWN);
      else story.answers.clear();
      if (ms >= 12 * DAY_MS) story.fleet = fleet(300 * DAY_MS);
    });
    expect(story.timedMessages()).toEqual([
      '+72h mail firing profile_expiry_ahead@main+work',
      '+216h mail escalated profile_expiring@main+work',
      '+234h mail escalated profile_expiring@main+work',
      '+240h phone firing profile_expired@main+work',
      '+240h phone deadletter about mail profile_expired@main+work',
      '+243.5h mail escalated profile_expired@main+work',
      '+264h phone reminder profile_expired@main+work',
      '+267.5h mail reminder profile_expired@main+work',
      '+288h mail recovered profile_expired@main+work',
      '+288h phone recovered profile_expired@main+work',
    ]);
  });

  it('survives a clock that goes back a day and a laptop that sleeps a week', () => {
    const story = new Story();
    story.fleet = fleet(20 * DAY_MS);
    story.run();
    live(story, 10 * DAY_MS, () => undefined);
    story.now -= DAY_MS;
    live(story, 14 * DAY_MS, () => undefined);
    story.now += 7 * DAY_MS;
    live(story, 30 * DAY_MS, (ms) => {
      if (ms >= 22 * DAY_MS) story.fleet = fleet(300 * DAY_MS);
    });
    expect(story.timedMessages()).toEqual([
      '+312h ops firing profile_expiry_ahead@main+work',
      '+504.5h ops escalated profile_expired@main+work',
      '+528h ops recovered profile_expired@main+work',
    ]);
  });
});

describe('quiet hours on the night the clocks change', () => {
  // In Berlin on 2026-03-29 the wall goes from 02:00 to 03:00: 22:00 is 21:00Z, 07:00 is 05:00Z.
  const quietHours = { fromMinute: 22 * 60, toMinute: 7 * 60, zone: 'Europe/Berlin' };
  it.each([
    ['the last minute before', '2026-03-28T20:59:00Z', true],
    ['their beginning in winter time', '2026-03-28T21:00:00Z', false],
    ['the last minute in summer time', '2026-03-29T04:59:00Z', false],
    ['their end in summer time', '2026-03-29T05:00:00Z', true],
    ['the next beginning in summer time', '2026-03-29T20:00:00Z', false],
  ])('%s: told %s', (_, time, isTold) => {
    const story = new Story(undefined, { quietHours });
    story.now = Date.parse(time);
    story.fleet = fleet(300 * DAY_MS);
    story.extra = [sign('secret_ref_unresolved', 'warn', { profileId: KEY })];
    story.run();
    expect(story.messages()).toHaveLength(isTold ? 1 : 0);
  });
});

describe('a silence', () => {
  const silence = (matches: Partial<Silence>): Silence => ({
    id: 's',
    gateway: null,
    agent: null,
    profileId: null,
    provider: null,
    code: null,
    comment: 'moving',
    createdAt: STORY_START,
    until: STORY_START + DAY_MS,
    ...matches,
  });

  it('holds firing, escalation and reminder back, and what is still wrong is told at its end', () => {
    const story = new Story();
    story.fleet = fleet(2 * HOUR_MS);
    story.run();
    story.state = { ...story.state, silences: [silence({ provider: 'anthropic' })] };
    live(story, DAY_MS + HOUR_MS, () => undefined);
    expect(story.timedMessages()).toEqual([
      '+0h ops firing profile_expiring@main+work',
      '+24h ops escalated profile_expired@main+work',
    ]);
  });

  it('lets the recovery of what was announced before pass', () => {
    const story = new Story();
    story.fleet = fleet(-HOUR_MS);
    story.run();
    story.state = {
      ...story.state,
      silences: [silence({ agent: 'main' }), silence({ agent: 'work' })],
    };
    story.fleet = fleet(300 * DAY_MS);
    story.now += MINUTE_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main+work',
      'ops recovered profile_expired@main+work',
    ]);
  });

  it('takes back what is owed and nobody got', () => {
    const story = new Story();
    story.fleet = fleet(-HOUR_MS);
    story.answers.set('ops', () => DOWN);
    story.run();
    story.answers.clear();
    story.state = { ...story.state, silences: [silence({ code: 'profile_expired' })] };
    story.now += HOUR_MS;
    story.run();
    expect(story.state.outbox).toEqual([]);
    expect(story.messages()).toEqual([]);
    live(story, DAY_MS, () => undefined);
    expect(story.timedMessages()).toEqual(['+24h ops firing profile_expired@main+work']);
  });
});

describe('a run that was killed while it sent', () => {
  it('is made up for under the same id, and what is new goes by itself', () => {
    const story = new Story();
    story.fleet = fleet(-HOUR_MS);
    story.run();
    const [first] = story.inbox;
    if (!first) throw new Error('nothing was told');
    const entry = { channel: 'ops', notification: first.notification, createdAt: story.now };
    const rest = {
      attempts: 0,
      nextAttemptAt: story.now,
      others: [],
      recipients: null,
      refused: [],
    };
    const killed = { hasArrived: false, isOnItsWay: true, lastError: null, state: 'owed' } as const;
    const { id } = first.notification;
    story.state = { ...story.state, outbox: [{ id, ...entry, ...rest, ...killed }] };
    story.messages();
    story.extra = [billing];
    story.now += HALF_HOUR;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main+work',
      'ops firing billing_blocked@main',
    ]);
    expect(story.inbox[1]?.notification.id).toBe(id);
  });
});
