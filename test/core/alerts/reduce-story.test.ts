// Stories of several incidents, agents and channels, with the exact list of messages.
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/core/duration.ts';
import { notificationText } from '../../../src/core/alerts/notification-text.ts';
import { DOWN, fleetReport, listener, sign, Story, STORY_START } from '../../kit/alert-story.ts';

const PROFILE = 'anthropic:default';
const expired = (credentialId = 'c1', sinceMs = HOUR_MS) => ({
  [PROFILE]: { credentialId, expiresAt: STORY_START - sinceMs },
});
const fine = (credentialId = 'new') => ({
  [PROFILE]: { credentialId, expiresAt: STORY_START + 300 * DAY_MS },
});

describe('the first run', () => {
  it('tells in one digest per channel what is already wrong, worst first', () => {
    const story = new Story([listener('ops'), listener('phone', { minSeverity: 'fail' })]);
    story.fleet = {
      main: expired(),
      work: { 'openai:default': { credentialId: 'o', expiresAt: STORY_START + 2 * HOUR_MS } },
    };
    story.extra = [
      sign('refresh_token_shared', 'notice', { profileId: 'google:default' }),
      sign('profile_unused', 'info', { profileId: 'zai:default' }),
    ];
    const { suppressed } = story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main, profile_expiring@work, refresh_token_shared@main',
      'phone firing profile_expired@main',
    ]);
    expect(suppressed.map(({ channel, reason }) => `${channel} ${reason}`)).toEqual([
      'phone below_min_severity',
      'phone below_min_severity',
    ]);
  });

  it('says nothing when all is well', () => {
    const story = new Story();
    story.fleet = { main: fine() };
    story.run();
    expect(story.messages()).toEqual([]);
  });

  it('of a channel added later tells it what is open by then', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.run();
    story.channels = [...story.channels, listener('phone')];
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'phone firing profile_expired@main',
    ]);
  });
});

describe('one credential in many agents', () => {
  it('is one incident that names them all', () => {
    const story = new Story();
    const agents = Array.from({ length: 40 }, (_, index) => `a${String(index).padStart(2, '0')}`);
    story.fleet = Object.fromEntries(agents.map((agent) => [agent, expired()]));
    story.run();
    expect(story.messages()).toEqual([`ops firing profile_expired@${agents.join('+')}`]);
  });

  it('tells an agent that joins once, by itself, and recovers when the last one left', () => {
    const story = new Story();
    story.fleet = { main: expired(), work: fine(), lab: fine() };
    story.run();
    story.fleet = { main: expired(), work: expired(), lab: fine() };
    story.run();
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'ops firing profile_expired@work',
    ]);
    story.fleet = { main: fine(), work: expired(), lab: fine() };
    story.run();
    story.fleet = { main: expired(), work: expired(), lab: fine() };
    story.run();
    expect(story.messages()).toEqual([]);
    story.fleet = { main: fine(), work: fine(), lab: fine() };
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expired@main+work']);
  });

  it('adds an agent that joins a warning without a message of its own', () => {
    const story = new Story();
    const ending = { [PROFILE]: { credentialId: 'c1', expiresAt: STORY_START + 20 * HOUR_MS } };
    story.fleet = { main: ending, work: fine() };
    story.run();
    story.fleet = { main: ending, work: ending };
    story.run();
    story.now += 15 * HOUR_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'ops escalated profile_expiring@main+work',
    ]);
  });

  it('becomes two incidents when a part of the agents gets another bad credential', () => {
    const story = new Story();
    story.fleet = { main: expired('c1'), work: expired('c1') };
    story.run();
    story.fleet = { main: expired('c1'), work: expired('c2', 2 * HOUR_MS) };
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main+work',
      'ops firing profile_expired@work',
    ]);
    expect(story.state.incidents).toHaveLength(2);
    story.fleet = { main: fine(), work: expired('c2', 2 * HOUR_MS) };
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expired@main+work']);
  });
});

describe('reminders', () => {
  it('come every 24 hours for a failure and never for less', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.extra = [sign('secret_ref_unresolved', 'warn', { profileId: 'openai:default' })];
    story.run();
    story.runFor(2 * DAY_MS);
    expect(story.timedMessages()).toEqual([
      '+0h ops firing profile_expired@main, secret_ref_unresolved@main',
      '+24h ops reminder profile_expired@main',
      '+48h ops reminder profile_expired@main',
    ]);
  });

  it('come 24 hours after the last message about the incident, not one millisecond before', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.run();
    story.now += DAY_MS - 1;
    story.run();
    expect(story.messages()).toHaveLength(1);
    story.now += 1;
    story.run();
    expect(story.messages()).toEqual(['ops reminder profile_expired@main']);
  });

  it('can be switched off for a channel', () => {
    const story = new Story([listener('ops', { reminders: false })]);
    story.fleet = { main: expired() };
    story.run();
    story.now += DAY_MS;
    expect(story.run().suppressed).toMatchObject([{ reason: 'reminders_off' }]);
    expect(story.messages()).toHaveLength(1);
  });

  it('are one after a week of sleep', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.run();
    story.now += 7 * DAY_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'ops reminder profile_expired@main',
    ]);
  });
});

