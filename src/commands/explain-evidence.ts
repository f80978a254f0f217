// Says what OpenClaw wrote down about a profile, and what its provider answered, now or earlier.
import type { ProbeNote } from '../core/probe-note.ts';
import type { ReportProbe, ReportProfile } from '../core/report.ts';
import { label, type Charset } from '../core/terminal.ts';
import { momentWords } from './explain-facts.ts';
import type { Sight } from './explain-stock.ts';

type Row = readonly [term: string, text: string | null];
type Show = (text: string) => string;

/** What was recorded and answered, by whom and when. */
export function evidenceRows(
  sight: Sight,
  row: ReportProfile,
  now: number,
  charset: Charset,
): readonly Row[] {
  const show: Show = (text) => label(text, 300, charset);
  const passive = row.probe?.level === 'passive' ? row.probe : null;
  const asked = row.probe !== null && passive === null ? row.probe : null;
  return [
    ['OpenClaw', statsWords(sight, now, show)],
    ['it recorded', passive && probeWords(passive, now, show)],
    ['asked now', asked && probeWords(asked, now, show)],
    [
      'asked before',
      asked === null && sight.note !== null ? noteWords(sight.note, now, show) : null,
    ],
    [
      'asked',
      row.probe === null && sight.note === null ? 'not by this monitor; --probe asks now' : null,
    ],
  ];
}

function statsWords({ judged: { stats } }: Sight, now: number, show: Show): string {
  if (stats === null) return 'recorded no use of it';
  const { lastUsedAt, lastFailureAt, errorCount, failureCounts } = stats;
  const counts = Object.entries(failureCounts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${show(reason)} ${count}`);
  return [
    lastUsedAt === null ? 'never used it' : `used it last ${momentWords(lastUsedAt, now)}`,
    lastFailureAt === null
      ? 'no failure recorded'
      : `last failure ${momentWords(lastFailureAt, now)}`,
    ...(errorCount > 0 ? [`${errorCount} in a row`] : []),
    ...(counts.length > 0 ? [`failures: ${counts.join(', ')}`] : []),
  ].join('; ');
}

function probeWords(probe: ReportProbe, now: number, show: Show): string {
  return answerWords({ ...probe, checkedAt: Date.parse(probe.checkedAt) }, now, show);
}

function noteWords(
  { verdict, silentSinceAt, strikes }: ProbeNote,
  now: number,
  show: Show,
): string {
  const silence =
    silentSinceAt === null ? '' : `; no answer since ${momentWords(silentSinceAt, now)}`;
  if (verdict === null) return `no yes or no so far${silence}`;
  const first = strikes === 1 ? '; the next run asks again before it counts in full' : '';
  return answerWords(verdict, now, show) + first + silence;
}

interface Answer {
  readonly level: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly confidence: string;
  readonly checkedAt: number;
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
  readonly message?: string;
  /** Times as epoch ms or ISO. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

function answerWords(answer: Answer, now: number, show: Show): string {
  const { outcome, reason, level, confidence, checkedAt } = answer;
  const { status, code, requestId, message, facts = {} } = answer;
  return [
    `${outcome}${reason === null ? '' : `: ${show(reason)}`}${confidence === 'likely' ? ' (likely)' : ''}`,
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(code === undefined ? [] : [`code ${show(code)}`]),
    ...(requestId === undefined ? [] : [`request ${show(requestId)}`]),
    level === 'passive' ? 'met by OpenClaw itself' : `${level} request`,
    momentWords(checkedAt, now),
    ...(message === undefined ? [] : [`"${show(message)}"`]),
    ...Object.entries(facts).map(([name, value]) => factWords(name, value, now, show)),
  ].join(', ');
}

function factWords(
  name: string,
  value: string | number | boolean,
  now: number,
  show: Show,
): string {
  const at = typeof value === 'number' ? value : Date.parse(String(value));
  const isTime = name.endsWith('At') && !Number.isNaN(at);
  return `${show(name)} ${isTime ? momentWords(at, now) : show(String(value))}`;
}
