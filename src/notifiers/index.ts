// Every kind of channel; a new one is a file and a line here.
import type * as z from 'zod';
import type { Delivery, Notifier } from '../core/alerts/notification.ts';
import { deliverySentences } from '../core/phrases/delivery-phrases.ts';
import type { NotifierKind, NotifierPorts } from './notifier.ts';

/** The channels by the `type` that the config names. A run loads the ones that its config has, and no other. */
const kinds = {
  email: async () => (await import('./email.ts')).email,
  webhook: async () => (await import('./webhook.ts')).webhook,
  pagerduty: async () => (await import('./pagerduty.ts')).pagerduty,
  alertmanager: async () => (await import('./alertmanager.ts')).alertmanager,
  apprise: async () => (await import('./apprise.ts')).apprise,
  exec: async () => (await import('./exec.ts')).exec,
  desktop: async () => (await import('./desktop.ts')).desktop,
  termux: async () => (await import('./termux.ts')).termux,
  ntfy: async () => (await import('./ntfy.ts')).ntfy,
  telegram: async () => (await import('./telegram.ts')).telegram,
  slack: async () => (await import('./slack.ts')).slack,
  discord: async () => (await import('./discord.ts')).discord,
  gotify: async () => (await import('./gotify.ts')).gotify,
  pushover: async () => (await import('./pushover.ts')).pushover,
  matrix: async () => (await import('./matrix.ts')).matrix,
  teams: async () => (await import('./teams.ts')).teams,
} satisfies Record<string, () => Promise<NotifierKind>>;

export type NotifierType = keyof typeof kinds;

/** Every `type` of a channel. */
export const notifierTypes = Object.keys(kinds) as readonly NotifierType[];

/** Loads a kind of channel. */
export async function loadNotifierKind(type: NotifierType): Promise<NotifierKind> {
  return kinds[type]();
}

/**
 * The schemas for the channels of a config, given the `type` of each as it stands there. One that does
 * not exist brings all of them, so that the fault can say which there are.
 */
export async function notifierSchemas(types: readonly unknown[]): Promise<readonly z.ZodObject[]> {
  const isKnown = types.every((type) => notifierTypes.some((known) => known === type));
  const named = notifierTypes.filter((type) => !isKnown || types.includes(type));
  return Promise.all(named.map(async (type) => (await loadNotifierKind(type)).schema));
}

/**
 * Makes a channel ready to send; throws a MonitorError (78) for options that cannot be used. What it
 * throws later in spite of the contract counts as ambiguous: it may have got out.
 */
export function createNotifier<Schema extends z.ZodObject>(
  kind: NotifierKind<Schema>,
  config: z.output<Schema>,
  ports: NotifierPorts,
): Notifier {
  const notifier = kind.create(config, ports);
  return {
    name: notifier.name,
    type: notifier.type,
    send: async (...args) => guarded(async () => notifier.send(...args)),
    ...(notifier.renew && {
      renew: async (...args) => guarded(async () => notifier.renew?.(...args) ?? { ok: true }),
    }),
  };
}

async function guarded(deliver: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await deliver();
  } catch (error) {
    const what = error instanceof Error ? error.name : typeof error;
    return { ok: false, fault: 'ambiguous', detail: deliverySentences.unexpected(what) };
  }
}
