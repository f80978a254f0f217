// What holds for every course of events, tried on random ones.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ALERT_POLICY } from '../../../src/core/alerts/alert-policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/core/duration.ts';
import { stageOf } from '../../../src/core/alerts/ladder.ts';
import type { Delivery } from '../../../src/core/alerts/notification.ts';
import { reduce } from '../../../src/core/alerts/reduce.ts';
import { base32Hash } from '../../../src/state/hash.ts';
import { DOWN, fleetReport, listener, sign, Story, STORY_START } from '../../kit/alert-story.ts';

const AGENTS = ['a', 'b', 'c'];
const PROFILES = ['anthropic:default', 'openai:default'];
const CHANNELS = ['ops', 'phone'];
const AMBIGUOUS: Delivery = { ok: false, fault: 'ambiguous', detail: 'dropped' };

/** Each step changes something and then runs the monitor. */
const step = fc.record({
  passMs: fc.oneof(
    fc.integer({ min: 1, max: 2 * HOUR_MS }),
    fc.integer({ min: HOUR_MS, max: 9 * DAY_MS }),
    fc.constant(0),
  ),
  change: fc.oneof(
    fc.record({
      what: fc.constant('store' as const),
      agents: fc.subarray(AGENTS, { minLength: 1 }),
      profile: fc.constantFrom(...PROFILES),
      credential: fc.integer({ min: 0, max: 8 }),
    }),
    fc.record({ what: fc.constant('outage' as const), agent: fc.constantFrom(...AGENTS) }),
    fc.record({ what: fc.constant('channel' as const), name: fc.constantFrom(...CHANNELS) }),
    fc.record({ what: fc.constant('filter' as const), profile: fc.constantFrom(...PROFILES) }),
    fc.record({ what: fc.constant('nothing' as const) }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Where the clock goes back, by up to two days. */
const backwards = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  ms: fc.integer({ min: 0, max: 2 * DAY_MS }),
});

interface Course {
  readonly story: Story;
  readonly report: ReturnType<typeof fleetReport>;
}

function* play(
  steps: readonly Step[],
  broken: Delivery,
  back: { readonly at: number; readonly ms: number } | null,
): Generator<Course> {
  const story = new Story(CHANNELS.map((name) => listener(name)));
  const outages = new Set<string>();
  let serial = 0;
  const fleet: Record<
    string,
    Record<string, { credentialId: string; expiresAt: number }>
  > = Object.fromEntries(AGENTS.map((agent) => [agent, {}]));
  for (const [index, { passMs, change }] of steps.entries()) {
    story.now += passMs;
    if (back && index === back.at) story.now -= back.ms;
    let only: ((agent: string, profileId: string) => boolean) | null = null;
    if (change.what === 'store') {
      serial += 1;
      // From long dead to far ahead; the serial makes every end and every id a new one.
      const expiresAt = story.now + (change.credential - 2) ** 3 * 2 * HOUR_MS + serial;
      for (const agent of change.agents) {
        fleet[agent] = {
          ...fleet[agent],
          [change.profile]: { credentialId: `c${serial}`, expiresAt },
        };
      }
    } else if (change.what === 'outage') {
      if (!outages.delete(change.agent)) outages.add(change.agent);
    } else if (change.what === 'channel') {
      if (!story.answers.delete(change.name)) story.answers.set(change.name, () => broken);
    } else if (change.what === 'filter') {
      only = (_, profileId) => profileId === change.profile;
    }
    story.extra = [...outages].map((agent) =>
      sign('provider_exhausted', 'fail', { agent, provider: 'anthropic' }),
    );
    story.fleet = fleet;
    const report = fleetReport(fleet, story.now, story.extra, only);
    story.run(report);
    yield { story, report };
  }
}

function last(course: Generator<Course>): Story | null {
  let story: Story | null = null;
  for (const moment of course) story = moment.story;
  return story;
}

const steps = fc.array(step, { minLength: 1, maxLength: 25 });

describe('on every course of events', () => {
  it('reducing the same report again plans nothing', () => {
    fc.assert(
      fc.property(steps, (course) => {
        for (const { story, report } of play(course, DOWN, null)) {
          const again = reduce(
            story.state,
            report,
            story.now,
            DEFAULT_ALERT_POLICY,
            story.channels,
            base32Hash,
          );
          expect(again.planned).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('no firing is lost: what is open is told once the channels work, at its newest stage', () => {
    fc.assert(
      fc.property(steps, backwards, fc.constantFrom(DOWN, AMBIGUOUS), (course, back, broken) => {
        const story = last(play(course, broken, back));
        if (!story) return;
        story.answers.clear();
        for (let run = 0; run < 3; run += 1) {
          story.now += 25 * HOUR_MS;
          story.run();
        }
        for (const { recoveredAt, stage, severity, marks, title } of story.state.incidents) {
          expect(recoveredAt).toBeNull();
          for (const channel of CHANNELS) {
            expect(marks[channel]?.arrivedAt, title).not.toBeNull();
            expect(marks[channel]?.told).toContainEqual({ stage, severity });
          }
        }
        expect(story.state.outbox).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('no agent is told a stage twice in one generation, whatever the clock does', () => {
    fc.assert(
      fc.property(steps, backwards, (course, back) => {
        const story = last(play(course, DOWN, back));
        const told = new Set<string>();
        for (const { channel, notification } of story?.inbox ?? []) {
          const { kind, incidents, createdAt } = notification;
          for (const { fingerprint, code, severity, since, expiresAt, agents } of incidents) {
            const end = expiresAt === null ? null : Date.parse(expiresAt);
            const stage = stageOf(code, end, Date.parse(createdAt));
            for (const agent of agents) {
              const key = [channel, fingerprint, since, expiresAt, stage, severity, agent].join(
                ' ',
              );
              if (kind === 'firing' || kind === 'escalated') {
                expect(told).not.toContain(key);
                told.add(key);
              }
            }
            if (kind !== 'recovered') continue;
            for (const key of told)
              if (key.startsWith(`${channel} ${fingerprint} `)) told.delete(key);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('no recovery comes before its firing, except of an outage that nobody could be told', () => {
    fc.assert(
      fc.property(steps, backwards, (course, back) => {
        const story = last(play(course, DOWN, back));
        const open = new Set<string>();
        for (const { channel, notification } of story?.inbox ?? []) {
          for (const { fingerprint, outageMs } of notification.incidents) {
            const key = `${channel} ${fingerprint}`;
            if (notification.kind === 'deadletter') continue;
            if (notification.kind !== 'recovered') {
              open.add(key);
              continue;
            }
            if (!open.delete(key)) expect(outageMs).not.toBeNull();
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a run sends a channel at most one message of each kind, and never owes it more', () => {
    fc.assert(
      fc.property(steps, (course) => {
        let read = 0;
        for (const { story } of play(course, DOWN, null)) {
          for (const channel of CHANNELS) {
            const kinds = story.inbox
              .slice(read)
              .filter((message) => message.channel === channel)
              .map(({ notification }) => notification.kind)
              .filter((kind) => kind !== 'deadletter');
            expect(kinds).toHaveLength(new Set(kinds).size);
            const owed = story.state.outbox.filter(
              (entry) => entry.channel === channel && entry.notification.kind !== 'deadletter',
            );
            expect(owed.length).toBeLessThanOrEqual(4);
          }
          read = story.inbox.length;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('hourly runs over 30 days tell a failing fleet no more than once a day', () => {
    const story = new Story();
    story.fleet = {
      a: { 'anthropic:default': { credentialId: 'c1', expiresAt: STORY_START - DAY_MS } },
      b: { 'openai:default': { credentialId: 'c2', expiresAt: STORY_START + 10 * DAY_MS } },
    };
    story.run();
    story.runFor(30 * DAY_MS, HOUR_MS + MINUTE_MS);
    const kinds = story.inbox.map(({ notification }) => notification.kind);
    expect(kinds.filter((kind) => kind === 'reminder').length).toBeLessThanOrEqual(2 * 30);
    expect(kinds.filter((kind) => kind !== 'reminder')).toEqual([
      'firing',
      'firing',
      'escalated',
      'escalated',
      'escalated',
      'escalated',
    ]);
  });
});
