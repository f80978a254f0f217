// Decides which rows the text report has, and gathers the same trouble in many agents into one row.
import type { FindingCode } from '../core/finding.ts';
import type { TextPhrases } from '../core/phrases/text-phrases.ts';
import type { Report, ReportAgent, ReportFinding, ReportProfile } from '../core/report.ts';
import type { RowSeverity } from './palette.ts';
import {
  agentName,
  expiryOf,
  indexProfiles,
  ownerKey,
  profileOf,
  type ProfileIndex,
} from './subject.ts';

/** One row of the table with what is said beneath it; texts are as stored, nothing is escaped yet. */
export interface Row {
  readonly severity: RowSeverity;
  /** One word: why it is a row of its own, or the health of a profile nothing was found about. */
  readonly state: string;
  /** Whom it concerns; empty when nobody in particular. */
  readonly agents: readonly string[];
  readonly profile: string | null;
  readonly provider: string | null;
  readonly expiresAt: string | null;
  readonly estimated: boolean;
  readonly finding: {
    readonly code: FindingCode;
    readonly title: string;
    /** What the provider said, word for word. */
    readonly message: string | null;
    readonly remedy: readonly string[];
    /** Title and row say the same. */
    readonly saidByRow: boolean;
  } | null;
}

const SAID_BY_ROW: ReadonlySet<FindingCode> = new Set([
  'profile_expired',
  'profile_expiring',
  'profile_expiry_ahead',
]);

/** Remedies beyond those of the first agent of a row. */
const MORE_REMEDIES = 2;

/**
 * A row per finding, worst first, and at most `most`; findings with the same credential and the same
 * words share one. `count` is how many rows there are in all.
 */
export function findingRows(
  report: Report,
  findings: readonly ReportFinding[],
  most: number,
  phrases: TextPhrases,
): { readonly rows: readonly Row[]; readonly count: number } {
  const index = indexProfiles(report);
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    const key = groupKey(finding, index);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const shown = [...groups.values()].slice(0, most);
  return {
    rows: shown.map((group) => findingRow(report, group, index, phrases)),
    count: groups.size,
  };
}

function groupKey(finding: ReportFinding, index: ProfileIndex): string {
  const { code, severity, gateway, provider, profileId, title } = finding;
  const credential = profileOf(index, finding)?.credentialId ?? '';
  return [code, severity, gateway, credential, provider, profileId, title].join('\0');
}

function findingRow(
  report: Report,
  group: readonly ReportFinding[],
  index: ProfileIndex,
  phrases: TextPhrases,
): Row {
  const first = group[0] as ReportFinding;
  const { code, facts } = first;
  const names = group.map((member) => agentName(report, member.gateway, member.agent));
  return {
    severity: first.severity,
    state: phrases.states[code],
    // An agent can have the same trouble twice, as with two files of its store.
    agents: [...new Set(names.filter((name) => name !== null))],
    profile: first.profileId,
    provider: first.provider,
    expiresAt: expiryOf(index, first),
    estimated: facts['estimated'] === true,
    finding: {
      code,
      title: first.title,
      message: typeof facts['message'] === 'string' ? facts['message'] : null,
      remedy: commonRemedy(group, phrases),
      saidByRow: SAID_BY_ROW.has(code) && facts['spare'] !== true,
    },
  };
}

/** The remedies of all agents of a row, each line once. */
function commonRemedy(group: readonly ReportFinding[], { likewise }: TextPhrases): string[] {
  const lines = new Set(group[0]?.remedy);
  const most = lines.size + MORE_REMEDIES;
  let left = 0;
  for (const { remedy } of group.slice(1)) {
    const fresh = remedy.filter((line) => !lines.has(line));
    if (lines.size + fresh.length > most) left += 1;
    else for (const line of fresh) lines.add(line);
  }
  return left === 0 ? [...lines] : [...lines, `# ${likewise(left)}`];
}

/** The profiles about which nothing was found: how many there are, and those that end first. */
export function quietRows(
  report: Report,
  most: number,
  phrases: TextPhrases,
): { readonly rows: readonly Row[]; readonly count: number } {
  const told = new Map<string, Set<string>>();
  let toldCount = 0;
  for (const { gateway, agent, profileId } of report.findings) {
    if (profileId === null) continue;
    const owner = ownerKey(gateway, agent);
    const ids = told.get(owner) ?? new Set();
    told.set(owner, ids.add(profileId));
  }
  for (const ids of told.values()) toldCount += ids.size;
  if (report.agents.length === 0) {
    return { rows: [], count: Math.max(0, report.summary.profiles - toldCount) };
  }
  let found: Candidate[] = [];
  let count = 0;
  for (const agent of report.agents) {
    const ids = told.get(ownerKey(agent.gateway, agent.id));
    for (const profile of agent.profiles) {
      if (ids?.has(profile.profileId)) continue;
      count += 1;
      found.push({ agent, profile });
    }
    // Of a large fleet only the head of the order is ever kept.
    if (found.length > most + KEPT_CANDIDATES) found = soonest(found, most);
  }
  const rows = soonest(found, most).map(({ agent, profile }) =>
    quietRow(report, agent, profile, phrases),
  );
  return { rows, count };
}

interface Candidate {
  readonly agent: ReportAgent;
  readonly profile: ReportProfile;
}

const KEPT_CANDIDATES = 1000;

function soonest(candidates: readonly Candidate[], most: number): Candidate[] {
  // A difference of two infinities would be no number.
  const compare = (a: Candidate, b: Candidate): number => {
    const [left, right] = [leftOf(a.profile), leftOf(b.profile)];
    return left === right ? 0 : left - right;
  };
  return candidates.toSorted(compare).slice(0, most);
}

function leftOf({ remainingMs }: ReportProfile): number {
  return remainingMs ?? Number.POSITIVE_INFINITY;
}

function quietRow(
  report: Report,
  agent: ReportAgent,
  profile: ReportProfile,
  { health }: TextPhrases,
): Row {
  return {
    severity: 'ok',
    state: health[profile.health],
    agents: [agentName(report, agent.gateway, agent.id) ?? ''],
    profile: profile.profileId,
    provider: profile.provider,
    expiresAt: profile.expiresAt,
    estimated: profile.expirySource === 'estimated',
    finding: null,
  };
}
