// Channels for tests of the delivery: each answers from a script and writes down what it was sent.
import type { Channel } from '../../src/core/alerts/alert-policy.ts';
import type {
  Delivery,
  DeliveryAttempt,
  Notification,
} from '../../src/core/alerts/notification.ts';

export interface ScriptedChannel extends Channel {
  readonly got: { readonly notification: Notification; readonly attempt: DeliveryAttempt }[];
}

/** Answers in turn; the last answer repeats. */
export function scriptedChannel(
  name: string,
  answers: readonly (Delivery | (() => Promise<Delivery>))[] = [{ ok: true }],
  wishes: Partial<Omit<Channel, 'notifier'>> = {},
): ScriptedChannel {
  const got: ScriptedChannel['got'][number][] = [];
  return {
    notifier: {
      name,
      type: 'scripted',
      async send(notification, attempt) {
        got.push({ notification, attempt });
        const answer = answers[Math.min(got.length, answers.length) - 1] ?? { ok: true };
        return typeof answer === 'function' ? answer() : answer;
      },
    },
    minSeverity: 'notice',
    reminders: true,
    recoveries: true,
    agents: [],
    providers: [],
    codes: [],
    configKey: `${name}-1`,
    ...wishes,
    got,
  };
}
