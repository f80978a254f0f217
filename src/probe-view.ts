// Writes what providers said into the report: rows, and how many got which outcome.
import { isoTime } from './core/iso-time.ts';
import type { RememberedVerdict } from './core/probe-note.ts';
import type { ReportProbe, ReportProbeSummary } from './core/report.ts';
import { whySilent } from './probes/memory.ts';
import type { ProbeFacts, ProbeVerdict } from './probes/probe.ts';

/** What is known of one secret after a run. */
export interface Learned {
  /** What came of asking in this run, be it nothing. */
  readonly attempt: ProbeVerdict;
  /** The yes or no that counts, of this run or an earlier one. */
  readonly verdict: RememberedVerdict | null;
  readonly isFirstStrike: boolean;
}

/** The verdict as a row of the report shows it: that of this run, else the last one that stands. */
export function reportProbe({ attempt, verdict }: Learned, now: number): ReportProbe {
  const isAsked = attempt.outcome !== 'not_probed' || attempt.restMs !== undefined;
  const isSettled = attempt.outcome === 'accepted' || attempt.outcome === 'rejected';
  if (verdict !== null && (isSettled || !isAsked)) return shown(verdict, verdict.checkedAt);
  const { level, outcome, reason, checkedAt } = verdict ?? {};
  const last = level &&
    outcome &&
    reason && { level, outcome, reason, checkedAt: isoTime(checkedAt ?? now) };
  return { ...shown(attempt, now), ...(last && { last }) };
}

type Shown = Pick<
  ProbeVerdict,
  | 'level'
  | 'outcome'
  | 'reason'
  | 'confidence'
  | 'status'
  | 'code'
  | 'requestId'
  | 'message'
  | 'facts'
>;

function shown(
  { level, outcome, reason, confidence, status, code, requestId, message, facts }: Shown,
  checkedAt: number,
): ReportProbe {
  return {
    level,
    outcome,
    reason,
    confidence,
    checkedAt: isoTime(checkedAt),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    ...(message !== undefined && { message }),
    ...(facts !== undefined && { facts: withIsoTimes(facts) }),
  };
}

function withIsoTimes(facts: ProbeFacts): ProbeFacts {
  const entries = Object.entries(facts).map(([name, value]) => {
    const isTime = name.endsWith('At') && typeof value === 'number';
    return [name, isTime ? isoTime(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** Reasons for which a credential that should have been asked about was not. */
const UNASKED: ReadonlySet<string> = new Set([
  'run_deadline',
  'aborted',
  'unsendable',
  'base_url_refused',
  'rate_limited_endpoint',
]);

/** Counts distinct secrets by what a row shows of them. */
export function probeSummary(learned: Iterable<Learned>, now: number): ReportProbeSummary {
  const counts = { accepted: 0, rejected: 0, inconclusive: 0, not_probed: 0 };
  const unasked: Record<string, number> = {};
  for (const each of learned) {
    counts[reportProbe(each, now).outcome] += 1;
    const reason = whyUnasked(each.attempt);
    if (reason !== null) unasked[reason] = (unasked[reason] ?? 0) + 1;
  }
  const { accepted, rejected, inconclusive, not_probed: notProbed } = counts;
  return { accepted, rejected, inconclusive, notProbed, unasked };
}

/** Why there is no answer, in one word. */
function whyUnasked(verdict: ProbeVerdict): string | null {
  const { outcome, reason } = verdict;
  if (outcome === 'inconclusive') return whySilent(verdict);
  return outcome === 'not_probed' && UNASKED.has(reason) ? reason : null;
}
