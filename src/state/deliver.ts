// Sends what is due: channels side by side, each in order, every answer taken down at once.
import { acknowledge, acknowledgeRenewal } from '../core/alerts/acknowledge.ts';
import type { AlertPolicy, Channel } from '../core/alerts/alert-policy.ts';
import { enqueueDeadLetters } from '../core/alerts/dead-letters.ts';
import { SECOND_MS } from '../core/duration.ts';
import type { AlertState, OutboxEntry } from '../core/alerts/incident.ts';
import type { Delivery, DeliveryAttempt, Notifier } from '../core/alerts/notification.ts';
import { comeHome, dueEntries, sendOff, type Letterhead } from '../core/alerts/outbox.ts';
import { standingOf } from '../core/alerts/standing.ts';
import { deliverySentences, type OwnReason } from '../core/phrases/delivery-phrases.ts';

/** Upper ends of the random waits between the tries of one run. */
const QUICK_RETRY_MS: readonly number[] = [SECOND_MS, 4 * SECOND_MS];

/** A receiver's wish up to this is waited for within the run. */
const SHORT_WAIT_MS = 5 * SECOND_MS;

/** Channels end by their own deadlines of 15 s; this one is for those that do not. */
const TRY_MS = 20 * SECOND_MS;

/** Time for all deliveries of a run, ms. */
export const BUDGET_MS = 60_000;

export interface DeliveryOptions {
  /** Ends the deliveries; what is left stays owed. */
  readonly signal: AbortSignal;
  /** Time for all deliveries of this run, ms. */
  readonly budgetMs: number;
  readonly policy: AlertPolicy;
  readonly letterhead: Letterhead;
  /** Makes a state last; called after the answers of a moment. It must not throw. */
  readonly save: (state: AlertState) => void;
  /** 0 to 1, for the jitter. */
  readonly random?: () => number;
}

/** What became of one message. */
export interface Sent {
  readonly entry: OutboxEntry;
  readonly delivery: Delivery;
}

/** How a channel was reminded of what it knows. */
export interface Renewal {
  readonly channel: string;
  readonly incidents: number;
  readonly delivery: Delivery;
}

export interface DeliveryOutcome {
  readonly state: AlertState;
  readonly sent: readonly Sent[];
  readonly renewals: readonly Renewal[];
}

/**
 * Delivers every due message once (with quick retries), reminds the receivers that forget, and then
 * delivers the dead letters that this gives rise to. A slow or broken channel takes nothing from the others. Never rejects.
 */
export async function deliverDue(
  state: AlertState,
  channels: readonly Channel[],
  now: number,
  options: DeliveryOptions,
): Promise<DeliveryOutcome> {
  const budget = new AbortController();
  const timer = setTimeout(() => budget.abort(), options.budgetMs);
  const signal = AbortSignal.any([options.signal, budget.signal]);
  const desk: Desk = {
    state,
    now,
    sent: [],
    renewals: [],
    tired: new Set(),
    saving: null,
    options,
    signal,
  };
  try {
    await Promise.all(
      channels.map(async ({ notifier }) => {
        await deliverChannel(desk, notifier);
        await renewChannel(desk, notifier);
      }),
    );
    desk.state = sendOff(
      enqueueDeadLetters(desk.state, now, options.letterhead),
      now,
      options.policy,
    );
    await saveSoon(desk);
    await Promise.all(channels.map(({ notifier }) => deliverChannel(desk, notifier)));
    desk.state = comeHome(desk.state);
    await saveSoon(desk);
  } finally {
    clearTimeout(timer);
  }
  return { state: desk.state, sent: desk.sent, renewals: desk.renewals };
}

interface Desk {
  state: AlertState;
  readonly now: number;
  readonly sent: Sent[];
  readonly renewals: Renewal[];
  /** Channels that failed in this run: they get one try per further message. */
  readonly tired: Set<string>;
  /** The commit that is about to be. */
  saving: Promise<void> | null;
  readonly options: DeliveryOptions;
  readonly signal: AbortSignal;
}

async function deliverChannel(desk: Desk, notifier: Notifier): Promise<void> {
  const { now, options } = desk;
  const tried = new Set<string>();
  for (;;) {
    // Asked again each time: an answer may have held or paused the whole channel.
    const due = dueEntries(desk.state, notifier.name, now, options.policy);
    const entry = due.find(({ id }) => !tried.has(id));
    if (!entry || desk.signal.aborted) return;
    tried.add(entry.id);
    const delivery = await deliverEntry(desk, notifier, entry);
    if (!delivery.ok) desk.tired.add(notifier.name);
    desk.state = acknowledge(desk.state, entry.id, delivery, now);
    desk.sent.push({ entry, delivery });
    await saveSoon(desk);
  }
}

