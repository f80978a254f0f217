// Stories of one credential on its way down, and back.
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/core/duration.ts';
import { Story, STORY_START, fleetReport, sign } from '../../kit/alert-story.ts';

const PROFILE = 'anthropic:default';

function fleetEndingIn(ms: number, credentialId = 'c1', from = STORY_START) {
  return { main: { [PROFILE]: { credentialId, expiresAt: from + ms } } };
}

describe('the ladder', () => {
  it('is told rung by rung, then recovers once with the outage', () => {
    const story = new Story();
    story.fleet = fleetEndingIn(31 * DAY_MS);
    story.run();
    expect(story.messages()).toEqual([]);
    story.runFor(31 * DAY_MS - HOUR_MS / 2, HOUR_MS / 2);
    expect(story.timedMessages()).toEqual([
      `+24h ops firing profile_expiry_ahead@main`,
      `+${24 * 24}h ops escalated profile_expiry_ahead@main`,
      `+${30 * 24}h ops escalated profile_expiring@main`,
      `+${31 * 24 - 6}h ops escalated profile_expiring@main`,
      `+${31 * 24 - 1}h ops escalated profile_expiring@main`,
    ]);
    story.runFor(HOUR_MS / 2);
    expect(story.messages()).toEqual(['ops escalated profile_expired@main']);
    story.runFor(3 * HOUR_MS);
    story.fleet = fleetEndingIn(90 * DAY_MS, 'c2', story.now);
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expired@main']);
    expect(story.inbox.at(-1)?.notification.incidents[0]?.outageMs).toBe(3 * HOUR_MS);
    story.runFor(5 * HOUR_MS);
    expect(story.messages()).toEqual([]);
    expect(story.state.incidents).toEqual([]);
  });

  it.each([
    ['30 days and 1 ms', 30 * DAY_MS + 1, 2 * MINUTE_MS, ['ops firing profile_expiry_ahead@main']],
    ['30 days', 30 * DAY_MS, 2 * MINUTE_MS, []],
    ['7 days and 1 ms', 7 * DAY_MS + 1, 2 * MINUTE_MS, ['ops firing profile_expiry_ahead@main']],
    ['7 days', 7 * DAY_MS, 2 * MINUTE_MS, []],
    ['24 hours and 1 ms', DAY_MS + 1, 2 * MINUTE_MS, ['ops firing profile_expiring@main']],
    ['24 hours', DAY_MS, 0, ['ops firing profile_expiring@main']],
  ])(
    'of a credential first seen with %s left tells no rung it was born inside',
    (_, ms, wait, told) => {
      const story = new Story();
      story.fleet = fleetEndingIn(ms);
      story.run();
      story.now += wait;
      story.run();
      expect(story.messages()).toEqual(told);
    },
  );

  it.each([
    ['6 hours and 1 ms', 6 * HOUR_MS + 1, false],
    ['6 hours', 6 * HOUR_MS, true],
    ['1 hour and 1 ms', HOUR_MS + 1, false],
    ['1 hour', HOUR_MS, true],
  ])('at %s is at the next rung: %s', (_, remainingMs, isNext) => {
    const story = new Story();
    story.fleet = fleetEndingIn(remainingMs + HOUR_MS);
    story.run();
    story.messages();
    story.now += HOUR_MS;
    story.run();
    expect(story.messages()).toEqual(isNext ? ['ops escalated profile_expiring@main'] : []);
  });

  it('is told again from its rung when the new credential is in trouble too', () => {
    const story = new Story();
    const other = {
      'openai:default': { credentialId: 'o1', expiresAt: STORY_START + 90 * DAY_MS },
    };
    story.fleet = { main: { ...fleetEndingIn(HOUR_MS).main, ...other } };
    story.run();
    story.now += HOUR_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'ops escalated profile_expired@main',
    ]);
    story.fleet = { main: { ...fleetEndingIn(5 * HOUR_MS, 'c2', story.now).main, ...other } };
    story.run();
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expiring@main']);
    story.runFor(5 * HOUR_MS);
    expect(story.messages()).toEqual([
      'ops escalated profile_expiring@main',
      'ops escalated profile_expired@main',
    ]);
    expect(
      new Set(story.inbox.map(({ notification }) => notification.incidents[0]?.fingerprint)).size,
    ).toBe(1);
  });

  it('is not told again when only the salt behind the ids has changed', () => {
    const story = new Story();
    story.fleet = fleetEndingIn(3 * HOUR_MS, 'random-1');
    story.run();
    story.messages();
    story.fleet = fleetEndingIn(3 * HOUR_MS, 'random-2');
    story.run();
    expect(story.messages()).toEqual([]);
    story.fleet = fleetEndingIn(4 * HOUR_MS, 'random-3');
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expiring@main']);
  });

  it('keeps the first sight of a credential whose id changes with the salt', () => {
    const story = new Story();
    for (let day = 0; day <= 3; day += 1) {
      story.fleet = fleetEndingIn(9 * DAY_MS, `random-${day}`);
      story.run();
      story.now += DAY_MS;
    }
    expect(story.messages()).toEqual(['ops firing profile_expiry_ahead@main']);
    expect(Object.keys(story.state.credentials)).toEqual(['random-3']);
  });

  it('does not start again each time OpenClaw renews a login by itself', () => {
    const story = new Story();
    const failing = (id: string) => {
      story.fleet = {
        main: { [PROFILE]: { credentialId: id, expiresAt: null, refreshable: true } },
        work: {
          'openai:default': { credentialId: 'steady', expiresAt: STORY_START + 99 * DAY_MS },
        },
      };
      story.extra = [sign('profile_auth_failing', 'fail', { profileId: PROFILE })];
      story.run();
      story.now += HOUR_MS;
    };
    for (let hour = 0; hour < 20; hour += 1) failing(`token-${hour}`);
    expect(story.messages()).toEqual(['ops firing profile_auth_failing@main']);
  });

  it('goes by the clock of the run, not by the age of the report', () => {
    const story = new Story();
    story.fleet = fleetEndingIn(2 * HOUR_MS);
    const report = fleetReport(story.fleet, STORY_START);
    story.run(report);
    story.now += 90 * MINUTE_MS;
    story.run(report);
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'ops escalated profile_expiring@main',
    ]);
    expect(story.inbox.at(-1)?.notification.incidents[0]?.remainingMs).toBe(30 * MINUTE_MS);
  });
});
