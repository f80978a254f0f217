import { describe, expect, test } from 'vitest';
import { defaultSeverity, type FindingCode } from '../../../src/core/finding.ts';
import { incidentPhrases } from '../../../src/core/phrases/incident-phrases.ts';
import { notificationSubject, threadKey } from '../../../src/core/alerts/notification-subject.ts';
import {
  describeNotification,
  notificationText,
} from '../../../src/core/alerts/notification-text.ts';
import {
  HOSTILE_NAME,
  hostileNotification,
  incidentView,
  NOTIFICATION_KINDS,
  notification,
  notificationOf,
} from '../../kit/notifications.ts';

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('the subject', () => {
  test('names what, which agents and where', () => {
    const incidents = [incidentView({ agents: ['main'] })];
    expect(notificationSubject(notification({ incidents }))).toBe(
      'Auth expired: anthropic:default (agent main) on host1',
    );
  });

  test.each([
    [{ agents: ['a', 'b'] }, 'Auth expired: anthropic:default (agents a, b) on host1'],
    [{ agents: ['a', 'b', 'c'] }, 'Auth expired: anthropic:default (3 agents) on host1'],
    [{ agents: ['a'], profiles: [] }, 'Auth expired: anthropic (agent a) on host1'],
    [{ agents: ['a'], profiles: [], provider: null }, 'Auth expired: agent a on host1'],
    [{ agents: [], profiles: [], provider: null }, 'Auth expired: gateway default on host1'],
    [
      { agents: ['a'], gateway: 'prod' },
      'Auth expired: anthropic:default (agent a, gateway prod) on host1',
    ],
    [
      { agents: ['a'], profiles: ['x:1', 'x:2', 'x:3'] },
      'Auth expired: 3 profiles (agent a) on host1',
    ],
  ])('of %j reads naturally', (changes, subject) => {
    expect(notificationSubject(notification({ incidents: [incidentView(changes)] }))).toBe(subject);
  });

  test('of a digest is led by the worst and counts the rest, left-out ones included', () => {
    const incidents = [
      incidentView({ agents: ['main'] }),
      incidentView({ code: 'credential_age' }),
    ];
    expect(notificationSubject(notification({ incidents, truncated: 2 }))).toBe(
      'Auth expired: anthropic:default (agent main) on host1 + 3 more',
    );
  });

  test.each(['escalated', 'reminder', 'recovered'] as const)(
    'of %s stays in the Gmail thread of the first message: only bracketed words differ',
    (kind) => {
      const without = notificationSubject(notificationOf(kind)).replace(/\[[^\]]*\]\s*/g, '');
      expect(without).toBe(notificationSubject(notificationOf('firing')));
    },
  );

  test.each(NOTIFICATION_KINDS)('of %s is one visible line even with hostile names', (kind) => {
    const subject = notificationSubject({ ...hostileNotification(), kind });
    expect(subject).not.toMatch(CONTROL);
    expect(subject.length).toBeLessThanOrEqual(200);
  });
});

describe('the thread key', () => {
  test('is the incident, the same from firing to recovery', () => {
    const kinds = ['firing', 'escalated', 'reminder', 'recovered'] as const;
    expect(new Set(kinds.map((kind) => threadKey(notificationOf(kind))))).toEqual(
      new Set(['fp-anthropic-default']),
    );
  });

  test.each(['test', 'deadletter'] as const)(
    'is absent for %s, which is about no incident',
    (kind) => {
      expect(threadKey(notificationOf(kind))).toBeNull();
    },
  );
});

