import { describe, expect, test } from 'vitest';
import { remarkPhrases } from '../../src/core/phrases/remark-phrases.ts';
import { DEFAULT_ALERT_POLICY, type Channel } from '../../src/core/alerts/alert-policy.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import type { Delivery, Standing } from '../../src/core/alerts/notification.ts';
import type { Report } from '../../src/core/report.ts';
import { readAlertState, runAlerts } from '../../src/state/index.ts';
import { standingOf } from '../../src/core/alerts/standing.ts';
import { fleetReport, LETTERHEAD, STORY_START } from '../kit/alert-story.ts';
import { scriptedChannel } from '../kit/channels.ts';
import { tempDir } from '../kit/temp-dir.ts';

const dying = {
  main: { 'anthropic:default': { credentialId: 'c', expiresAt: STORY_START + 5 * HOUR_MS } },
};
const renewed = {
  main: { 'anthropic:default': { credentialId: 'd', expiresAt: STORY_START + 99 * DAY_MS } },
};

/** A channel to a receiver that forgets, and the runs of one install. */
function install(answers: readonly Delivery[] = [{ ok: true }], renewals: Delivery[] = []) {
  const dir = tempDir();
  const reminded: Standing[] = [];
  const scripted = scriptedChannel('am', answers);
  const channel: Channel = {
    ...scripted,
    notifier: {
      ...scripted.notifier,
      renew: async (standing) => {
        reminded.push(standing);
        return renewals.shift() ?? { ok: true };
      },
    },
  };
  const others: Channel[] = [];
  const lines: string[] = [];
  return {
    got: scripted.got,
    reminded,
    lines,
    others,
    state: () => readAlertState(dir).state,
    at: async (afterMs: number, report?: Report, policy = DEFAULT_ALERT_POLICY) => {
      const now = STORY_START + afterMs;
      reminded.length = 0;
      return runAlerts({
        report: report ?? fleetReport(dying, now),
        now,
        channels: [channel, ...others],
        policy,
        stateDir: dir,
        monitor: LETTERHEAD.monitor,
        signal: new AbortController().signal,
        log: (remark) => lines.push(remark(remarkPhrases)),
      });
    },
  };
}

/** What the channel was reminded of: code and severity. */
const standing = (reminded: readonly Standing[]) =>
  reminded.map(({ incidents }) => incidents.map(({ code, severity }) => [code, severity]));

describe('a channel that has to be reminded', () => {
  test('is told once, then reminded in each run, until it is over', async () => {
    const { at, got, reminded } = install();
    await at(0);
    expect([got.length, reminded.length]).toEqual([1, 0]);
    await at(HOUR_MS / 2);
    expect(got).toHaveLength(1);
    expect(standing(reminded)).toEqual([[['profile_expiring', 'warn']]]);
    expect(reminded[0]?.monitor).toEqual(LETTERHEAD.monitor);
    await at(6 * HOUR_MS);
    expect(got.at(-1)?.notification.kind).toBe('escalated');
    expect(reminded).toEqual([]);
    await at(7 * HOUR_MS);
    expect(standing(reminded)).toEqual([[['profile_expired', 'fail']]]);
    const late = STORY_START + 8 * HOUR_MS;
    await at(8 * HOUR_MS, fleetReport(renewed, late));
    expect(got.at(-1)?.notification.kind).toBe('recovered');
    expect(reminded).toEqual([]);
  });

  test('is not told by that way what it was not told', async () => {
    const { at, got, reminded } = install([{ ok: false, fault: 'ambiguous', detail: 'no' }]);
    await at(0);
    await at(1);
    expect(got.length).toBeGreaterThan(0);
    expect(standing(reminded)).toEqual([[['profile_expiring', 'warn']]]);
    const refusing = install([{ ok: false, fault: 'auth', detail: 'no' }]);
    await refusing.at(0);
    await refusing.at(HOUR_MS);
    expect(refusing.reminded).toEqual([]);
  });

  test.each([
    ['fail', 'warn'],
    ['warn', 'warn'],
    ['notice', 'notice'],
  ] as const)('is reminded of what is now %s and was told as warn as %s', async (now, told) => {
    const { at, state } = install();
    await at(0);
    const past = state();
    const incidents = past.incidents.map((incident) => ({ ...incident, severity: now }));
    const [view] = standingOf({ ...past, incidents }, 'am', STORY_START + HOUR_MS);
    expect(view?.severity).toBe(told);
    expect(standingOf(past, 'constructor', STORY_START)).toEqual([]);
  });

  test('that cannot be reminded says so, and the others are told after an hour', async () => {
    const down = { ok: false, fault: 'transient', detail: 'refused' } as const;
    const { at, lines, others, state } = install([{ ok: true }], [down, down, down]);
    const mail = scriptedChannel('mail');
    others.push(mail);
    await at(0);
    await at(10);
    expect(lines.at(-1)).toBe('am: renewal (1) not delivered, transient: refused');
    expect(state().channels['am']?.trouble).toMatchObject({ fault: 'transient' });
    await at(HOUR_MS + 20);
    expect(mail.got.map(({ notification }) => notification.kind)).toContain('deadletter');
    await at(HOUR_MS + 30);
    await at(HOUR_MS + 40);
    expect(state().channels['am']?.trouble).toBeNull();
  });
});
