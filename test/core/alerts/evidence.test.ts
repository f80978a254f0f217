import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/core/duration.ts';
import { notificationText } from '../../../src/core/alerts/notification-text.ts';
import type { ReportFinding } from '../../../src/core/report.ts';
import { fleetReport, sign, Story, STORY_START, type Fleet } from '../../kit/alert-story.ts';

const PROFILE = 'anthropic:default';
const stored = (credentialId: string, probe: Fleet[string][string]['probe'] = null) => ({
  [PROFILE]: { credentialId, expiresAt: null, probe },
});
const FLEET: Fleet = { main: stored('c1'), work: stored('c1') };
const accepted = {
  level: 'metadata',
  outcome: 'accepted',
  reason: null,
  confidence: 'certain',
  checkedAt: '2026-03-02T12:00:00.000Z',
} as const;

/** Runs once with the trouble and once with the report; true when it then is over. */
function isOver(trouble: ReportFinding, report: ReturnType<typeof fleetReport>): boolean {
  const story = new Story();
  story.run(fleetReport(FLEET, story.now, [trouble]));
  expect(story.messages()).toHaveLength(1);
  story.run(report);
  return story.messages().some((line) => line.startsWith('ops recovered'));
}

const whole = (fleet: Fleet = FLEET, extra: readonly ReportFinding[] = []) =>
  fleetReport(fleet, STORY_START, extra);
const filtered = (fleet: Fleet = FLEET) => fleetReport(fleet, STORY_START, [], () => true);

const store = sign('store_unreadable', 'fail', { facts: { path: '/x' } });
const ofGateway = sign('store_unreadable', 'fail', { agent: null, facts: { path: '/.env' } });
const missing = sign('provider_missing', 'fail', { provider: 'openai' });
const unmet = sign('profile_credential_missing', 'fail', { agent: null, profileId: 'x:y' });
const noAgent = sign('agent_not_found', 'fail', { agent: null, facts: { wanted: 'Ghost' } });
const config = sign('gateway_config_invalid', 'fail', { agent: null });
const modes = sign('store_permissions', 'notice', { facts: { path: '/x' } });
const reach = sign('probe_unreachable', 'notice', { agent: null, provider: 'anthropic' });
const cooling = sign('profile_cooldown', 'notice', { profileId: PROFILE });
const lab: Fleet = { work: stored('c1') };

describe('a run without the finding', () => {
  it.each([
    ['a store of an agent that is listed', true, store, filtered()],
    ['a store of an agent that a filter leaves out', false, store, filtered(lab)],
    ['a store of an agent that is gone', true, store, whole(lab)],
    ['a provider, whole', true, missing, whole()],
    ['a provider that a filter may leave out', false, missing, filtered()],
    [
      'a provider that has a profile now',
      true,
      missing,
      filtered({ main: { 'openai:x': { credentialId: 'o', expiresAt: null } } }),
    ],
    [
      'a provider while a file of the gateway cannot be read',
      false,
      missing,
      whole(FLEET, [ofGateway]),
    ],
    ['a config', true, config, filtered()],
    ['modes of a store', true, modes, filtered()],
    ['modes of a store that cannot be read', false, modes, whole(FLEET, [store])],
    ['an agent that is there now', true, noAgent, filtered({ ghost: {} })],
    ['an agent that another filter does not ask for', false, noAgent, filtered()],
    ['an agent that nobody asks for', true, noAgent, whole()],
    ['a profile that another filter does not ask for', false, unmet, filtered()],
    ['a profile that nobody asks for', true, unmet, whole()],
    ['a provider that was not asked', false, reach, whole()],
    ['a provider that answered', true, reach, whole({ main: stored('c1', accepted) })],
    ['a profile that is listed as usable', true, cooling, filtered()],
  ])('settles %s: %s', (_, expected, trouble, report) => {
    expect(isOver(trouble, report)).toBe(expected);
  });

  it('does not settle a profile that OpenClaw still sets aside', () => {
    const report = whole();
    const unusable = { kind: 'cooldown', reason: null, until: '2026-03-03T00:00:00.000Z' } as const;
    const agents = report.agents.map((agent) => ({
      ...agent,
      profiles: agent.profiles.map((profile) => ({ ...profile, unusable })),
    }));
    expect(isOver(cooling, { ...report, agents })).toBe(false);
  });

  it('does not settle an end that is where it was', () => {
    const end = { credentialId: 'c1', expiresAt: STORY_START + 5 * DAY_MS };
    const ahead = sign('profile_expiring', 'warn', {
      profileId: PROFILE,
      facts: { expiresAt: new Date(end.expiresAt).toISOString() },
    });
    const fleet = { main: { [PROFILE]: end } };
    const withoutNotice = { ...whole(fleet), findings: [] };
    expect(isOver(ahead, withoutNotice)).toBe(false);
  });
});

describe('a run by a clock that is known to be behind', () => {
  const behindMs = 90 * DAY_MS;
  const end = { credentialId: 'c1', expiresAt: STORY_START - DAY_MS };
  const clock = sign('clock_suspect', 'fail', { agent: null });

  it.each([
    ['the end that it puts ahead again', false, end],
    ['an end that was renewed', true, { ...end, expiresAt: STORY_START + 365 * DAY_MS }],
  ])('settles %s: %s', (_, expected, stored) => {
    const story = new Story();
    story.fleet = { main: { [PROFILE]: end } };
    story.run();
    story.now -= behindMs;
    story.run(fleetReport({ main: { [PROFILE]: stored } }, story.now, [clock]));
    const recovered = 'ops recovered profile_expired@main';
    expect(story.messages().includes(recovered)).toBe(expected);
  });
});

describe('what is still there and no longer counts', () => {
  const end = { credentialId: 'c1', expiresAt: STORY_START - DAY_MS };
  const facts = { expiresAt: new Date(end.expiresAt).toISOString() };
  const fleet: Fleet = { main: { [PROFILE]: end } };
  const report = (findings: readonly ReportFinding[], now: number) => {
    const { agents, ...rest } = fleetReport(fleet, now);
    const judged = agents.map((agent) => ({
      ...agent,
      profiles: agent.profiles.map((profile) => ({ ...profile, health: 'expired' as const })),
    }));
    return { ...rest, agents: judged, findings };
  };
  const subject = { profileId: PROFILE, facts };

  it.each([
    ['ignored', [sign('profile_expired', 'info', subject)]],
    ['used by no agent any more', [sign('profile_unused', 'info', subject)]],
    ['switched off', []],
  ] as const)('%s is taken back, and not called an outage that ended', (_, findings) => {
    const story = new Story();
    story.fleet = fleet;
    story.run();
    story.now += DAY_MS / 2;
    story.run(report(findings, story.now));
    expect(story.messages()).toEqual([
      'ops firing profile_expired@main',
      'ops recovered profile_expired@main',
    ]);
    const { notification } = story.inbox[1] ?? {};
    expect(notification?.incidents).toMatchObject([
      { outageMs: null, facts: { discounted: true } },
    ]);
    expect(notification && notificationText(notification)).toMatch(
      /^No longer counted: .*\n\nNo longer counted: /,
    );
    expect(story.state.incidents).toEqual([]);
    story.run();
    expect(story.messages()).toEqual(['ops firing profile_expired@main']);
  });
});
