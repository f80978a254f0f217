// Notifications as the alert side makes them; all made at `CREATED_AT`.
import type {
  IncidentView,
  Notification,
  NotificationKind,
} from '../../src/core/alerts/notification.ts';

const CREATED_AT = '2026-11-21T05:30:00.000Z';

export const NOTIFICATION_KINDS: readonly NotificationKind[] = [
  'firing',
  'escalated',
  'reminder',
  'recovered',
  'deadletter',
  'test',
];

/** An expired token of two agents. */
export function incidentView(changes: Partial<IncidentView> = {}): IncidentView {
  return {
    fingerprint: 'fp-anthropic-default',
    code: 'profile_expired',
    severity: 'fail',
    title: 'anthropic:default expired 3 h 20 min ago',
    gateway: 'default',
    agents: ['main', 'work'],
    provider: 'anthropic',
    profiles: ['anthropic:default'],
    since: '2026-11-21T02:10:00.000Z',
    expiresAt: '2026-11-21T02:10:00.000Z',
    remainingMs: -12_000_000,
    outageMs: null,
    facts: { expiresAt: '2026-11-21T02:10:00.000Z', type: 'token' },
    remedy: ['claude setup-token', 'openclaw models auth paste-token --provider anthropic'],
    ...changes,
  };
}

export function notification(changes: Partial<Notification> = {}): Notification {
  return {
    id: 'k5xq2mfw3jz7n4aabbccddeeff',
    kind: 'firing',
    createdAt: CREATED_AT,
    severity: 'fail',
    verdict: 'failing',
    incidents: [incidentView()],
    truncated: 0,
    monitor: { name: 'openclaw-auth-monitor', version: '0.1.0', host: 'host1' },
    ...changes,
  };
}

/** A notification of a kind with what belongs to it. */
export function notificationOf(kind: NotificationKind): Notification {
  switch (kind) {
    case 'test':
      return notification({ kind, severity: 'info', incidents: [] });
    case 'recovered':
      return notification({ kind, incidents: [incidentView({ outageMs: 12_000_000 })] });
    case 'deadletter':
      return notification({
        kind,
        undelivered: { channel: 'phone', error: 'the login was refused', since: CREATED_AT },
      });
    default:
      return notification({ kind });
  }
}

/** Names that try to break out of headers, HTML, terminals and length limits. */
export const HOSTILE_NAME = [
  'evil\r\nBcc: thief@example.net',
  '\r\n\r\n<script>alert(1)</script>"\'&',
  '\u001B[31mred\u0007\u0000',
  '\u202Egnp.exe\u2066',
  '\uD800',
  'x'.repeat(10_000),
].join('');

/** Every text that a store or a provider can set is hostile. */
export function hostileNotification(): Notification {
  const hostile = incidentView({
    title: HOSTILE_NAME,
    gateway: HOSTILE_NAME,
    agents: [HOSTILE_NAME],
    provider: HOSTILE_NAME,
    profiles: [HOSTILE_NAME],
    facts: { message: HOSTILE_NAME },
    remedy: [HOSTILE_NAME],
  });
  return notification({
    incidents: [hostile],
    monitor: { name: 'openclaw-auth-monitor', version: '0.1.0', host: HOSTILE_NAME },
  });
}
