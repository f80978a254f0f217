// Carries incidents from run to run: what is new, what goes on, who joined or left, what is over.
import type { EvidenceOf } from './evidence.ts';
import { rootKey, type Candidate } from './group-incidents.ts';
import { shortHash, type Hash, type Incident, type Member } from './incident.ts';
import { memberKey } from './subjects.ts';

/** An incident after this run; `seen` when the report still has it. */
export interface Followed {
  readonly incident: Incident;
  readonly seen: boolean;
}

interface Following {
  readonly now: number;
  readonly hash: Hash;
  readonly sameSalt: boolean;
  readonly evidenceOf: EvidenceOf;
}

/** All incidents after this run, the ones seen first. */
export function followIncidents(
  open: readonly Incident[],
  candidates: readonly Candidate[],
  following: Following,
): readonly Followed[] {
  const pairs = pair(open, candidates);
  const paired = new Set(pairs.values());
  const fingerprints = new Set(open.map(({ fingerprint }) => fingerprint));
  const seen = candidates.map((candidate) => {
    const known = pairs.get(candidate);
    const incident = known
      ? goOn(known, candidate, following)
      : begin(candidate, fingerprints, following);
    fingerprints.add(incident.fingerprint);
    return { incident, seen: true };
  });
  const unseen = open
    .filter((incident) => !paired.has(incident))
    .map((incident) => ({ incident: fade(incident, following), seen: false }));
  return [...seen, ...unseen];
}

/**
 * The same root cause first. Then, for credentials, the same sufferers: a renewed credential that is in
 * trouble again goes on with the incident, and so does one whose id changed with the salt.
 */
function pair(
  open: readonly Incident[],
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, Incident> {
  const pairs = new Map<Candidate, Incident>();
  const byRoot = new Map(open.map((incident) => [rootKey(incident), incident]));
  for (const candidate of candidates) {
    const known = byRoot.get(rootKey(candidate));
    if (known) pairs.set(candidate, known);
  }
  const taken = new Set(pairs.values());
  const sufferers = new Map<string, Incident>();
  for (const incident of open) {
    if (taken.has(incident)) continue;
    for (const member of incident.members) sufferers.set(suffererKey(incident, member), incident);
  }
  for (const candidate of candidates) {
    if (pairs.has(candidate)) continue;
    const known = mostShared(candidate, sufferers, taken);
    if (!known) continue;
    pairs.set(candidate, known);
    taken.add(known);
  }
  return pairs;
}

function mostShared(
  candidate: Candidate,
  sufferers: ReadonlyMap<string, Incident>,
  taken: ReadonlySet<Incident>,
): Incident | null {
  const shared = new Map<Incident, number>();
  for (const member of candidate.members) {
    if (member.profileId === null) continue;
    const known = sufferers.get(suffererKey(candidate, member));
    if (known && !taken.has(known)) shared.set(known, (shared.get(known) ?? 0) + 1);
  }
  const ranked = [...shared].sort(([, a], [, b]) => b - a);
  return ranked[0]?.[0] ?? null;
}

function begin(
  { sinceAt, ...candidate }: Candidate,
  fingerprints: ReadonlySet<string>,
  { now, hash }: Following,
): Incident {
  return {
    ...candidate,
    fingerprint: newFingerprint(candidate, fingerprints, hash),
    openedAt: now,
    failingSinceAt: candidate.severity === 'fail' ? Math.min(sinceAt ?? now, now) : null,
    recoveredAt: null,
    marks: {},
  };
}

// From names, never from the credentialId: that one changes with the salt of the install.
function newFingerprint(
  { gateway, class: incidentClass, root, members }: Omit<Candidate, 'sinceAt'>,
  fingerprints: ReadonlySet<string>,
  hash: Hash,
): string {
  const first = members[0];
  const anchor = root.startsWith('credential:') && first ? memberKey(first) : root;
  for (let twin = 0; ; twin += 1) {
    const parts = [gateway, incidentClass, anchor, ...(twin > 0 ? [twin] : [])];
    const fingerprint = shortHash(hash, parts);
    if (!fingerprints.has(fingerprint)) return fingerprint;
  }
}

function goOn(
  known: Incident,
  { sinceAt, ...candidate }: Candidate,
  { now, sameSalt, evidenceOf }: Following,
): Incident {
  const listed = new Set(candidate.members.map(memberKey));
  const unjudged = known.members.filter(
    (member) => !listed.has(memberKey(member)) && evidenceOf(known, member) === null,
  );
  const isRenewed =
    known.generation !== candidate.generation &&
    (sameSalt || known.expiresAt !== candidate.expiresAt);
  const failsNow = candidate.severity === 'fail' ? Math.min(sinceAt ?? now, now) : null;
  return {
    ...known,
    ...candidate,
    members: [...candidate.members, ...unjudged],
    failingSinceAt: known.failingSinceAt ?? failsNow,
    recoveredAt: null,
    marks: isRenewed ? rearm(known.marks) : known.marks,
  };
}

/**
 * Over when nobody is left about whom the run is no evidence; the last members are kept to be named.
 * What still is as it was and only counts no more is not called an outage that ended.
 */
function fade(incident: Incident, { now, evidenceOf }: Following): Incident {
  if (incident.recoveredAt !== null) return incident;
  const evidence = incident.members.map((member) => evidenceOf(incident, member));
  const members = incident.members.filter((_, index) => evidence[index] === null);
  if (members.length > 0) return { ...incident, members };
  const isDiscounted = evidence.every((one) => one === 'discounted');
  const facts = isDiscounted ? { ...incident.facts, discounted: true } : incident.facts;
  return { ...incident, facts, recoveredAt: now };
}

function rearm(marks: Incident['marks']): Incident['marks'] {
  return Object.fromEntries(
    Object.entries(marks).map(([channel, mark]) => [channel, { ...mark, told: [] }]),
  );
}

function suffererKey(incident: Pick<Incident, 'gateway' | 'class'>, member: Member): string {
  return JSON.stringify([incident.gateway, incident.class, memberKey(member)]);
}