describe('a week of sleep', () => {
  it('skips the rungs that nobody could be told', () => {
    const story = new Story();
    story.fleet = {
      main: { [PROFILE]: { credentialId: 'c1', expiresAt: STORY_START + 8 * DAY_MS } },
    };
    story.run();
    story.now += DAY_MS;
    story.run();
    story.now += 7 * DAY_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiry_ahead@main',
      'ops escalated profile_expired@main',
    ]);
  });
});

describe('quiet hours', () => {
  // 22:00 to 07:00 in Berlin, an hour ahead of UTC in March.
  const night = { quietHours: { fromMinute: 22 * 60, toMinute: 7 * 60, zone: 'Europe/Berlin' } };
  const at = (time: string) => Date.parse(`2026-03-02T${time}Z`);
  const calm = { main: { ...fine(), 'openai:default': fine('o')[PROFILE] } };
  const warning = sign('secret_ref_unresolved', 'warn', { profileId: 'openai:default' });

  it.each([
    ['one millisecond before them', '20:59:59.999', true],
    ['at their first instant', '21:00:00.000', false],
    ['in the middle of the night', '02:00:00.000', false],
    ['one millisecond before their end', '05:59:59.999', false],
    ['at their end', '06:00:00.000', true],
  ])('a warning %s is sent: %s', (_, time, isSent) => {
    const story = new Story(undefined, night);
    story.now = at(time);
    story.extra = [warning];
    story.fleet = { main: fine() };
    story.run();
    expect(story.messages()).toHaveLength(isSent ? 1 : 0);
  });

  it('delay a warning and its recovery, and drop neither', () => {
    const story = new Story(undefined, night);
    story.now = at('22:00:00');
    story.fleet = calm;
    story.extra = [warning];
    expect(story.run().suppressed).toMatchObject([{ reason: 'quiet_hours' }]);
    story.now = at('23:59:00') + 6 * HOUR_MS + MINUTE_MS;
    story.run();
    expect(story.messages()).toEqual(['ops firing secret_ref_unresolved@main']);
    story.now += 15 * HOUR_MS;
    story.extra = [];
    story.run();
    story.now += HOUR_MS;
    story.run();
    expect(story.messages()).toEqual([]);
    story.now += 8 * HOUR_MS;
    story.run();
    story.run();
    expect(story.messages()).toEqual(['ops recovered secret_ref_unresolved@main']);
  });

  it('forget a warning that came and went within them', () => {
    const story = new Story(undefined, night);
    story.now = at('22:00:00');
    story.fleet = calm;
    story.extra = [warning];
    story.run();
    story.extra = [];
    story.runFor(DAY_MS);
    expect(story.messages()).toEqual([]);
  });

  it('go on with a warning that is back before its recovery was told', () => {
    const story = new Story(undefined, night);
    story.fleet = calm;
    story.extra = [warning];
    story.run();
    story.now = at('23:00:00');
    story.extra = [];
    story.run();
    story.now += HOUR_MS;
    story.extra = [warning];
    story.runFor(DAY_MS);
    expect(story.messages()).toEqual(['ops firing secret_ref_unresolved@main']);
  });

  it('let failures and escalations through, their recovery too', () => {
    const story = new Story(undefined, night);
    story.fleet = {
      main: { [PROFILE]: { credentialId: 'c1', expiresAt: at('23:00:00') } },
    };
    story.run();
    story.now = at('22:00:00');
    story.run();
    story.now = at('23:00:00');
    story.run();
    story.now = at('23:30:00');
    story.fleet = { main: fine() };
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'ops escalated profile_expiring@main',
      'ops escalated profile_expired@main',
      'ops recovered profile_expired@main',
    ]);
  });

  it('hold back a rung that is only a notice', () => {
    const story = new Story(undefined, night);
    const expiresAt = at('23:00:00') + 7 * DAY_MS;
    story.fleet = { main: { [PROFILE]: { credentialId: 'c1', expiresAt: expiresAt } } };
    story.now -= 25 * DAY_MS;
    story.run();
    story.now = STORY_START;
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expiry_ahead@main']);
    story.now = at('23:00:00');
    story.run();
    expect(story.messages()).toEqual([]);
    story.now += 8 * HOUR_MS;
    story.run();
    expect(story.messages()).toEqual(['ops escalated profile_expiry_ahead@main']);
  });
});

