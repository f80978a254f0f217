// Decides what an incident is as a Prometheus alert: labels that never change, the rest as annotations.
import { chatText } from '../core/alerts/chat-text.ts';
import { HOUR_MS } from '../core/duration.ts';
import { fitNotification } from '../core/alerts/fit-notification.ts';
import { notificationSubject } from '../core/alerts/notification-subject.ts';
import type { AlertSeverity, IncidentView, Notification } from '../core/alerts/notification.ts';
import { label } from '../core/terminal.ts';
import { utf16Units } from '../core/text-length.ts';

/** An alert of Alertmanager's API v2; its labels are its identity. */
export interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What all alerts of a channel have in common. */
export interface AlertTerms {
  /** Which monitor, among all that push there. */
  readonly instance: string;
  readonly extra: Readonly<Record<string, string>>;
  /** Epoch ms. */
  readonly now: number;
  /** Without news an alert ends after that, ms. */
  readonly leaseMs: number;
}

/** The name of an incident's alert, whatever its stage. */
export const ALERT_NAME = 'OpenClawAuth';

const SEVERITY: Readonly<Record<AlertSeverity, string>> = {
  fail: 'critical',
  warn: 'warning',
  notice: 'info',
  info: 'info',
};

const TEXT_UNITS = 2_000;
const VALUE_COLUMNS = 120;

/** One incident: firing until the lease ends, or over now. */
export function incidentAlert(notification: Notification, terms: AlertTerms): Alert {
  const [incident] = notification.incidents;
  const alert = { ...commonAlert(notification, terms), labels: labelsOf(incident, terms) };
  return notification.kind === 'recovered' ? ended(alert, terms) : alert;
}

/** A test ends by itself in an hour, a dead letter in a day: nobody repeats them. */
export function noticeAlert(notification: Notification, terms: AlertTerms): Alert {
  const isTest = notification.kind === 'test';
  const fault = notification.lost ? 'MemoryLost' : 'MonitorFailed';
  const matter = notification.undelivered ? 'Undelivered' : fault;
  const labels = {
    ...terms.extra,
    alertname: `${ALERT_NAME}${isTest ? 'Test' : matter}`,
    instance: terms.instance,
    severity: isTest ? 'info' : notification.lost ? 'warning' : 'critical',
    ...(notification.undelivered && { channel: value(notification.undelivered.channel) }),
  };
  const leaseMs = (isTest ? 1 : 24) * HOUR_MS;
  return { ...commonAlert(notification, { ...terms, leaseMs }), labels };
}

/** The same alert, over at this moment. */
export function ended(alert: Alert, { now }: Pick<AlertTerms, 'now'>): Alert {
  // Alertmanager refuses an alert that ends before it starts.
  const startsAt = Math.min(Date.parse(alert.startsAt), now);
  return { ...alert, startsAt: time(startsAt), endsAt: time(now) };
}

function commonAlert(notification: Notification, { now, leaseMs }: AlertTerms): Alert {
  const { incidents, createdAt } = notification;
  const since = Date.parse(incidents[0]?.since ?? createdAt);
  return {
    labels: {},
    annotations: {
      summary: notificationSubject(notification),
      description: fitNotification(notification, chatText, (text) => utf16Units(text) < TEXT_UNITS),
      ...(incidents[0] && { code: incidents[0].code }),
    },
    startsAt: time(Math.min(since, now)),
    endsAt: time(now + leaseMs),
  };
}

/**
 * The severity is a label because routes go by it; an incident that gets worse is therefore a further
 * alert, and the milder one is ended. Everything else that changes is an annotation.
 */
function labelsOf(incident: IncidentView | undefined, { instance, extra }: AlertTerms) {
  return {
    ...extra,
    alertname: ALERT_NAME,
    instance,
    ...(incident && {
      severity: SEVERITY[incident.severity],
      gateway: value(incident.gateway),
      ...(incident.provider !== null && { provider: value(incident.provider) }),
      incident: incident.fingerprint,
    }),
  };
}

function value(text: string): string {
  return label(text, VALUE_COLUMNS);
}

function time(at: number): string {
  return new Date(at).toISOString();
}
