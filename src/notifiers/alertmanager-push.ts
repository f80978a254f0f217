// Decides how alerts get to one or several Alertmanagers, and what their answers come to.
import type { Http, HttpFailure, HttpRequest, HttpResponse } from '../core/http.ts';
import type {
  Delivery,
  DeliveryAttempt,
  DeliveryFailure,
  DeliveryFault,
} from '../core/alerts/notification.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';
import type { Secret } from '../core/secret.ts';
import { ALERT_NAME, ended, type Alert, type AlertTerms } from './alertmanager-alert.ts';
import type { HttpAddress } from './http-address.ts';
import { ATTEMPT_MS } from './http-delivery.ts';
import { below, JSON_TYPE } from './http-platform.ts';
import { member, platformDelivery, type Answers } from './http-reply.ts';

export interface AlertmanagerServer {
  readonly address: HttpAddress;
  readonly authorization: Secret | null;
}

interface Means {
  readonly http: Http;
  readonly attempt: DeliveryAttempt;
}

/** Of several failures the one with most hope left counts. */
const HOPE: readonly DeliveryFault[] = ['transient', 'ambiguous', 'auth', 'gone', 'permanent'];

/** An answer beyond 256 KiB is not read; an alert takes up to 5. */
const INCIDENTS_PER_PAGE = 40;

// It answers 200 and nothing; a page is from whoever stands in between.
const NOTHING: OwnReason = 'nothing was owed';

const answers: Answers = {
  accepts: ({ status, text }) => status === 200 && !/^\s*</.test(text),
};

/** Pushes to all servers side by side; one success is enough. */
export async function pushAlerts(
  servers: readonly AlertmanagerServer[],
  alerts: readonly Alert[],
  terms: AlertTerms,
  means: Means,
): Promise<Delivery> {
  if (alerts.length === 0) return { ok: true, detail: NOTHING };
  const deliveries = await Promise.all(
    servers.map((server) => pushTo(server, alerts, terms, means)),
  );
  const taken = deliveries.filter((delivery) => delivery.ok);
  const failed = deliveries.filter((delivery) => !delivery.ok);
  const details = [...taken, ...failed].flatMap(({ detail }) => detail ?? []).join('; ');
  const whole = taken.find(({ refused }) => refused === undefined) ?? taken[0];
  if (whole) return { ...whole, detail: details };
  const [first] = failed.sort((a, b) => HOPE.indexOf(a.fault) - HOPE.indexOf(b.fault));
  return { ...(first as DeliveryFailure), detail: details };
}

async function pushTo(
  server: AlertmanagerServer,
  alerts: readonly Alert[],
  terms: AlertTerms,
  means: Means,
): Promise<Delivery> {
  const outdated = await outdatedAt(server, alerts, terms, means);
  const all = [...alerts, ...outdated.map((alert) => ended(alert, terms))];
  const answer = await post(server, all, means);
  const place = { origin: server.address.origin, now: means.attempt.now };
  const delivery = platformDelivery(answer, answers, place);
  // A batch with one alert that it does not like is answered 400, though it keeps the others.
  return answer.ok && answer.status === 400 && all.length > 1
    ? oneByOne(server, all, means)
    : delivery;
}

async function oneByOne(
  server: AlertmanagerServer,
  alerts: readonly Alert[],
  means: Means,
): Promise<Delivery> {
  const place = { origin: server.address.origin, now: means.attempt.now };
  const refused: string[] = [];
  let taken = 0;
  for (const alert of alerts) {
    const delivery = platformDelivery(await post(server, [alert], means), answers, place);
    if (delivery.ok) taken += 1;
    else if (delivery.fault === 'permanent') refused.push(alert.labels['incident'] ?? 'alert');
    // The whole batch comes again: Alertmanager knows by the labels what it has.
    else return delivery;
  }
  const detail = deliverySentences.took(place.origin, String(taken), String(alerts.length));
  if (taken === 0) return { ok: false, fault: 'permanent', detail };
  return refused.length === 0 ? { ok: true, detail } : { ok: true, detail, refused };
}

/**
 * What the server still shows of these incidents under other labels, such as a milder severity. What it
 * does not let us read ends with its lease.
 */
async function outdatedAt(
  server: AlertmanagerServer,
  alerts: readonly Alert[],
  { instance }: AlertTerms,
  means: Means,
): Promise<readonly Alert[]> {
  const wanted = new Map(
    alerts.flatMap(({ labels }) => (labels['incident'] ? [[labels['incident'], labels]] : [])),
  );
  const incidents = [...wanted.keys()].filter((incident) => /^[\w-]+$/.test(incident));
  const found: Alert[] = [];
  for (let at = 0; at < incidents.length; at += INCIDENTS_PER_PAGE) {
    const query = new URLSearchParams([
      ['filter', `alertname=${JSON.stringify(ALERT_NAME)}`],
      ['filter', `instance=${JSON.stringify(instance)}`],
      ['filter', `incident=~"${incidents.slice(at, at + INCIDENTS_PER_PAGE).join('|')}"`],
    ]);
    const url = `${below(server.address, 'api', 'v2', 'alerts')}?${query.toString()}`;
    const answer = await ask(server, { url, method: 'GET', headers: {} }, means);
    if (!answer.ok || answer.status !== 200 || answer.overflow) break;
    found.push(...alertsIn(answer.body));
  }
  return found.filter(({ labels }) => {
    const own = wanted.get(labels['incident'] ?? '');
    return own !== undefined && !isSame(labels, own);
  });
}

function alertsIn(body: string): readonly Alert[] {
  let list: unknown;
  try {
    list = JSON.parse(body);
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((item) => {
    const labels = member(item, 'labels');
    const startsAt = member(item, 'startsAt');
    if (!isLabels(labels) || typeof startsAt !== 'string') return [];
    return Number.isNaN(Date.parse(startsAt)) ? [] : [{ labels, startsAt, endsAt: startsAt }];
  });
}

function isLabels(value: unknown): value is Alert['labels'] {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}

function isSame(a: Alert['labels'], b: Alert['labels']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

async function post(server: AlertmanagerServer, alerts: readonly Alert[], means: Means) {
  const url = below(server.address, 'api', 'v2', 'alerts');
  const body = JSON.stringify(alerts);
  return ask(server, { url, method: 'POST', headers: JSON_TYPE, body }, means);
}

async function ask(
  { authorization }: AlertmanagerServer,
  request: Omit<HttpRequest, 'timeoutMs' | 'signal'>,
  { http, attempt }: Means,
): Promise<HttpResponse | HttpFailure> {
  return http({
    ...request,
    headers: {
      ...request.headers,
      ...(authorization && { authorization: authorization.reveal() }),
    },
    timeoutMs: ATTEMPT_MS / 2,
    signal: attempt.signal,
  });
}