describe('the storm cap', () => {
  const failing = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sign('provider_missing', 'fail', { provider: `p${index}` }),
    );

  it('gathers what is over it into one digest when there is room again', () => {
    const story = new Story(undefined, { stormCap: 3 });
    story.fleet = { main: fine() };
    for (let count = 1; count <= 70; count += 1) {
      story.extra = failing(count);
      story.run();
      story.now += MINUTE_MS;
    }
    const counts = story.inbox.map(({ notification }) => notification.incidents.length);
    expect(counts).toEqual([1, 1, 1, 58, 1, 1]);
    expect(story.messages()[3]).toMatch(/^ops firing provider_missing@main, /);
  });

  it('counts each channel by itself', () => {
    const story = new Story([listener('ops'), listener('phone', { providers: ['p1'] })], {
      stormCap: 1,
    });
    story.fleet = { main: fine() };
    story.extra = failing(1);
    story.run();
    story.extra = failing(2);
    expect(story.run().suppressed).toContainEqual(
      expect.objectContaining({ channel: 'ops', reason: 'storm_cap' }),
    );
    expect(story.messages()).toEqual([
      'ops firing provider_missing@main',
      'phone firing provider_missing@main',
    ]);
  });

  it('puts all that goes wrong at once into one message: the worst named, the rest counted', () => {
    const story = new Story();
    story.fleet = { main: fine() };
    story.extra = [
      ...Array.from({ length: 9_700 }, (_, index) =>
        sign('secret_ref_unresolved', 'warn', { profileId: `p${index}:x` }),
      ),
      ...failing(300),
    ];
    story.run();
    story.run();
    story.now += HOUR_MS;
    story.run();
    expect(story.inbox).toHaveLength(1);
    const [message] = story.inbox;
    expect(message?.notification).toMatchObject({
      severity: 'fail',
      truncated: 9_800,
      counts: { fail: 300, warn: 9_700 },
    });
    expect(new Set(message?.notification.incidents.map(({ severity }) => severity))).toEqual(
      new Set(['fail']),
    );
    expect(message && notificationText(message.notification)).toMatch(
      /^Failing: 10000 problems with OpenClaw credentials on host1, 300 of them failing\./,
    );
    expect(message?.notification.incidents).toHaveLength(200);
    expect(story.state.incidents.every(({ marks }) => marks['ops']?.arrivedAt !== null)).toBe(true);
    story.extra = [];
    story.run();
    expect(story.inbox[1]?.notification).toMatchObject({ kind: 'recovered', truncated: 9_800 });
    expect(story.state.incidents).toEqual([]);
  });

  it('names what an undelivered digest only counted as soon as there is room', () => {
    const story = new Story();
    story.fleet = { main: fine() };
    story.extra = failing(250);
    story.answers.set('ops', () => DOWN);
    story.run();
    expect(story.state.outbox).toMatchObject([{ notification: { truncated: 50 } }]);
    story.extra = failing(260).slice(100);
    story.answers.clear();
    story.now += HOUR_MS;
    story.run();
    const firing = story.inbox.find(({ notification }) => notification.kind === 'firing');
    expect(firing?.notification).toMatchObject({ truncated: 0 });
    expect(firing?.notification.incidents).toHaveLength(160);
  });
});

describe('a clock that goes back', () => {
  it('by a day repeats nothing, loses nothing and recovers nothing', () => {
    const story = new Story();
    const expiresAt = STORY_START + HOUR_MS;
    story.fleet = { main: { [PROFILE]: { credentialId: 'c1', expiresAt } } };
    story.run();
    story.now += 2 * HOUR_MS;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'ops escalated profile_expired@main',
    ]);
    story.now -= 2 * DAY_MS;
    story.run();
    story.runFor(2 * DAY_MS - HOUR_MS);
    // 24 h after the jump it fails again by this clock, and the last message is a day old.
    expect(story.timedMessages()).toEqual(['+1h ops reminder profile_expired@main']);
    story.fleet = { main: fine() };
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expired@main']);
  });

  it('by a year takes a false alarm back, and the true end is announced in its time', () => {
    const story = new Story();
    story.fleet = {
      main: { [PROFILE]: { credentialId: 'c1', expiresAt: STORY_START + 40 * DAY_MS } },
    };
    story.now += 365 * DAY_MS;
    story.run();
    story.now = STORY_START;
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'ops recovered profile_expired@main',
    ]);
    story.runFor(39 * DAY_MS, HOUR_MS);
    expect(story.messages()).toEqual([
      'ops firing profile_expiry_ahead@main',
      'ops escalated profile_expiry_ahead@main',
      'ops escalated profile_expiring@main',
    ]);
  });

  it('after years ahead does not hold reminders and retries back', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.now = STORY_START + 3650 * DAY_MS;
    story.run();
    story.now = STORY_START;
    story.run();
    story.messages();
    story.runFor(DAY_MS);
    expect(story.messages()).toEqual(['ops reminder profile_expired@main']);
  });
});