describe('the text', () => {
  test('says what, who, since when, until when, what next, how to fix it and as of when', () => {
    const since = '2026-11-20T05:30:00.000Z';
    expect(notificationText(notification({ incidents: [incidentView({ since })] }))).toBe(
      `Failing: Auth expired on host1.

anthropic:default expired 3 h 20 min ago
  Agents:    main, work (gateway default)
  Profile:   anthropic:default
  Provider:  anthropic
  Since:     2026-11-20 05:30 UTC (1 d ago)
  Expired:   2026-11-21 02:10 UTC (3 h 20 min ago)
  Next:      ${incidentPhrases.profile_expired.next}
  Fix:
    claude setup-token
    openclaw models auth paste-token --provider anthropic

As observed at 2026-11-21 05:30 UTC by openclaw-auth-monitor 0.1.0 on host1.
`,
    );
  });

  test.each([
    [-1, 'Expired:   2026-11-21 02:10 UTC (0 s ago)'],
    [0, 'Expired:   2026-11-21 02:10 UTC (0 s ago)'],
    [1, 'Expires:   2026-11-21 02:10 UTC (in 0 s)'],
    [90_000_000, 'Expires:   2026-11-21 02:10 UTC (in 1 d 1 h)'],
    [null, 'Expires:   2026-11-21 02:10 UTC\n'],
  ])('with %s ms left gives the absolute end and the time left', (remainingMs, row) => {
    const incidents = [incidentView({ remainingMs })];
    expect(notificationText(notification({ incidents }))).toContain(row);
  });

  test.each([
    ['firing', 'Failing: Auth expired on host1.'],
    ['escalated', 'Failing, worse than before: Auth expired on host1.'],
    ['reminder', 'Failing, still open: Auth expired on host1.'],
    ['recovered', 'Recovered: "Auth expired" on host1 is over.'],
    ['deadletter', 'Undelivered: channel phone on host1 does not take its alerts.'],
    ['test', 'Test: this channel works. Sent on host1.'],
  ] as const)('of %s gives the state in its first line', (kind, lead) => {
    expect(notificationText(notificationOf(kind)).split('\n')[0]).toBe(lead);
  });

  test('of a recovery tells how long it lasted, and asks for nothing', () => {
    const text = notificationText(notificationOf('recovered'));
    expect(text).toContain('Lasted:    3 h 20 min');
    expect(text).toContain('Nothing to do.');
    expect(text).not.toContain('claude setup-token');
  });

  test('of a dead letter tells the channel, its error and since when', () => {
    const text = notificationText(notificationOf('deadletter'));
    expect(text).toContain('Since 2026-11-21 05:30 UTC: the login was refused');
    expect(text).toContain('anthropic:default expired');
  });

  test('of a digest says of each incident how bad it is, and counts what it leaves out', () => {
    const incidents = Array.from({ length: 25 }, () => incidentView({ severity: 'warn' }));
    const { incidents: told, more } = describeNotification(
      notification({ incidents, truncated: 3 }),
    );
    expect(told).toHaveLength(20);
    expect(told[0]?.title).toBe('Warning: anthropic:default expired 3 h 20 min ago');
    expect(more).toMatch(/^\+ 8 more/);
  });

  test('names ten agents and counts the rest', () => {
    const agents = Array.from({ length: 40 }, (_, index) => `a${index}`);
    expect(notificationText(notification({ incidents: [incidentView({ agents })] }))).toContain(
      'a9 + 30 more',
    );
  });

  test('keeps hostile names visible, on their line and short', () => {
    const text = notificationText(hostileNotification());
    expect(text.replaceAll('\n', '')).not.toMatch(CONTROL);
    expect(text).not.toContain(HOSTILE_NAME);
    expect(text).not.toMatch(/^\s*Bcc:/m);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(700);
  });

  test.each(Object.keys(defaultSeverity) as FindingCode[])(
    'of %s has a headline and an outlook',
    (code) => {
      const { lead, incidents } = describeNotification(
        notification({ incidents: [incidentView({ code })] }),
      );
      expect(lead).toContain(incidentPhrases[code].headline);
      expect(incidents[0]?.rows.at(-1)).toEqual({
        label: 'Next',
        text: incidentPhrases[code].next,
      });
      expect(incidentPhrases[code].next).toMatch(/^[A-Z].*\.$/);
      expect(incidentPhrases[code].headline).not.toMatch(/[[\]]/);
    },
  );
});
