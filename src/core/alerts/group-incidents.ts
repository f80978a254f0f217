// Gathers the findings of a report into incidents: one per gateway, class and root cause.
import { compareSeverity } from '../finding.ts';
import { readEchoes } from '../echoes.ts';
import { incidentRule, needsStore, type RootCause } from './incident-rules.ts';
import type { EvidenceLevel, Incident } from './incident.ts';
import { parseIso } from '../iso.ts';
import { isBornInside, rungHeight, stageOf } from './ladder.ts';
import { normalizeProvider } from '../provider.ts';
import { memberKey, readSubjects, type Subjects } from './subjects.ts';
import type { Report, ReportFinding, ReportProfile } from '../report.ts';

/** Lines of a remedy that a message can carry; every agent may add its own. */
const MOST_REMEDY_LINES = 12;

/** An incident as one report shows it, before it is matched with what is known. */
export type Candidate = Omit<
  Incident,
  'fingerprint' | 'openedAt' | 'failingSinceAt' | 'recoveredAt' | 'marks'
> & { readonly sinceAt: number | null };

interface Sign {
  readonly finding: ReportFinding;
  readonly profile: ReportProfile | null;
  readonly root: string;
  readonly expiresAt: number | null;
  readonly stage: Incident['stage'];
}

/**
 * The incidents of a report, worst first. `info` makes none; an unreadable store silences what else is
 * said about its agent; of one credential's findings the worst speaks; what repeats another finding
 * makes none, unless it did before (`open`). `initialRemainingMs` tells how long a credential had left
 * when it was first seen.
 */
export function groupIncidents(
  report: Report,
  now: number,
  initialRemainingMs: (credentialId: string) => number | null,
  open: readonly Incident[] = [],
): readonly Candidate[] {
  const subjects = readSubjects(report);
  const isEcho = readEchoes(report);
  const known = new Set(
    open.flatMap((incident) => (incident.recoveredAt === null ? rootKey(incident) : [])),
  );
  const groups = new Map<string, Sign[]>();
  for (const finding of report.findings) {
    if (finding.severity === 'info') continue;
    const rule = incidentRule(finding.code);
    if (needsStore(rule.class) && subjects.isBlind(finding.gateway, finding.agent)) continue;
    const sign = readSign(finding, rule.root, subjects, now);
    const born = sign.profile && initialRemainingMs(sign.profile.credentialId);
    const initial = born ?? (sign.expiresAt ?? now) - now;
    if (isBornInside(sign.stage, finding.severity, initial)) continue;
    const key = rootKey({ ...rule, gateway: finding.gateway, root: sign.root });
    if (isEcho(finding) && !known.has(key)) continue;
    const group = groups.get(key);
    if (group) group.push(sign);
    else groups.set(key, [sign]);
  }
  return [...groups.values()]
    .map(toCandidate)
    .sort((a, b) => compareSeverity(a.severity, b.severity));
}

/** Tells one incident from another by its cause. */
export function rootKey(incident: Pick<Incident, 'gateway' | 'class' | 'root'>): string {
  return JSON.stringify([incident.gateway, incident.class, incident.root]);
}

function readSign(
  finding: ReportFinding,
  rootCause: RootCause,
  subjects: Subjects,
  now: number,
): Sign {
  const profile = subjects.profile(finding.gateway, finding.agent, finding.profileId);
  const expiresAt = parseIso(finding.facts['expiresAt']) ?? parseIso(profile?.expiresAt);
  return {
    finding,
    profile,
    root: rootOf(finding, rootCause, profile, subjects),
    expiresAt,
    stage: stageOf(finding.code, expiresAt, now),
  };
}

function rootOf(
  finding: ReportFinding,
  rootCause: RootCause,
  profile: ReportProfile | null,
  subjects: Subjects,
): string {
  const { gateway, agent, provider, profileId, code, facts } = finding;
  const roots: Readonly<Record<RootCause, string | null>> = {
    credential: profile && `credential:${profile.credentialId}`,
    profile: profileId && `profile:${profileId}`,
    store: `store:${text(facts['path']) ?? subjects.storePath(gateway, agent) ?? ''}`,
    provider: `provider:${provider === null ? '*' : normalizeProvider(provider)}`,
    agent: `agent:${agent ?? wanted(facts) ?? ''}`,
    gateway: `code:${code}`,
  };
  return roots[rootCause] ?? `profile:${profileId ?? agent ?? ''}`;
}

function toCandidate(signs: readonly Sign[]): Candidate {
  const [head, ...others] = [...signs].sort(worstFirst) as [Sign, ...Sign[]];
  const { finding, profile } = head;
  const { class: incidentClass } = incidentRule(finding.code);
  const isCredential = incidentClass === 'credential' || incidentClass === 'probe';
  const alike = [head, ...others].filter((sign) => sign.finding.severity === finding.severity);
  const since = alike.flatMap((sign) => parseIso(sign.finding.since) ?? []);
  return {
    gateway: finding.gateway,
    class: incidentClass,
    root: head.root,
    code: finding.code,
    severity: finding.severity,
    stage: head.stage,
    title: finding.title,
    provider: finding.provider,
    facts: finding.facts,
    remedy: [...new Set(alike.flatMap((sign) => sign.finding.remedy))].slice(0, MOST_REMEDY_LINES),
    members: membersOf(signs),
    // A login that OpenClaw renews by itself is the same one all the time.
    generation: isCredential && profile && !profile.refreshable ? profile.credentialId : null,
    expiresAt: head.expiresAt,
    level: incidentClass === 'probe' ? levelOf(head) : null,
    sinceAt: since.length > 0 ? since.reduce((a, b) => Math.min(a, b)) : null,
  };
}

function worstFirst(a: Sign, b: Sign): number {
  return (
    compareSeverity(a.finding.severity, b.finding.severity) ||
    rungHeight(b.stage) - rungHeight(a.stage) ||
    compareText(a.finding.code, b.finding.code) ||
    compareText(memberKey(a.finding), memberKey(b.finding))
  );
}

function membersOf(signs: readonly Sign[]): Incident['members'] {
  const members = signs.flatMap(({ finding: { agent, profileId, code, facts } }) => {
    const shared = code === 'refresh_token_shared' && agent === null ? facts['agents'] : null;
    const agents = Array.isArray(shared) ? (shared as readonly string[]) : [agent ?? wanted(facts)];
    return agents.map((name) => ({ agent: name, profileId }));
  });
  return [...new Map(members.map((member) => [memberKey(member), member])).values()].sort((a, b) =>
    compareText(memberKey(a), memberKey(b)),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function levelOf({ finding, profile }: Sign): EvidenceLevel {
  const level = finding.facts['level'] ?? profile?.probe?.level;
  return level === 'inference' || level === 'metadata' ? level : 'passive';
}

/** The id in `LABEL/ID` as it was asked for, which is what the agent is listed under once it is there. */
function wanted(facts: ReportFinding['facts']): string | null {
  return text(facts['wanted'])?.replace(/^.*\//, '').trim().toLowerCase() ?? null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
