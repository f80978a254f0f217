// Judges the end of a credential that its provider told, or that its age makes likely.
import { ageDraft, estimatedEnd, statesNoEnd } from './checks/age.ts';
import type { Draft, JudgedProfile } from './checks/check.ts';
import { findingOf } from './checks/index.ts';
import { toldExpiry } from './checks/told-expiry.ts';
import type { Collector } from './collect.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { FindingCode, Subject } from './core/finding.ts';
import { isoTime } from './core/iso-time.ts';
import { OWN_POLICIES, type Policy, type ProfileSettings } from './core/policy.ts';
import type { ProbeTarget } from './probes/probe.ts';
import type { ProfileRow } from './report-rows.ts';
import type { RunRequest } from './run.ts';

/** A credential that counts, with whose it is. */
export interface Asked {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly judged: JudgedProfile;
  /** All profiles of the agent. */
  readonly peers: readonly JudgedProfile[];
  readonly servedByCli: boolean;
  readonly target: ProbeTarget;
  readonly row: ProfileRow | undefined;
}

/** Findings that a told end takes the place of. */
const EXPIRY_CODES: readonly FindingCode[] = [
  'profile_expired',
  'profile_expiring',
  'profile_expiry_ahead',
];

/** Adds what there is to say about an end that the store does not hold. A mirror knows of no such end. */
export function judgeEnd(
  asked: Asked,
  toldAt: unknown,
  { policy, now, memory }: Pick<RunRequest, 'policy' | 'now' | 'memory'>,
  collector: Collector,
): void {
  if (!Object.hasOwn(OWN_POLICIES, policy.name)) return;
  const { gateway, agent, judged, peers, row, target } = asked;
  const agentCase = { gateway, agent, policy, now, profiles: peers, blind: false };
  const find = (drafts: readonly Draft[]) =>
    drafts.map((draft) => findingOf(draft, agentCase)).filter((finding) => finding !== null);
  const told = typeof toldAt === 'number' ? toldExpiry(judged, toldAt, agentCase) : null;
  if (told !== null) {
    const subject = subjectOf(agent, judged);
    collector.withdraw(
      (finding) => EXPIRY_CODES.includes(finding.code) && isAbout(finding, subject),
    );
    for (const finding of find(told.drafts)) collector.finding(finding);
    if (row !== undefined) row.health = told.judged.health;
    if (typeof toldAt === 'number') writeEnd(row, toldAt, 'provider', now);
    return;
  }
  if (!statesNoEnd(judged)) return;
  const issuedAt = settingsOf(policy, judged)?.issuedAt;
  // What other tokens live is known to nobody.
  const isSetupToken = target.secret.reveal().startsWith('sk-ant-oat');
  const bornAt = issuedAt ?? (isSetupToken ? memory?.firstSeenAt(target.key, now) : undefined);
  if (bornAt === undefined) return;
  writeEnd(row, estimatedEnd(bornAt), 'estimated', now);
  // A declared age is judged from the files alone.
  if (issuedAt !== undefined) return;
  for (const finding of find(ageDraft(judged, bornAt, policy, now))) collector.finding(finding);
}

/** Whom a finding about the profile is about. */
export function subjectOf({ gateway, id }: Agent, { provider, profile }: JudgedProfile): Subject {
  return { gateway, agent: id, provider, profileId: profile.profileId };
}

function isAbout(finding: Subject, { gateway, agent, profileId }: Subject): boolean {
  const { agent: its, profileId: id } = finding;
  return finding.gateway === gateway && its === agent && id === profileId;
}

/** What the user declared about the profile. */
export function settingsOf(
  { profiles }: Pick<Policy, 'profiles'>,
  { profile }: JudgedProfile,
): ProfileSettings | undefined {
  return Object.hasOwn(profiles, profile.profileId) ? profiles[profile.profileId] : undefined;
}

function writeEnd(
  row: ProfileRow | undefined,
  expiresAt: number,
  source: ProfileRow['expirySource'],
  now: number,
): void {
  if (row === undefined) return;
  row.expiresAt = isoTime(expiresAt);
  row.remainingMs = Math.floor(expiresAt - now);
  row.expirySource = source;
}
