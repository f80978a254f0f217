// Decides how incidents are told to PagerDuty: one event each (Events API v2), under a key that lasts.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { allowInsecure, baseUrl, channelFields, secretSource } from '../config/option-types.ts';
import { chatText } from '../core/alerts/chat-text.ts';
import { MINUTE_MS } from '../core/duration.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import type {
  AlertSeverity,
  Delivery,
  DeliveryAttempt,
  IncidentView,
  Notification,
  Notifier,
} from '../core/alerts/notification.ts';
import { codePoints, cutToLength, utf8Bytes } from '../core/text-length.ts';
import type { OwnReason } from '../core/phrases/delivery-phrases.ts';
import { label } from '../core/terminal.ts';
import { deliverEach } from './each-incident.ts';
import { httpAddress, type HttpAddress } from './http-address.ts';
import { ATTEMPT_MS } from './http-delivery.ts';
import { below, JSON_TYPE } from './http-platform.ts';
import { type Answers, platformDelivery } from './http-reply.ts';
import { instanceOption, instanceOf } from './instance.ts';
import { configFault, type NotifierKind, type NotifierPorts } from './notifier.ts';

const SUMMARY_CHARACTERS = 1_024;
const TEXT_BYTES = 16_000;
const MOST_NAMES = 100;
/** PagerDuty takes 120 events a minute under one key. */
const MOST_EVENTS = 100;

const SEVERITY: Readonly<Record<AlertSeverity, string>> = {
  fail: 'critical',
  warn: 'warning',
  notice: 'info',
  info: 'info',
};

const schema = z.strictObject({
  type: z.literal('pagerduty'),
  ...channelFields,
  routingKey: secretSource.describe('Integration key of an "Events API v2" integration.'),
  instance: instanceOption,
  baseUrl: baseUrl
    .default('https://events.pagerduty.com')
    .describe('https://events.eu.pagerduty.com for accounts in the EU.'),
  allowInsecure,
});

// 202 alone says that an event was taken; an answer of another 2xx is somebody else's.
const answers: Answers = {
  accepts: ({ status }) => status === 202,
  explain: ({ status }) =>
    status === 400 ? { why: 'the event or the routing key is not valid' } : {},
};

/**
 * Triggers and resolves one PagerDuty alert per incident. A repetition under the same `dedup_key` opens
 * no second one, so whatever may not have arrived is sent again without harm.
 */
export const pagerduty: NotifierKind<typeof schema> = {
  type: 'pagerduty',
  schema,
  create(config, ports): Notifier {
    const where = `notifier ${config.name ?? config.type}`;
    const address = httpAddress(config.baseUrl, `${where}, baseUrl`, config, ports);
    const key = ports.secret(config.routingKey, `${where}, routingKey`);
    if (!/^[\x21-\x7e]{1,64}$/.test(key.reveal())) {
      throw configFault(`${where}, routingKey`, fault('expected', fault('integrationKey')));
    }
    return {
      name: config.name ?? config.type,
      type: config.type,
      tellsEach: true,
      async send(notification, attempt) {
        const post = poster(address, ports, attempt);
        const instance = instanceOf(config, notification);
        const event = (action: string, dedup: string) => ({
          routing_key: key.reveal(),
          event_action: action,
          dedup_key: `openclaw-auth-monitor/${instance}/${dedup}`,
        });
        const { kind } = notification;
        if (kind === 'test') {
          const taken = await post({
            ...event('trigger', notification.id),
            ...detailsOf(notification, instance),
          });
          // The test is over at once: nobody has to close it by hand.
          return taken.ok ? post(event('resolve', notification.id)) : taken;
        }
        if (kind === 'deadletter') {
          const { undelivered, lost } = notification;
          const other = lost ? `lost/${notification.id}` : 'breakdown';
          const matter = undelivered ? `deadletter/${label(undelivered.channel, 60)}` : other;
          return post({ ...event('trigger', matter), ...detailsOf(notification, instance) });
        }
        const action = kind === 'recovered' ? 'resolve' : 'trigger';
        let events = 0;
        return deliverEach(notification.incidents, attempt, async (incident) => {
          events += 1;
          if (events > MOST_EVENTS) return TOO_MANY;
          const told = only(notification, incident);
          return post({ ...event(action, incident.fingerprint), ...detailsOf(told, instance) });
        });
      },
    };
  },
};

const TOO_MANY: Delivery = {
  ok: false,
  fault: 'transient',
  detail: 'PagerDuty takes no more events in this minute' satisfies OwnReason,
  retryAfterMs: MINUTE_MS,
};

type Post = (event: object) => Promise<Delivery>;

function poster(
  address: HttpAddress,
  { http }: NotifierPorts,
  { now, signal }: DeliveryAttempt,
): Post {
  return async (event) => {
    const answer = await http({
      url: below(address, 'v2', 'enqueue'),
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(event),
      timeoutMs: ATTEMPT_MS,
      signal,
    });
    return platformDelivery(answer, answers, { origin: address.origin, now });
  };
}

function only(notification: Notification, incident: IncidentView): Notification {
  return { ...notification, severity: incident.severity, incidents: [incident], truncated: 0 };
}

function detailsOf(notification: Notification, instance: string): object {
  const { kind, severity, createdAt, incidents, monitor } = notification;
  const [incident] = incidents;
  const over = kind === 'recovered' || kind === 'test';
  return {
    client: `${monitor.name} ${monitor.version}`,
    payload: {
      summary: cutToLength(notificationSubject(notification), SUMMARY_CHARACTERS, codePoints),
      severity: over ? 'info' : SEVERITY[severity],
      source: instance,
      timestamp: createdAt,
      ...(incident && kind !== 'deadletter' && factsOf(incident)),
      custom_details: {
        kind,
        text: fitNotification(notification, chatText, (text) => utf8Bytes(text) <= TEXT_BYTES),
        ...(incident && kind !== 'deadletter' && namesOf(incident)),
      },
    },
  };
}

function factsOf({ provider, gateway, code }: IncidentView): object {
  return {
    component: provider === null ? undefined : label(provider, 120),
    group: label(gateway, 120),
    class: code,
  };
}

function namesOf({ agents, profiles, since, expiresAt, outageMs }: IncidentView): object {
  const few = (names: readonly string[]) =>
    names.slice(0, MOST_NAMES).map((name) => label(name, 120));
  return { agents: few(agents), profiles: few(profiles), since, expiresAt, outageMs };
}
