// Decides how incidents are pushed to Alertmanager (API v2): all that go on in each run, on a lease.
import * as z from 'zod';
import { fault } from '../core/fault.ts';
import { asMessage, expecting } from '../core/fault-text.ts';
import { allowInsecure, channelFields, durationMs, secretSource } from '../config/option-types.ts';
import { HOUR_MS } from '../core/duration.ts';
import type {
  Delivery,
  DeliveryAttempt,
  Notification,
  Notifier,
  Standing,
} from '../core/alerts/notification.ts';
import { incidentAlert, noticeAlert, type Alert, type AlertTerms } from './alertmanager-alert.ts';
import { pushAlerts, type AlertmanagerServer } from './alertmanager-push.ts';
import { httpAddress } from './http-address.ts';
import { headerSecret } from './http-platform.ts';
import { instanceOption, instanceOf } from './instance.ts';
import type { NotifierKind } from './notifier.ts';

/** Four times the usual half hour between runs, as Prometheus does with its own interval. */
const LEASE_MS = 2 * HOUR_MS;

const OWN_LABELS = /^(?:alertname|instance|severity|gateway|provider|incident|channel)$/;

const schema = z.strictObject({
  type: z.literal('alertmanager'),
  ...channelFields,
  url: z
    .union([secretSource, z.array(secretSource).min(1).max(10)])
    .describe('Base URL, or those of all members of a cluster; a login may be in it.'),
  bearer: secretSource.optional().describe('Sent as Authorization: Bearer.'),
  labels: z
    .record(
      z
        .string()
        .regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/, expecting('label'))
        .refine((name) => !OWN_LABELS.test(name), asMessage(fault('ownLabel'))),
      z.string().min(1).max(200),
    )
    .default({})
    .describe('Further labels of every alert.'),
  instance: instanceOption,
  lease: durationMs
    .refine((ms) => ms >= 60_000, expecting('aMinute'))
    .optional()
    .meta({
      description: 'An alert that is not renewed ends after that. More than the time between runs.',
      default: '2h',
    }),
  allowInsecure,
});

/**
 * Pushes each incident as an alert, to every server named; one that takes it is enough, as members of a
 * cluster tell each other. Alerts are renewed in each run, because Alertmanager resolves what is not.
 */
export const alertmanager: NotifierKind<typeof schema> = {
  type: 'alertmanager',
  schema,
  create(config, ports): Notifier {
    const where = `notifier ${config.name ?? config.type}`;
    const bearer =
      config.bearer === undefined
        ? null
        : headerSecret(config.bearer, `${where}, bearer`, ports, 'Bearer ');
    const servers = [config.url].flat().map((source, index): AlertmanagerServer => {
      const address = httpAddress(source, `${where}, url ${index + 1}`, config, ports);
      return { address, authorization: bearer ?? address.authorization };
    });
    const termsOf = (message: Pick<Notification, 'monitor'>, { now }: DeliveryAttempt) => ({
      instance: instanceOf(config, message),
      extra: config.labels,
      now,
      leaseMs: config.lease ?? LEASE_MS,
    });
    const push = async (
      alerts: readonly Alert[],
      terms: AlertTerms,
      attempt: DeliveryAttempt,
    ): Promise<Delivery> => pushAlerts(servers, alerts, terms, { http: ports.http, attempt });
    return {
      name: config.name ?? config.type,
      type: config.type,
      tellsEach: true,
      async send(notification, attempt) {
        const terms = termsOf(notification, attempt);
        return push(alertsOf(notification, attempt, terms), terms, attempt);
      },
      async renew(standing, attempt) {
        const terms = termsOf(standing, attempt);
        return push(alertsOf(renewal(standing, attempt), attempt, terms), terms, attempt);
      },
    };
  },
};

function alertsOf(
  notification: Notification,
  { recipients }: DeliveryAttempt,
  terms: AlertTerms,
): readonly Alert[] {
  const { kind, incidents } = notification;
  if (kind === 'test' || kind === 'deadletter') return [noticeAlert(notification, terms)];
  return incidents
    .filter(({ fingerprint }) => recipients?.includes(fingerprint) ?? true)
    .map((incident) => {
      const alone = { severity: incident.severity, incidents: [incident], truncated: 0 };
      return incidentAlert({ ...notification, ...alone }, terms);
    });
}

/** What goes on, in the form of a message. */
function renewal({ incidents, monitor, speech }: Standing, { now }: DeliveryAttempt): Notification {
  return {
    id: 'renewal',
    kind: 'firing',
    createdAt: new Date(now).toISOString(),
    severity: incidents[0]?.severity ?? 'info',
    verdict: 'failing',
    incidents,
    truncated: 0,
    monitor,
    ...(speech && { speech }),
  };
}
