// Decides whether a credential is asked about in this run, and what an answer changes in what is known.
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../core/duration.ts';
import type { ProbeNote, RememberedVerdict } from '../core/probe-note.ts';
import type { ProbeLevel, ProbeVerdict } from './probe.ts';

/** A verdict stands for a day; then it is too old to tell anything. */
const STANDS_MS = DAY_MS;
/** Between two requests that got an answer; an inference request is paid for. */
const INTERVAL_MS: Readonly<Record<ProbeLevel, number>> = {
  metadata: 15 * MINUTE_MS,
  inference: DAY_MS,
};
/** A timer that fires a moment early must not lose its turn. */
const SLACK_MS = 30 * SECOND_MS;
/** A longer wait than this is a mistake of the server's. */
const MOST_REST_MS = DAY_MS;

/** Nothing came back, or nothing that the provider itself said. */
const SILENCE: ReadonlySet<string> = new Set([
  'network',
  'overloaded',
  'redirect',
  'intercepted',
  'unknown',
  'unexpected',
]);

/** Silence is told after this many runs, or this long. */
const SILENT_RUNS = 3;
const SILENT_MS = DAY_MS;

/** The level to ask at now; null when what is known has to do. */
export function levelDue(
  note: ProbeNote | undefined,
  wanted: ProbeLevel,
  now: number,
): ProbeLevel | null {
  // A clock that went back makes every wait meaningless.
  if (note === undefined || note.askedAt > now) return wanted;
  if (now < note.notBefore) return null;
  const { verdict, strikes, askedAt } = note;
  const isSilent = note.silentSinceAt !== null;
  const isRested = isSilent || now - askedAt + SLACK_MS >= INTERVAL_MS.metadata;
  if (strikes === 1) return wanted;
  if (verdict === null) return isRested ? wanted : null;
  const sinceVerdictMs = now - verdict.checkedAt + SLACK_MS;
  if (verdict.outcome === 'rejected') {
    return sinceVerdictMs >= STANDS_MS || isOverBy(verdict, now) ? wanted : null;
  }
  if (wanted === 'inference') {
    const isPaidDue = verdict.level === 'metadata' || sinceVerdictMs >= INTERVAL_MS.inference;
    if (isPaidDue) return wanted;
  }
  return isRested ? 'metadata' : null;
}

/** Epoch ms of the last request; 0 without one, and for a refusal that waits to be confirmed. */
export function lastAskedAt(note: ProbeNote | undefined): number {
  return note === undefined || note.strikes === 1 ? 0 : note.askedAt;
}

/** The note after this run; `verdict` undefined or not probed when no request was made. */
export function noted(
  past: ProbeNote | undefined,
  verdict: ProbeVerdict | undefined,
  now: number,
): ProbeNote {
  const known: ProbeNote = { ...(past ?? FRESH), seenAt: now };
  if (verdict === undefined || !wasAsked(verdict)) return known;
  const notBefore = now + Math.min(verdict.restMs ?? 0, MOST_REST_MS);
  const asked = { ...known, askedAt: now, notBefore };
  if (verdict.outcome === 'not_probed') return asked;
  const answered = { ...asked, silentSinceAt: null, silentRuns: 0 };
  if (verdict.outcome === 'inconclusive') {
    if (!SILENCE.has(verdict.reason)) return answered;
    const silentSinceAt = known.silentSinceAt ?? now;
    const silentRuns = known.silentRuns + 1;
    return { ...asked, silentSinceAt, silentRuns, silentReason: whySilent(verdict) };
  }
  const fresh = remembered(verdict, verdict.outcome, now);
  if (verdict.outcome === 'rejected') {
    return { ...answered, verdict: fresh, strikes: strikesAfter(known, verdict.reason) };
  }
  // A free yes says less than a paid one.
  const outranks =
    known.verdict?.level === 'inference' &&
    fresh.level === 'metadata' &&
    standing(known, now) !== null;
  return { ...answered, verdict: outranks ? known.verdict : fresh, strikes: 0 };
}

/** True when the day has come from which a spend limit lets requests through again. */
function isOverBy({ facts, checkedAt }: RememberedVerdict, now: number): boolean {
  const regainAt = facts?.['regainAt'];
  return typeof regainAt === 'number' && checkedAt < regainAt && regainAt <= now;
}

function wasAsked({ outcome, reason, restMs }: ProbeVerdict): boolean {
  return outcome === 'not_probed' ? restMs !== undefined : reason !== 'no_model';
}

/** The last yes or no, null when there is none of the last 24 hours. */
export function standing(note: ProbeNote, now: number): RememberedVerdict | null {
  const { verdict } = note;
  return verdict !== null && Math.abs(now - verdict.checkedAt) < STANDS_MS ? verdict : null;
}

/** True when nobody has answered for three runs or a day. */
export function isUnreachable({ silentRuns, silentSinceAt }: ProbeNote, now: number): boolean {
  return silentSinceAt !== null && (silentRuns >= SILENT_RUNS || now - silentSinceAt >= SILENT_MS);
}

/** True when the request got no answer of the provider's own. */
export function isSilence({ outcome, reason }: ProbeVerdict): boolean {
  return outcome === 'inconclusive' && SILENCE.has(reason);
}

/** Why a request got no answer, in one word: the fault of the network where it was that. */
export function whySilent({ reason, facts }: ProbeVerdict): string {
  const fault = facts?.['fault'];
  return typeof fault === 'string' ? fault : reason;
}

const FRESH: Omit<ProbeNote, 'seenAt'> = {
  verdict: null,
  strikes: 0,
  askedAt: 0,
  notBefore: 0,
  silentSinceAt: null,
  silentRuns: 0,
};

const REJECTIONS: ReadonlySet<string> = new Set(['invalid', 'expired', 'revoked', 'forbidden']);

/** What worked until now may be refused by mistake once; a plan or a limit is no mistake. */
function strikesAfter({ verdict, strikes }: ProbeNote, reason: string): number {
  return verdict?.outcome === 'accepted' && strikes === 0 && REJECTIONS.has(reason) ? 1 : 2;
}

function remembered(
  { level, reason, confidence, status, code, requestId, message, facts }: ProbeVerdict,
  outcome: RememberedVerdict['outcome'],
  checkedAt: number,
): RememberedVerdict {
  return {
    level,
    outcome,
    reason,
    confidence,
    checkedAt,
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(message !== undefined && { message }),
    ...(facts !== undefined && { facts }),
  };
}
