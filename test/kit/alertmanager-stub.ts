// An Alertmanager as far as a channel sees it (API v2): keeps alerts by their labels, refuses as it does.
import { startWebhookReceiver, type WebhookReceiver } from '../../src/demo/webhook-receiver.ts';

interface StubAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface AlertmanagerStub {
  readonly url: string;
  readonly receiver: WebhookReceiver;
  /** Every alert of every POST, in order. */
  posted(): readonly StubAlert[];
  /** What is firing at a time (epoch ms), by its severity. */
  firing(now: number): readonly StubAlert[];
  /** Alerts that it does not like, from now on. */
  refuse(isBad: (alert: StubAlert) => boolean): void;
  close(): Promise<void>;
}

const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

export async function alertmanagerStub(
  authorization: string | null = null,
): Promise<AlertmanagerStub> {
  const receiver = await startWebhookReceiver();
  const alerts = new Map<string, StubAlert>();
  let isBad = (_alert: StubAlert) => false;
  const isValid = (alert: StubAlert) =>
    !isBad(alert) &&
    Object.keys(alert.labels).every((name) => LABEL.test(name)) &&
    Date.parse(alert.startsAt) <= Date.parse(alert.endsAt);
  receiver.respond(({ method, path, headers, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://stub');
    if (authorization !== null && headers.authorization !== authorization) return { status: 401 };
    if (pathname !== '/am/api/v2/alerts') return { status: 404 };
    if (method === 'GET') {
      const matchers = searchParams.getAll('filter').map(matcher);
      const found = [...alerts.values()].filter((alert) =>
        matchers.every((matches) => matches(alert)),
      );
      return { status: 200, body: JSON.stringify(found) };
    }
    const batch = JSON.parse(body) as readonly StubAlert[];
    for (const alert of batch.filter(isValid)) {
      alerts.set(JSON.stringify(alert.labels, Object.keys(alert.labels).toSorted()), alert);
    }
    return { status: batch.every(isValid) ? 200 : 400 };
  });
  return {
    url: `${receiver.url}am`,
    receiver,
    posted: () =>
      receiver.received
        .filter(({ method }) => method === 'POST')
        .flatMap(({ body }) => JSON.parse(body) as readonly StubAlert[]),
    firing: (now) => [...alerts.values()].filter(({ endsAt }) => Date.parse(endsAt) > now),
    refuse(next) {
      isBad = next;
    },
    close: async () => receiver.close(),
  };
}

/** `name="value"` or `name=~"pattern"`, as Alertmanager reads them. */
function matcher(filter: string): (alert: StubAlert) => boolean {
  const [, name = '', sign, quoted = '""'] = /^(\w+)(=~?)(".*")$/.exec(filter) ?? [];
  const text = JSON.parse(quoted) as string;
  const pattern = new RegExp(`^(?:${text})$`);
  return ({ labels }) => (sign === '=~' ? pattern.test(labels[name] ?? '') : labels[name] === text);
}
