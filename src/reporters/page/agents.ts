// Every agent with its credentials, worst first; agents that look the same share one entry.
import { compareSeverity } from '../../core/finding.ts';
import type { ReportAgent, ReportFinding } from '../../core/report.ts';
import type { RowSeverity } from '../palette.ts';
import { agentName, ownerKey } from '../subject.ts';
import { profilesOf } from './profiles.ts';
import { named, section, someNames, state, type Sheet } from './show.ts';

/** More entries than these nobody reads, and a browser takes long for them. */
const MOST_ENTRIES = 1500;
/** Entries with problems are open from the start, as long as they are few. */
const MOST_OPEN = 5;
const MOST_NAMES = 4;

/** What is told of an agent, and by whom it is shared. */
interface Entry {
  readonly names: string[];
  readonly severity: RowSeverity;
  readonly agent: ReportAgent;
  readonly soonest: string;
  readonly body: string;
}

/** Nothing where the report was made without its agents. */
export function agentsSection(sheet: Sheet): string {
  const { report, page } = sheet;
  if (report.agents.length === 0) return '';
  const all = entriesOf(sheet).toSorted(worstFirst);
  const shown = all.slice(0, MOST_ENTRIES);
  const rest = all.slice(MOST_ENTRIES).reduce((count, { names }) => count + names.length, 0);
  const more = rest > 0 ? `<p class="muted">${page.moreNoWorse(rest)}</p>` : '';
  const entries = shown.map((entry, index) => details(sheet, entry, index < MOST_OPEN));
  return section('agents', page.agents.heading, `${tools(sheet)}\n${entries.join('\n')}${more}`);
}

function tools({ page: { agents } }: Sheet): string {
  return `<div class="tools" data-tool="find" hidden><label for="find">${agents.find}</label><input type="search" id="find" autocomplete="off"><label><input type="checkbox" id="bad"> ${agents.onlyBad}</label><span id="found" class="muted" role="status"></span></div>`;
}

function entriesOf(sheet: Sheet): readonly Entry[] {
  const { report } = sheet;
  const found = new Map<string, ReportFinding[]>();
  for (const finding of report.findings) {
    if (finding.agent === null) continue;
    const owner = ownerKey(finding.gateway, finding.agent);
    const list = found.get(owner);
    if (list) list.push(finding);
    else found.set(owner, [finding]);
  }
  const entries = new Map<string, Entry>();
  for (const agent of report.agents) {
    const findings = found.get(ownerKey(agent.gateway, agent.id)) ?? [];
    const body = profilesOf(sheet, agent, findings);
    const severity = worstOf(findings);
    const key = [agent.gateway, severity, body].join('\0');
    const name = agentName(report, agent.gateway, agent.id) ?? '';
    const known = entries.get(key);
    if (known) known.names.push(name);
    else entries.set(key, { names: [name], severity, agent, soonest: soonestOf(agent), body });
  }
  return [...entries.values()];
}

function worstFirst(a: Entry, b: Entry): number {
  return (
    rank(a.severity) - rank(b.severity) ||
    (a.soonest < b.soonest ? -1 : Number(a.soonest > b.soonest))
  );
}

const RANKS: readonly RowSeverity[] = ['fail', 'warn', 'notice', 'info', 'ok'];

function rank(severity: RowSeverity): number {
  return RANKS.indexOf(severity);
}

function worstOf(findings: readonly ReportFinding[]): RowSeverity {
  const [worst] = findings.map(({ severity }) => severity).toSorted(compareSeverity);
  return worst === undefined || worst === 'info' ? 'ok' : worst;
}

function soonestOf({ profiles }: ReportAgent): string {
  const ends = profiles.flatMap(({ expiresAt, inUse }) => (inUse && expiresAt ? [expiresAt] : []));
  return ends.toSorted()[0] ?? '~';
}

function details(
  sheet: Sheet,
  { names, severity, agent, body }: Entry,
  mayBeOpen: boolean,
): string {
  const { agents: words } = sheet.page;
  const isBad = severity === 'fail' || severity === 'warn';
  const whom = names.length > 1 ? words.alike(names.length) : '';
  const every =
    names.length > MOST_NAMES ? `<p class="muted">${someNames(names, 200, sheet)}</p>` : '';
  const count = words.profiles(agent.profiles.length);
  return `<details data-key="${named(names[0] ?? '')}" data-agents="${names.length}"${isBad ? ' data-bad="1"' : ''}${isBad && mayBeOpen ? ' open' : ''}><summary>${state(severity, words.states[severity])} <span class="names">${whom}${someNames(names, MOST_NAMES, sheet)}</span> <span class="muted">${count}</span></summary>${every}${body}</details>`;
}
