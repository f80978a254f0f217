// Every kind of channel; a new one is a file and a line here. Loaded only when a config has notifiers.
import type * as z from 'zod';
import type { Delivery, Notifier } from '../core/notification.ts';
import { desktop } from './desktop.ts';
import { discord } from './discord.ts';
import { email } from './email.ts';
import { exec } from './exec.ts';
import { gotify } from './gotify.ts';
import { matrix } from './matrix.ts';
import type { NotifierKind, NotifierPorts } from './notifier.ts';
import { ntfy } from './ntfy.ts';
import { pushover } from './pushover.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { telegram } from './telegram.ts';
import { termux } from './termux.ts';
import { webhook } from './webhook.ts';

/** The channels by the `type` that the config names. */
export const notifierKinds = {
  email,
  webhook,
  exec,
  desktop,
  termux,
  ntfy,
  telegram,
  slack,
  discord,
  gotify,
  pushover,
  matrix,
  teams,
} satisfies Record<string, NotifierKind>;

/** One parsed entry of the config's `notifiers`. */
export type NotifierConfig = z.output<(typeof notifierKinds)[keyof typeof notifierKinds]['schema']>;

/**
 * Makes a channel ready to send; throws a MonitorError (78) for options that cannot be used. What it
 * throws later in spite of the contract counts as ambiguous: it may have got out.
 */
export function createNotifier(config: NotifierConfig, ports: NotifierPorts): Notifier {
  const kind: NotifierKind = notifierKinds[config.type];
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
    return { ok: false, fault: 'ambiguous', detail: `unexpected fault in the channel: ${what}` };
  }
}
