// A house with a gateway, a webhook receiver and a mail sink: what one scheduled run after another tells.
import { onTestFinished } from 'vitest';
import { startSmtpSink, type SmtpSink } from '../../src/demo/smtp-sink.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../src/demo/webhook-receiver.ts';
import { gateway, house, token, type Ended, type House } from './built-cli.ts';

/** The first moment of every story. */
export const START = Date.parse('2026-11-21T09:00:00Z');

interface Incident {
  readonly code: string;
  readonly title: string;
  readonly agents: readonly string[];
  readonly profiles: readonly string[];
  readonly outageMs: number | null;
}

/** A webhook body, as far as these tests look at it. */
interface Told {
  readonly type: string;
  readonly data: { readonly verdict: string; readonly incidents: readonly Incident[] };
}

export interface AlertHouse extends House {
  readonly webhook: WebhookReceiver;
  readonly mail: SmtpSink;
  readonly config: string;
  /** Stores these profiles of agent main; values are what is left at START, ms. */
  store(profiles: Readonly<Record<string, number>>): string;
  /** Runs at START plus `afterMs`. */
  at(afterMs: number, args?: readonly string[]): Promise<Ended>;
  /** What the webhook was told since the last look. */
  told(): readonly Told[];
  /** Writes the config anew, with these keys on top. */
  configure(keys: object): void;
}

/** A house of one test, with servers that are gone when the test has ended. */
export async function alertHouse(): Promise<AlertHouse> {
  const home = house();
  const [webhook, mail] = await Promise.all([startWebhookReceiver(), startSmtpSink()]);
  onTestFinished(async () => {
    await Promise.all([webhook.close(), mail.close()]);
  });
  let seen = 0;
  const smtp = { host: mail.host, port: mail.port, tls: 'none' };
  const configure = (keys: object): string =>
    home.write('config.json5', {
      gateways: [{ stateDir: `${home.dir}/gateway` }],
      probe: { level: 'off' },
      state: { dir: home.state },
      notifiers: [
        { type: 'webhook', url: webhook.url },
        { type: 'email', from: 'monitor@example.org', to: ['ops@example.org'], smtp },
      ],
      ...keys,
    });
  const config = configure({});
  return {
    ...home,
    webhook,
    mail,
    config,
    configure: (keys) => void configure(keys),
    store(profiles) {
      const entries = Object.entries(profiles).map(([id, leftMs], index) => [
        id,
        token(leftMs, { now: START, secret: `sk-ant-oat01-${`FAKE${index}`.repeat(16)}` }),
      ]);
      return gateway(home, Object.fromEntries(entries));
    },
    at: async (afterMs, args = []) =>
      home.run(['run', '--config', config, '--now', iso(START + afterMs), ...args]),
    told() {
      const fresh = webhook.received.slice(seen).map(({ body }) => JSON.parse(body) as Told);
      seen = webhook.received.length;
      return fresh;
    },
  };
}

/** An ISO time in UTC. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What kinds of message these are. */
export function kinds(told: readonly { readonly type: string }[]): string[] {
  return told.map(({ type }) => type);
}