describe('flapping', () => {
  it('tells each outage and each recovery, under the storm cap', () => {
    const story = new Story(undefined, { stormCap: 4 });
    story.fleet = { main: fine() };
    for (let run = 0; run < 12; run += 1) {
      story.extra =
        run % 2 === 0 ? [sign('provider_exhausted', 'fail', { provider: 'anthropic' })] : [];
      story.run();
      story.now += 5 * MINUTE_MS;
    }
    expect(story.messages()).toEqual([
      'ops firing provider_exhausted@main',
      'ops recovered provider_exhausted@main',
      'ops firing provider_exhausted@main',
      'ops recovered provider_exhausted@main',
    ]);
    story.runFor(HOUR_MS);
    expect(story.messages()).toEqual([]);
  });

  it('between two codes of one credential tells each code once', () => {
    const story = new Story();
    story.fleet = { main: fine() };
    for (let run = 0; run < 8; run += 1) {
      const code = run % 2 === 0 ? 'billing_blocked' : 'credential_rejected';
      story.extra = [sign(code, 'fail', { profileId: PROFILE, facts: { level: 'inference' } })];
      story.run();
    }
    expect(story.messages()).toEqual([
      'ops firing billing_blocked@main',
      'ops firing credential_rejected@main',
    ]);
  });
});

describe('an unreadable store', () => {
  it('speaks for its agent and recovers nothing of it', () => {
    const story = new Story();
    story.fleet = { main: expired(), work: fine() };
    story.run();
    story.fleet = { main: {}, work: fine() };
    story.extra = [
      sign('store_unreadable', 'fail', { facts: { path: '/x' } }),
      sign('provider_missing', 'fail', { provider: 'anthropic' }),
    ];
    story.runFor(2 * DAY_MS, HOUR_MS);
    story.extra = [];
    story.fleet = { main: expired(), work: fine() };
    story.run();
    expect(story.timedMessages()).toEqual([
      '+0h ops firing profile_expired@main',
      '+1h ops firing store_unreadable@main',
      '+25h ops reminder store_unreadable@main',
      '+48h ops recovered store_unreadable@main',
      '+48h ops reminder profile_expired@main',
    ]);
  });
});

describe('silences', () => {
  it('mute one agent until they end, and never a recovery that is due', () => {
    const story = new Story();
    story.fleet = { main: expired(), work: expired() };
    const until = STORY_START + HOUR_MS;
    const silence = { id: 's', gateway: null, provider: null, profileId: null, code: null };
    story.state = {
      ...story.state,
      silences: [{ ...silence, agent: 'work', comment: 'known', createdAt: STORY_START, until }],
    };
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expired@main']);
    story.fleet = { work: expired(), main: fine() };
    expect(story.run().suppressed).toMatchObject([{ reason: 'silenced' }]);
    story.now = until;
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expired@work']);
    expect(story.state.silences).toEqual([]);
  });
});

describe('routing', () => {
  it.each([
    ['by agent', { agents: ['work'] }, 'profile_expired@work'],
    ['by agent of a gateway', { agents: ['default/work'] }, 'profile_expired@work'],
    [
      'by provider, under any of its names',
      { providers: ['Anthropic '] },
      'profile_expired@main+work',
    ],
    ['by code', { codes: ['store_permissions'] }, 'store_permissions@main'],
  ])('%s tells a channel only that', (_, wishes, told) => {
    const story = new Story([listener('ops', wishes)]);
    story.fleet = { main: expired(), work: expired() };
    story.extra = [
      sign('store_permissions', 'notice', { facts: { path: '/x' }, provider: 'none' }),
    ];
    story.run();
    expect(story.messages()).toEqual([`ops firing ${told}`]);
  });

  it('lets through what concerns no agent and no provider in particular', () => {
    const story = new Story([listener('ops', { agents: ['work'], providers: ['openai'] })]);
    story.fleet = { main: fine() };
    story.extra = [sign('gateway_config_invalid', 'fail', { agent: null })];
    story.run();
    expect(story.messages()).toEqual(['ops firing gateway_config_invalid@-']);
  });

  it('sends the recovery only where the trouble was announced', () => {
    const story = new Story([
      listener('ops'),
      listener('phone', { minSeverity: 'fail' }),
      listener('chat', { recoveries: false }),
    ]);
    story.fleet = {
      main: { [PROFILE]: { credentialId: 'c1', expiresAt: STORY_START + 20 * HOUR_MS } },
    };
    story.run();
    story.fleet = { main: fine() };
    story.run();
    story.run();
    expect(story.messages()).toEqual([
      'ops firing profile_expiring@main',
      'chat firing profile_expiring@main',
      'ops recovered profile_expiring@main',
    ]);
    expect(story.state.incidents).toEqual([]);
  });
});

