// Says what OpenClaw wrote down about a profile, and what its provider answered, now or earlier.
import type { ProbeNote } from '../core/probe-note.ts';
import type { ReportProbe, ReportProfile } from '../core/report.ts';
import { label, type Charset } from '../core/terminal.ts';
import type { Sight } from './explain-stock.ts';
import { momentWords, type ExplainWords } from './explain-words.ts';

type Row = readonly [term: string, text: string | null];

/** How something is told: in which words, as of when (epoch ms), and how foreign text is shown. */
interface Telling extends ExplainWords {
  readonly now: number;
  readonly show: (text: string) => string;
}

/** What was recorded and answered, by whom and when. */
export function evidenceRows(
  sight: Sight,
  row: ReportProfile,
  now: number,
  charset: Charset,
  wording: ExplainWords,
): readonly Row[] {
  const telling: Telling = { ...wording, now, show: (text) => label(text, 300, charset) };
  const { terms, notAsked } = wording.words;
  const passive = row.probe?.level === 'passive' ? row.probe : null;
  const asked = row.probe !== null && passive === null ? row.probe : null;
  return [
    [terms.openclaw, statsWords(sight, telling)],
    [terms.recorded, passive && probeWords(passive, telling)],
    [terms.askedNow, asked && probeWords(asked, telling)],
    [
      terms.askedBefore,
      asked === null && sight.note !== null ? noteWords(sight.note, telling) : null,
    ],
    [terms.asked, row.probe === null && sight.note === null ? notAsked : null],
  ];
}

function statsWords({ judged: { stats } }: Sight, telling: Telling): string {
  const { words, times, now, show } = telling;
  if (stats === null) return words.noUse;
  const { lastUsedAt, lastFailureAt, errorCount, failureCounts } = stats;
  const counts = Object.entries(failureCounts)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${show(reason)} ${count}`);
  return [
    lastUsedAt === null ? words.neverUsed : words.usedLast(momentWords(lastUsedAt, now, times)),
    lastFailureAt === null
      ? words.noFailure
      : words.lastFailure(momentWords(lastFailureAt, now, times)),
    ...(errorCount > 0 ? [words.inARow(errorCount)] : []),
    ...(counts.length > 0 ? [words.failures(counts.join(', '))] : []),
  ].join('; ');
}

function probeWords(probe: ReportProbe, telling: Telling): string {
  return answerWords({ ...probe, checkedAt: Date.parse(probe.checkedAt) }, telling);
}

function noteWords({ verdict, silentSinceAt, strikes }: ProbeNote, telling: Telling): string {
  const { words, times, now } = telling;
  const silence =
    silentSinceAt === null ? [] : [words.silentSince(momentWords(silentSinceAt, now, times))];
  if (verdict === null) return [words.noYesOrNo, ...silence].join('; ');
  const first = strikes === 1 ? [words.firstStrike] : [];
  return [answerWords(verdict, telling), ...first, ...silence].join('; ');
}

interface Answer {
  readonly level: string;
  readonly outcome: ReportProbe['outcome'];
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

function answerWords(answer: Answer, telling: Telling): string {
  const { words, times, now, show } = telling;
  const { outcome, reason, level, confidence, checkedAt } = answer;
  const { status, code, requestId, message, facts = {} } = answer;
  return [
    words.outcome(words.outcomes[outcome], reason && show(reason)) +
      (confidence === 'likely' ? ` ${words.likely}` : ''),
    ...(status === undefined ? [] : [`HTTP ${status}`]),
    ...(code === undefined ? [] : [words.code(show(code))]),
    ...(requestId === undefined ? [] : [words.requestId(show(requestId))]),
    level === 'passive' ? words.metByOpenClaw : words.request(level),
    momentWords(checkedAt, now, times),
    ...(message === undefined ? [] : [`"${show(message)}"`]),
    ...Object.entries(facts).map(([name, value]) => factWords(name, value, telling)),
  ].join(', ');
}

function factWords(
  name: string,
  value: string | number | boolean,
  { times, now, show }: Telling,
): string {
  const at = typeof value === 'number' ? value : Date.parse(String(value));
  const isTime = name.endsWith('At') && !Number.isNaN(at);
  return `${show(name)} ${isTime ? momentWords(at, now, times) : show(String(value))}`;
}