/** What the channel was sent a moment ago needs no repetition. */
async function renewChannel(desk: Desk, notifier: Notifier): Promise<void> {
  const { name } = notifier;
  const log = desk.state.channels[name];
  if (!notifier.renew || !log || log.pausedConfigKey !== null || desk.signal.aborted) return;
  if ((log.heldUntil ?? 0) > desk.now) return;
  const fresh = new Set(
    desk.sent
      .filter(({ entry, delivery }) => entry.channel === name && delivery.ok)
      .flatMap(({ entry }) => entry.notification.incidents.map(({ fingerprint }) => fingerprint)),
  );
  const standing = standingOf(desk.state, name, desk.now);
  const incidents = standing.filter(({ fingerprint }) => !fresh.has(fingerprint));
  if (incidents.length === 0) return;
  const { monitor } = desk.options.letterhead;
  const delivery = await bounded(desk, async (attempt) => {
    return notifier.renew?.({ incidents, monitor }, attempt) ?? { ok: true };
  });
  desk.state = acknowledgeRenewal(desk.state, name, delivery, desk.now);
  desk.renewals.push({ channel: name, incidents: incidents.length, delivery });
  await saveSoon(desk);
}

/** Answers that come together are committed together: a state of thousands of incidents takes its time. */
async function saveSoon(desk: Desk): Promise<void> {
  desk.saving ??= new Promise((resolve) => {
    setImmediate(() => {
      desk.saving = null;
      desk.options.save(desk.state);
      resolve();
    });
  });
  return desk.saving;
}

async function deliverEntry(desk: Desk, notifier: Notifier, entry: OutboxEntry): Promise<Delivery> {
  const waits = desk.tired.has(notifier.name) ? [] : QUICK_RETRY_MS;
  const { random = Math.random } = desk.options;
  let recipients = entry.recipients;
  let delivery = await tryOnce(desk, notifier, entry, recipients);
  for (const waitMs of waits) {
    if (delivery.ok || delivery.fault !== 'transient' || desk.signal.aborted) break;
    const { retryAfterMs = 0, pending = [] } = delivery;
    if (retryAfterMs > SHORT_WAIT_MS) break;
    await pause(Math.max(retryAfterMs, random() * waitMs), desk.signal);
    if (desk.signal.aborted) break;
    if (pending.length > 0) recipients = pending;
    delivery = withRefused(delivery, await tryOnce(desk, notifier, entry, recipients));
  }
  return delivery;
}

async function tryOnce(
  desk: Desk,
  notifier: Notifier,
  { notification }: OutboxEntry,
  recipients: readonly string[] | null,
): Promise<Delivery> {
  return bounded(desk, async (attempt) =>
    notifier.send(notification, recipients === null ? attempt : { ...attempt, recipients }),
  );
}

/** One call that ends in time and never throws, whatever the channel does. */
async function bounded(
  { now, signal }: Desk,
  call: (attempt: DeliveryAttempt) => Promise<Delivery>,
): Promise<Delivery> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), TRY_MS);
  const ended = AbortSignal.any([signal, deadline.signal]);
  try {
    return await Promise.race([call({ now, signal: ended }), outlasted(ended)]);
  } catch (error) {
    // The text of a foreign error may hold the channel's URL; its name does not.
    const name = error instanceof Error ? error.name : 'unknown';
    return { ok: false, fault: 'transient', detail: deliverySentences.broken(name) };
  } finally {
    clearTimeout(timer);
  }
}

const LATE: OwnReason = 'no answer in time';

/** A channel that does not end with its signal is left behind a moment later. */
async function outlasted(signal: AbortSignal): Promise<Delivery> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await new Promise((resolve) => {
    setTimeout(resolve, SECOND_MS).unref();
  });
  return { ok: false, fault: 'ambiguous', detail: LATE };
}

/** What an earlier try learned of refused recipients stays known. */
function withRefused(earlier: Delivery, delivery: Delivery): Delivery {
  if (!earlier.refused) return delivery;
  return { ...delivery, refused: [...earlier.refused, ...(delivery.refused ?? [])] };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
