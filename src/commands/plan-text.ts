// Says in words what a run would send to whom and why, and what not and why.
import type { Channel } from '../core/alerts/alert-policy.ts';
import { viewOf } from '../core/alerts/incident-view.ts';
import type { Planned } from '../core/alerts/plan-channel.ts';
import { alertingPhrases, type AlertingPhrases } from '../core/phrases/alerting-phrases.ts';
import { visible } from '../core/terminal.ts';
import type { AlertPlan } from '../state/index.ts';
import type { Context } from './context.ts';
import { openPage } from './page.ts';
import { faultTeller, remarkWords } from './remarks.ts';
import { openTongue } from './tongue.ts';
import { withAgents } from './with-agents.ts';

/** Incidents of one message, and things held back, that a person reads. */
const MOST_ROWS = 20;

interface Wording {
  readonly words: AlertingPhrases;
  /** The title of an incident by its fingerprint, where it has another than the English one. */
  readonly titles: ReadonlyMap<string, string>;
}

/**
 * A line per message, one below it per incident, and one per thing held back, with the channels that do not
 * get it; the reader is a person at a terminal.
 */
export async function planText(
  context: Context,
  plan: AlertPlan,
  channels: readonly Channel[],
): Promise<string> {
  const wording = await wordingOf(context, plan);
  const { plan: words } = wording.words;
  const lines = [
    ...(channels.length === 0 ? [words.noChannel] : []),
    ...plan.planned.flatMap((planned) => messageLines(planned, wording)),
    ...plan.owed.map(({ channel, kind, attempts }) =>
      words.owed({ channel, kind, tries: attempts }),
    ),
    ...(channels.length > 0 && plan.planned.length + plan.owed.length === 0 ? [words.nothing] : []),
    ...suppressedLines(plan, wording),
    ...(plan.stateNotice === null ? [] : [plan.stateNotice(await remarkWords(context))]),
    ...(plan.stateError === null ? [] : [(await faultTeller(context))(plan.stateError)]),
  ];
  const page = openPage(context.world, context.options);
  return page.text(page.items(lines.map((line) => visible(line))));
}

async function wordingOf({ world, options, lang, now }: Context, plan: AlertPlan) {
  const tongue = await openTongue(world, options, lang);
  if (tongue === null) return { words: alertingPhrases, titles: new Map<string, string>() };
  const views = [
    ...plan.incidents.map((incident) =>
      viewOf(
        incident,
        incident.members.map(({ agent }) => agent ?? ''),
        now,
      ),
    ),
    ...plan.planned.flatMap(({ incidents }) => incidents),
  ];
  const titles = new Map(
    views.map((view) => [view.fingerprint, tongue.speech.retell(view, now).title]),
  );
  return { words: tongue.alerting, titles };
}

function messageLines(
  { channel, kind, incidents, others, why: reasons }: Planned,
  { words, titles }: Wording,
): readonly string[] {
  const shown = incidents.slice(0, MOST_ROWS).map((incident) => {
    return { ...incident, title: titles.get(incident.fingerprint) ?? incident.title };
  });
  const more = incidents.length + others.length - shown.length;
  const what = shown.map(({ title }) => title).join('; ');
  return [
    words.plan.send({ channel, kind, what: more > 0 ? `${what} ${words.more(more)}` : what }),
    ...shown.map(({ fingerprint, title, agents }) => {
      const why = words.events[reasons[fingerprint] ?? 'new'];
      return `  ${withAgents(title, agents, words)}: ${why}`;
    }),
  ];
}

function suppressedLines(
  { suppressed, incidents }: AlertPlan,
  { words, titles }: Wording,
): readonly string[] {
  const agents = new Map(
    incidents.map(({ fingerprint, members }) => [
      fingerprint,
      members.map(({ agent }) => agent ?? ''),
    ]),
  );
  const rows = new Map<string, { readonly what: string; readonly channels: string[] }>();
  for (const { channel, fingerprint, title, reason } of suppressed) {
    const told = titles.get(fingerprint) ?? title;
    const whose = withAgents(told, agents.get(fingerprint) ?? [], words);
    const what = `${whose}: ${words.suppressed[reason]}`;
    const key = `${fingerprint} ${reason}`;
    const known = rows.get(key);
    if (known) known.channels.push(channel);
    else rows.set(key, { what, channels: [channel] });
  }
  const all = [...rows.values()];
  const shown = all.slice(0, MOST_ROWS);
  const left = all.slice(MOST_ROWS);
  const deaf = [...new Set(left.flatMap(({ channels }) => channels))].join(', ');
  return [
    ...shown.map(({ what, channels }) => words.plan.keep(channels.join(', '), what)),
    ...(left.length > 0 ? [words.plan.keepMore(deaf, left.length)] : []),
  ];
}
