// Asks the providers about many credentials: each distinct secret once, gently, within a minute.
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Http } from '../core/http.ts';
import { withDeadline } from './deadline.ts';
import { type Destination, destinationOf } from './destination.ts';
import {
  type ProbeFetch,
  type ProbeLevel,
  type ProbeTarget,
  type ProbeVerdict,
  withoutAnswer,
} from './probe.ts';
import { Slots } from './slots.ts';

const PROBE_TIMEOUT_MS = 8_000;
const RUN_TIMEOUT_MS = 60_000;
/** Between two requests to one origin, so that many agents do not look like an attack. */
const PAUSE_MS = { shortest: 250, longest: 1_000 };

export interface ProbeRunOptions {
  readonly level: ProbeLevel;
  readonly http: Http;
  readonly fetch: ProbeFetch;
  /** Epoch ms. */
  readonly now: number;
  readonly signal?: AbortSignal;
  /** Another host on purpose, by normalised provider: all that stands before the probe's own path. */
  readonly baseUrls?: Readonly<Record<string, string>>;
  /** Requests in flight at once; never more than one per origin. */
  readonly concurrency?: number;
  /** The level to ask a key at now, by what is remembered of it; null asks nothing. Absent: always. */
  readonly due?: (key: string, wanted: ProbeLevel) => ProbeLevel | null;
  /** Epoch ms of the last request about a key, 0 for none: who has waited longest is asked first. */
  readonly lastAskedAt?: (key: string) => number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly probeTimeoutMs?: number;
  readonly runTimeoutMs?: number;
  /** In [0, 1), for the length of a pause. */
  readonly random?: () => number;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Returns a verdict for every key, in the order of the targets. At most one request is made per key, and
 * none is repeated. Never throws: a surprise is inconclusive, and what time did not allow is not probed.
 */
export async function runProbes(
  targets: readonly ProbeTarget[],
  options: ProbeRunOptions,
): Promise<Map<string, ProbeVerdict>> {
  const { level, baseUrls = {}, now, onProgress, lastAskedAt = () => 0 } = options;
  const verdicts = new Map<string, ProbeVerdict>();
  const asks: Ask[] = [];
  for (const target of distinct(targets)) {
    const destination = destinationOf(target, baseUrls, now);
    if ('refused' in destination) {
      verdicts.set(target.key, withoutAnswer('not_probed', destination.refused, level));
      continue;
    }
    const wanted = atMost(level, destination.probe.deepest(target));
    const due = options.due ? options.due(target.key, wanted) : wanted;
    const unasked = due === null ? 'not_due' : 'run_deadline';
    verdicts.set(target.key, withoutAnswer('not_probed', unasked, wanted));
    if (due !== null) asks.push({ ...destination, target, level: due });
  }
  // With more keys than a minute has room for, the rest has its turn in the next run.
  asks.sort((a, b) => lastAskedAt(a.target.key) - lastAskedAt(b.target.key));
  let done = 0;
  const settle = ({ target }: Ask, verdict: ProbeVerdict) => {
    verdicts.set(target.key, verdict);
    done += 1;
    onProgress?.(done, asks.length);
  };
  const slots = new Slots(options.concurrency ?? 2);
  await withDeadline(options.runTimeoutMs ?? RUN_TIMEOUT_MS, options.signal, (signal) =>
    Promise.all(lanesOf(asks).map((lane) => runLane(lane, options, signal, slots, settle))),
  );
  return verdicts;
}

type Ask = Exclude<Destination, { refused: string }> & {
  readonly target: ProbeTarget;
  readonly level: ProbeLevel;
};

function atMost(level: ProbeLevel, deepest: ProbeLevel): ProbeLevel {
  return deepest === 'metadata' ? deepest : level;
}

function lanesOf(asks: readonly Ask[]): readonly (readonly Ask[])[] {
  const byOrigin = new Map<string, Ask[]>();
  for (const ask of asks) {
    const lane = byOrigin.get(ask.origin);
    if (lane) lane.push(ask);
    else byOrigin.set(ask.origin, [ask]);
  }
  return [...byOrigin.values()];
}

/** One origin: one request after the other, with a pause between. */
async function runLane(
  lane: readonly Ask[],
  options: ProbeRunOptions,
  signal: AbortSignal,
  slots: Slots,
  settle: (ask: Ask, verdict: ProbeVerdict) => void,
): Promise<void> {
  // Plain http is allowed on loopback only, and one's own machine needs no politeness.
  const isOwnMachine = lane[0]?.origin.startsWith('http:') === true;
  const { random = Math.random, sleep = isOwnMachine ? atOnce : pause } = options;
  for (const [index, ask] of lane.entries()) {
    if (index > 0 && !signal.aborted) {
      const spread = PAUSE_MS.longest - PAUSE_MS.shortest;
      await sleep(PAUSE_MS.shortest + random() * spread, signal);
    }
    settle(ask, await slots.hold(() => askOnce(ask, options, signal)));
  }
}

async function atOnce(): Promise<void> {}

async function askOnce(
  { probe, baseUrl, target, level }: Ask,
  options: ProbeRunOptions,
  runSignal: AbortSignal,
): Promise<ProbeVerdict> {
  const { http, fetch, now, probeTimeoutMs: timeoutMs = PROBE_TIMEOUT_MS } = options;
  if (runSignal.aborted) {
    const reason = options.signal?.aborted ? 'aborted' : 'run_deadline';
    return withoutAnswer('not_probed', reason, level);
  }
  try {
    return await withDeadline(timeoutMs, runSignal, (signal) =>
      probe.ask(target, { level, baseUrl, http, fetch, timeoutMs, now, signal }),
    );
  } catch {
    // A fault of ours says nothing about the credential.
    return withoutAnswer('inconclusive', 'unexpected', level);
  }
}

/** Shared secrets are asked about once: with a model if any agent routes to one, and alive if any copy is. */
function distinct(targets: readonly ProbeTarget[]): Iterable<ProbeTarget> {
  const byKey = new Map<string, ProbeTarget>();
  for (const target of targets) {
    const known = byKey.get(target.key);
    byKey.set(target.key, known ? merge(known, target) : target);
  }
  return byKey.values();
}

function merge(first: ProbeTarget, second: ProbeTarget): ProbeTarget {
  const model = first.model ?? second.model;
  const ends = [first.expiresAt, second.expiresAt].filter((end) => end !== null);
  const expiresAt = ends.length === 2 ? Math.max(...ends) : null;
  return { ...first, expiresAt, ...(model !== undefined && { model }) };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // An abort ends the pause early; what follows looks at the signal itself.
  await sleepFor(ms, undefined, { signal }).catch(() => undefined);
}
