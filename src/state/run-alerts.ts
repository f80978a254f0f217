// Alerts in order: load, reduce, commit, send, acknowledge. Or, for a dry run, only what would be.
import type { AlertPolicy, Channel } from '../core/alerts/alert-policy.ts';
import { enqueueLoss } from '../core/alerts/dead-letters.ts';
import { DAY_MS } from '../core/duration.ts';
import { MonitorError } from '../core/errors.ts';
import { withRun, withTold } from '../core/history.ts';
import { emptyAlertState, type AlertState, type Incident } from '../core/alerts/incident.ts';
import type { Notification } from '../core/alerts/notification.ts';
import { enqueue, sendOff, type Letterhead } from '../core/alerts/outbox.ts';
import { remarkPhrases, type Remark } from '../core/phrases/remark-phrases.ts';
import type { Planned, Suppressed } from '../core/alerts/plan-channel.ts';
import { reduce, type Reduction } from '../core/alerts/reduce.ts';
import { stillMet } from '../core/probe-note.ts';
import type { Report } from '../core/report.ts';
import {
  outcomeOf,
  owedMessage,
  tellOf,
  toldOf,
  type AlertOutcome,
  type MessageLog,
  type OwedMessage,
} from './alert-outcome.ts';
import { BUDGET_MS, deliverDue } from './deliver.ts';
import { base32Hash } from './hash.ts';
import { openDesk } from './state-desk.ts';
import { readAlertState } from './state-file.ts';

export interface AlertInput {
  readonly report: Report;
  /** Epoch ms. */
  readonly now: number;
  readonly channels: readonly Channel[];
  readonly policy: AlertPolicy;
  /** Null: nothing is remembered, so everything that is wrong is told each time. */
  readonly stateDir: string | null;
  readonly monitor: Notification['monitor'];
  readonly signal: AbortSignal;
  /** Progress for people, one line each. */
  readonly log: MessageLog;
  readonly budgetMs?: number;
  /** What the run learned and has to be known by the next one. */
  readonly memory?: Memory;
}

/** Notes that replace those of the same name. */
export type Memory = Pick<AlertState, 'probes' | 'firstSeen'>;

/** What a dry run would do. */
export interface AlertPlan {
  readonly planned: readonly Planned[];
  /** Left over from earlier runs. */
  readonly owed: readonly OwedMessage[];
  readonly suppressed: readonly Suppressed[];
  /** What is going on, by which `suppressed` can be told again. */
  readonly incidents: readonly Incident[];
  readonly stateNotice: Remark | null;
  readonly stateError: MonitorError | null;
}

/**
 * Tells the channels what the report has of news, and what they are still owed. A state that cannot be
 * read or written never stops an alert. Never rejects for what a channel or the disk does.
 */
export async function runAlerts(input: AlertInput): Promise<AlertOutcome> {
  const { report, now, channels, signal, log, policy, budgetMs = BUDGET_MS } = input;
  const desk = await openDesk(input.stateDir, now, signal);
  try {
    if (desk.notice !== null) log(desk.notice, 'warn');
    if (desk.isTaken) return outcomeOf(desk, desk.state, { sent: [], renewals: [] }, []);
    const letterhead: Letterhead = {
      monitor: input.monitor,
      verdict: report.verdict,
      hash: base32Hash,
    };
    const remembered = remembering(desk.state, input.memory, now);
    const reduction = reduceInput(noting(remembered, report, now), input);
    const planned = enqueue(reduction.state, reduction.planned, now, letterhead);
    // A message is kept in English.
    const loss = desk.notice?.(remarkPhrases) ?? null;
    const owed = loss === null ? planned : enqueueLoss(planned, loss, now, letterhead);
    const committed = sendOff(owed, now, policy);
    desk.save(committed);
    const save = (state: AlertState): void => desk.save(state);
    const options = { signal, budgetMs, policy, letterhead, save };
    const { state: left, sent, renewals } = await deliverDue(committed, channels, now, options);
    const history = withTold(left.history, sent.flatMap(toldOf(now)), now);
    const state = history === left.history ? left : { ...left, history };
    desk.save(state);
    tellOf({ sent, renewals }, log);
    return outcomeOf(desk, state, { sent, renewals }, reduction.suppressed);
  } finally {
    desk.close();
  }
}

/** Says what `runAlerts` would send to whom and why, and what not and why; writes and sends nothing. */
export function planAlerts(
  input: Pick<AlertInput, 'report' | 'now' | 'channels' | 'policy' | 'stateDir'>,
): AlertPlan {
  const { state, notice, error } = peek(input.stateDir);
  const { planned, suppressed, state: next } = reduceInput(state, input);
  return {
    planned,
    owed: next.outbox.filter((entry) => entry.state === 'owed').map(owedMessage),
    suppressed,
    incidents: next.incidents,
    stateNotice: notice,
    stateError: error,
  };
}

function peek(dir: string | null) {
  const nothing = { state: emptyAlertState(), notice: null };
  if (dir === null) return { ...nothing, error: null };
  try {
    return { ...readAlertState(dir), error: null };
  } catch (error) {
    if (!(error instanceof MonitorError)) throw error;
    return { ...nothing, error };
  }
}

function reduceInput(
  state: AlertState,
  { report, now, policy, channels }: Pick<AlertInput, 'report' | 'now' | 'policy' | 'channels'>,
): Reduction {
  const infos = channels.map(({ notifier: { name, tellsEach }, ...wishes }) => ({
    ...wishes,
    name,
    ...(tellsEach && { tellsEach }),
  }));
  return reduce(state, report, now, policy, infos, base32Hash);
}

/** The state with this run in its history. */
function noting(state: AlertState, { verdict, summary: { severity } }: Report, now: number) {
  const end = { verdict, problems: severity.fail, warnings: severity.warn };
  return { ...state, history: withRun(state.history, end, now) };
}

/** Where a probe was last heard of, and a token that states no end lives a year. */
const KEPT_MS = { probes: 30 * DAY_MS, firstSeen: 400 * DAY_MS };

function remembering(state: AlertState, memory: Memory | undefined, now: number): AlertState {
  if (memory === undefined) return state;
  const probes = { ...state.probes, ...memory.probes };
  const firstSeen = { ...state.firstSeen, ...memory.firstSeen };
  return {
    ...state,
    probes: stillMet(probes, now, KEPT_MS.probes),
    firstSeen: stillMet(firstSeen, now, KEPT_MS.firstSeen),
  };
}
