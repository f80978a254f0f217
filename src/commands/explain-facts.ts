// Says of a profile what is stored, from where an agent has it, when it ends, and who uses it.
import { formatTime, fromNow } from '../core/moment.ts';
import type { ReportProfile } from '../core/report.ts';
import { label, type Charset } from '../core/terminal.ts';
import type { Context } from './context.ts';
import type { Sight } from './explain-stock.ts';
import type { ExplainWords } from './explain-words.ts';

type Row = readonly [term: string, text: string | null];

const MOST_MODELS = 4;

/** The facts of one agent's view of a profile; nothing of the credential itself. */
export function factRows(
  sight: Sight,
  row: ReportProfile,
  { policy, now }: Context,
  charset: Charset,
  wording: ExplainWords,
): readonly Row[] {
  const { words, text, times } = wording;
  const { terms } = words;
  const { judged, agent, gateway } = sight;
  const { profile, excluded, ignored } = judged;
  const telling: Telling = { ...wording, now, show: (foreign) => label(foreign, 240, charset) };
  const { show } = telling;
  return [
    [
      terms.stored,
      words.stored({
        type: words.types[profile.type],
        provider: show(judged.provider),
        owner: ownerWords(sight, telling),
      }),
    ],
    [terms.reference, referenceWords(sight, row, telling)],
    [
      terms.store,
      agent.store.path === null ? null : `${show(agent.store.path)} (${agent.store.kind})`,
    ],
    [terms.ends, endWords(row, telling)],
    [terms.clock, words.clock(text.health[row.health], times.duration(policy.warnWithinMs))],
    [terms.renewal, renewalWords(sight, words.renewal)],
    [terms.usedBy, useWords(sight, telling)],
    [terms.setAside, excluded && words.neverPicked(words.exclusions[excluded])],
    [terms.ignored, ignored ? words.ignored : null],
    [terms.usable, usableWords(sight, row, telling)],
    [terms.key, keyWords(gateway.key(judged.provider), telling)],
  ];
}

/** How something is told: in which words, as of when (epoch ms), and how foreign text is shown. */
interface Telling extends ExplainWords {
  readonly now: number;
  readonly show: (text: string) => string;
}

function ownerWords({ judged }: Sight, { words, show }: Telling): string | null {
  const { inheritedFrom } = judged;
  if (inheritedFrom === null) return null;
  return inheritedFrom === 'shared' ? words.sharedStore : words.agent(show(inheritedFrom));
}

function referenceWords(
  { judged }: Sight,
  row: ReportProfile,
  { words, text, show }: Telling,
): string | null {
  const { secretRef } = judged.profile;
  if (secretRef === null) return null;
  const named = `${secretRef.source}:${show(secretRef.provider)}:${show(secretRef.id)}`;
  const presence = words.presence[judged.refPresence ?? 'unknown'];
  return row.foundIn === undefined
    ? named + text.comma + presence
    : words.found(named, show(row.foundIn));
}

function endWords(
  { expiresAt, expirySource }: ReportProfile,
  { words, text, times, now }: Telling,
): string {
  if (expiresAt === null) return words.noEnd;
  const when = `${formatTime(expiresAt)} (${fromNow(Date.parse(expiresAt), now, times)})`;
  return when + text.comma + words.sources[expirySource];
}

function renewalWords(
  { judged: { profile, refreshable } }: Sight,
  words: ExplainWords['words']['renewal'],
): string | null {
  if (profile.refreshFence === 'failed') return words.failed;
  if (profile.refreshFence === 'pending') return words.pending;
  if (profile.ownedByCli) return words.owned;
  if (refreshable) return words.refreshable;
  return profile.type === 'oauth' ? words.none : null;
}

function useWords({ judged, agent }: Sight, { words, show }: Telling): string {
  const routes = agent.routes.filter(({ provider }) => provider === judged.provider);
  if (routes.length === 0) {
    return judged.inUse ? words.counts : words.countsNot;
  }
  const shown = routes.slice(0, MOST_MODELS).map(({ ref, use }) => `${show(ref)} (${use})`);
  const more = routes.length - shown.length;
  return more > 0 ? words.more(shown.join(', '), more) : shown.join(', ');
}

function usableWords(
  { judged }: Sight,
  { unusable, usable }: ReportProfile,
  { words, times, now, show }: Telling,
): string {
  if (unusable === null) return usable ? words.usable : words.unusable;
  const model = judged.unusable?.model ?? null;
  return words.paused({
    isUsable: usable,
    kind: words.kinds[unusable.kind],
    model: model && show(model),
    until: `${formatTime(unusable.until)} (${fromNow(Date.parse(unusable.until), now, times)})`,
    reason: unusable.reason && show(unusable.reason),
  });
}

function keyWords(
  key: ReturnType<Sight['gateway']['key']>,
  { words, show }: Telling,
): string | null {
  if (key === null) return null;
  return words.key({
    isSure: key.presence === 'present',
    place: show(key.foundIn),
    variable: key.variable && show(key.variable),
  });
}