describe('a report that was filtered', () => {
  const rest = { 'openai:default': fine('o')[PROFILE] };

  it('recovers nothing that it did not judge', () => {
    const story = new Story();
    story.fleet = {
      main: expired(),
      work: { ...expired('c2'), 'openai:default': expired('o')[PROFILE] },
    };
    story.run();
    story.messages();
    story.fleet = { main: fine(), work: { ...fine(), 'openai:default': fine('o2')[PROFILE] } };
    story.run(fleetReport(story.fleet, story.now, [], (_, id) => id === 'openai:default'));
    expect(story.messages()).toEqual(['ops recovered profile_expired@work']);
    story.run();
    expect(story.messages()).toEqual(['ops recovered profile_expired@main, profile_expired@work']);
  });

  it.each([
    ['a whole report', true, null, []],
    ['a filtered report', false, () => true, []],
    ['a report with an unreadable store', false, null, ['store_unreadable']],
    ['a report with an invalid config', false, null, ['gateway_config_invalid']],
  ] as const)('%s is evidence that a name is gone: %s', (_, isEvidence, only, codes) => {
    const story = new Story();
    story.fleet = { main: { ...expired(), ...rest }, lab: { ...expired(), ...rest }, work: {} };
    story.run();
    story.messages();
    const fleet = { main: rest, work: {} };
    const extra = codes.map((code) => sign(code, 'fail', { agent: 'work' }));
    story.run(fleetReport(fleet, story.now, extra, only));
    const recovered = story.messages().filter((line) => line.startsWith('ops recovered'));
    expect(recovered).toEqual(isEvidence ? ['ops recovered profile_expired@lab+main'] : []);
  });

  it('without its gateway says nothing at all', () => {
    const story = new Story();
    story.fleet = { main: expired() };
    story.run();
    story.messages();
    const report = fleetReport({ main: fine() }, story.now);
    story.run({
      ...report,
      gateways: report.gateways.map((gateway) => ({ ...gateway, label: 'edge' })),
      agents: report.agents.map((agent) => ({ ...agent, gateway: 'edge' })),
    });
    expect(story.messages()).toEqual([]);
  });
});

describe('what a probe found', () => {
  const probe = (
    level: 'metadata' | 'inference',
    outcome: 'accepted' | 'inconclusive' | 'not_probed',
  ) => ({
    level,
    outcome,
    reason: null,
    confidence: 'certain' as const,
    checkedAt: '2026-03-02T12:00:00.000Z',
  });
  const stored = (answer: ReturnType<typeof probe> | null) => ({
    main: { [PROFILE]: { credentialId: 'c1', expiresAt: null, probe: answer } },
  });

  it.each([
    ['no probe', 'metadata', false, null],
    ['an inconclusive one', 'metadata', false, probe('metadata', 'inconclusive')],
    ['one that was not sent', 'metadata', false, probe('metadata', 'not_probed')],
    ['one as thorough', 'metadata', true, probe('metadata', 'accepted')],
    ['a more thorough one', 'metadata', true, probe('inference', 'accepted')],
    ['a less thorough one', 'inference', false, probe('metadata', 'accepted')],
    ['any run, OpenClaw itself having met it', 'passive', true, null],
  ] as const)('after %s, what was found by %s is over: %s', (_, level, isOver, answer) => {
    const story = new Story();
    story.fleet = stored(null);
    story.extra = [sign('claude_code_only', 'fail', { profileId: PROFILE, facts: { level } })];
    story.run();
    story.messages();
    story.extra = [];
    story.fleet = stored(answer);
    story.run();
    expect(story.messages()).toEqual(isOver ? ['ops recovered claude_code_only@main'] : []);
  });
});
