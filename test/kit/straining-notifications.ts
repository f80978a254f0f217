// Notifications that strain a channel: too many incidents, and texts of any kind.
import * as fc from 'fast-check';
import type { Notification } from '../../src/core/alerts/notification.ts';
import { incidentView, notification, NOTIFICATION_KINDS, notificationOf } from './notifications.ts';

/** Two hundred incidents in forty agents each; the worst is told by its own name. */
export const digest: Notification = notification({
  incidents: Array.from({ length: 200 }, (_, index) =>
    incidentView({
      fingerprint: `fp-${index}`,
      title: index === 0 ? 'the worst of all' : `anthropic:p${index} expired`,
      profiles: [`anthropic:p${index}`],
      agents: Array.from({ length: 40 }, (_unused, agent) => `agent-${agent}`),
      remedy: Array.from({ length: 40 }, (_unused, agent) => `openclaw fix --agent agent-${agent}`),
    }),
  ),
});

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2_000 }),
  fc.stringMatching(/^["\\\\\n<>&*_`😀]{0,300}$/u),
);

/** A message with any text at all in it. */
export const anyNotification = fc
  .record({
    kind: fc.constantFrom(...NOTIFICATION_KINDS),
    host: word,
    views: fc.array(
      fc
        .record({
          title: word,
          provider: word,
          agents: fc.array(word, { maxLength: 12 }),
          profiles: fc.array(word, { maxLength: 12 }),
          remedy: fc.array(word, { maxLength: 30 }),
        })
        .map((changes) => incidentView(changes)),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ kind, host, views }) => ({
    ...notificationOf(kind),
    incidents: kind === 'test' ? [] : views,
    monitor: { name: host, version: host, host },
  }));
