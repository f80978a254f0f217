// Judges the refusals that OpenClaw itself recorded: whose credential it was, and whether it is over.
import type { Agent, Gateway } from '../core/agent.ts';
import type { AgentTraces, Sighting, Success } from '../core/sighting.ts';
import { acceptanceFinding, type AcceptanceContext } from './acceptance.ts';
import type { Draft, JudgedProfile } from './check.ts';
import { isServedByCli } from './cli-route.ts';
import { isSettledBy, renewedSince, type LaterProof } from './later-proof.ts';

/** Failures of one run come together; two that lie further apart are two strikes. */
const ONE_RUN_MS = 60_000;
/** OpenClaw 2026.9 notes a use only after an answer, and not in the millisecond of the turn. */
const STATS_SLACK_MS = 5_000;

/** One agent with what was recorded about it. */
export interface RecordedCase {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly profiles: readonly JudgedProfile[];
  readonly traces: AgentTraces;
  /** Profiles of which the user expects that only Claude Code may use them. */
  readonly expectsClaudeCodeOnly: (profileId: string) => boolean;
  /** What is known to speak for a credential. */
  readonly proofs: (profile: JudgedProfile) => readonly LaterProof[];
}

/** Whom a sighting may be about; several where the record does not tell. */
export interface Suspicion {
  readonly sighting: Sighting;
  readonly provider: string;
  readonly profiles: readonly JudgedProfile[];
}

/** One draft for each credential whose newest calls were refused and none was answered since. */
export function recordedRefusals(
  open: readonly Suspicion[],
  given: RecordedCase,
): readonly Draft[] {
  const groups = new Map<string, Suspicion[]>();
  for (const suspicion of open) {
    const { provider, profiles } = suspicion;
    const key = JSON.stringify([provider, ...profiles.map(({ profile }) => profile.profileId)]);
    groups.set(key, [...(groups.get(key) ?? []), suspicion]);
  }
  return [...groups.values()].flatMap((group) => draftOf(group, given) ?? []);
}

/**
 * The sightings that no later success contradicts and that can still be about a stored credential, or
 * about a key outside the stores.
 */
export function openSuspicions(given: RecordedCase): readonly Suspicion[] {
  const suspicions = given.traces.sightings.flatMap((sighting) => suspicionOf(sighting, given));
  return suspicions.filter((suspicion) => !isOver(suspicion, given));
}

function suspicionOf(
  sighting: Sighting,
  { gateway, agent, profiles }: RecordedCase,
): readonly Suspicion[] {
  const provider = sighting.provider ?? onlyProvider(agent);
  if (provider === null) return [];
  const stored = profiles.filter(
    (one) => one.provider === provider && one.excluded === null && isKind(one, sighting),
  );
  if (stored.length === 0) {
    // A key of the environment has no profile. Where none is left either, the credential is gone.
    const isElsewhere = !profiles.some((one) => one.provider === provider);
    const hasKey = sighting.profileId === null && gateway.key(provider)?.presence === 'present';
    return isElsewhere && hasKey ? [{ sighting, provider, profiles: [] }] : [];
  }
  if (sighting.profileId === null) return [{ sighting, provider, profiles: stored }];
  const named = stored.filter(({ profile }) => profile.profileId === sighting.profileId);
  return named.length === 0 ? [] : [{ sighting, provider, profiles: named }];
}

// An API key is never Claude Code's, and only a login is refreshed.
function isKind({ profile }: JudgedProfile, { refusal }: Sighting): boolean {
  if (refusal.reason === 'claude_code_only') return profile.type !== 'api_key';
  return refusal.reason !== 'refresh_failed' || profile.type === 'oauth';
}

function onlyProvider(agent: Agent): string | null {
  const providers = new Set(agent.routes.map(({ provider }) => provider));
  const [first] = providers;
  return providers.size === 1 && first !== undefined ? first : null;
}

function isOver(suspicion: Suspicion, { gateway, traces, proofs }: RecordedCase): boolean {
  const { sighting, profiles } = suspicion;
  const { at, refusal } = sighting;
  // Whichever of them it was, it works now.
  const isProven = (one: JudgedProfile): boolean => isSettledBy(proofs(one), refusal.reason, at);
  if (profiles.length > 0 && profiles.every(isProven)) return true;
  if (traces.successes().some((success) => success.at > at && settles(success, suspicion))) {
    return true;
  }
  // 2026.2.9 notes a use even when the call was refused (measured).
  const [only] = profiles;
  if (gateway.storage !== 'sqlite' || only === undefined || profiles.length > 1) return false;
  return (only.stats?.lastUsedAt ?? 0) > at + STATS_SLACK_MS;
}

function settles(success: Success, { sighting, provider, profiles }: Suspicion): boolean {
  if (success.provider !== provider) return false;
  // Anthropic lets Haiku pass where it refuses every other model (anthropics/claude-code#87420).
  if (sighting.refusal.reason === 'claude_code_only' && /haiku/i.test(success.model)) return false;
  if (success.profileId === null) return sighting.profileId === null || profiles.length === 1;
  return profiles.some(({ profile }) => profile.profileId === success.profileId);
}

function draftOf(group: readonly Suspicion[], given: RecordedCase): Draft | null {
  const newestFirst = group.toSorted((a, b) => b.sighting.at - a.sighting.at);
  // What may be a rate limit says less than a plain refusal, however new it is.
  const told =
    newestFirst.find(({ sighting }) => sighting.refusal.confidence !== 'possible') ??
    newestFirst[0];
  if (told === undefined) return null;
  const { sighting, provider, profiles } = told;
  const [only] = profiles;
  const profile = profiles.length === 1 ? only : undefined;
  const firstAt = newestFirst.at(-1)?.sighting.at ?? sighting.at;
  if (sighting.refusal.reason === 'refresh_failed') return stalled(profile, sighting, firstAt);
  // What the clock or the store says already is not said again.
  if (profile !== undefined && isDead(profile) && sighting.refusal.reason !== 'billing')
    return null;
  const found = acceptanceFinding(
    subjectOf(given, provider, profile),
    {
      outcome: 'rejected',
      reason: sighting.refusal.reason,
      confidence: sighting.refusal.confidence === 'certain' ? 'certain' : 'likely',
      ...(sighting.status === null ? {} : { status: sighting.status }),
      ...(sighting.requestId === null ? {} : { requestId: sighting.requestId }),
      facts: {
        ...sighting.refusal.facts,
        source: sighting.source,
        seenIn: sighting.seenIn,
      },
    },
    'passive',
    contextOf(profiles, told, firstAt, given),
  );
  if (found === null || found.code === 'provider_recovered_but_cooling') return null;
  const renewedAt =
    profile && renewedSince(given.proofs(profile), sighting.refusal.reason, sighting.at);
  const isRenewed = typeof renewedAt === 'number' && (found.severity ?? 'fail') === 'fail';
  const isPossible = sighting.refusal.confidence === 'possible' && found.severity !== 'info';
  const names = profiles.map((one) => one.profile.profileId);
  return {
    code: found.code,
    ...(found.variant === undefined ? {} : { variant: found.variant }),
    ...(found.severity === undefined ? {} : { severity: found.severity }),
    ...(isPossible ? ({ variant: 'possible', severity: 'notice' } as const) : {}),
    ...(isRenewed ? ({ variant: 'renewed', severity: 'warn' } as const) : {}),
    provider,
    ...(profile === undefined ? {} : { profile }),
    since: firstAt,
    facts: {
      ...found.facts,
      confidence: sighting.refusal.confidence,
      ...(isRenewed ? { renewedAt } : {}),
      ...(names.length > 1 ? { profiles: names } : {}),
    },
  };
}

function subjectOf({ gateway, agent }: RecordedCase, provider: string, one?: JudgedProfile) {
  const profileId = one?.profile.profileId ?? null;
  return { gateway: gateway.label, agent: agent.id, provider, profileId };
}

function contextOf(
  profiles: readonly JudgedProfile[],
  suspicion: Suspicion,
  firstAt: number,
  given: RecordedCase,
): AcceptanceContext {
  const { gateway, agent, expectsClaudeCodeOnly } = given;
  const { sighting, provider } = suspicion;
  const isExpected = profiles.some(({ profile }) => expectsClaudeCodeOnly(profile.profileId));
  return {
    checkedAt: sighting.at,
    expectsClaudeCodeOnly: isExpected || isServedByCli(gateway, agent, provider),
    refreshable: profiles.some(({ refreshable }) => refreshable),
    unusable: null,
    ...(isFirstStrike(suspicion, firstAt, given) && { isFirstStrike: true }),
  };
}

/** One refusal right after a good history may be a blip; another, or one without any success, is not. */
function isFirstStrike(
  { sighting, provider, profiles }: Suspicion,
  firstAt: number,
  { traces }: RecordedCase,
): boolean {
  if (sighting.refusal.reason !== 'invalid' || sighting.at - firstAt >= ONE_RUN_MS) return false;
  return traces
    .successes()
    .some(
      (success) =>
        success.at < firstAt &&
        success.provider === provider &&
        (success.profileId === null ||
          profiles.some(({ profile }) => profile.profileId === success.profileId)),
    );
}

function isDead({ health }: JudgedProfile): boolean {
  return health === 'expired' || health === 'missing';
}

// A refresh that failed before the end is tried again, and the login still works until then.
function stalled(
  profile: JudgedProfile | undefined,
  sighting: Sighting,
  since: number,
): Draft | null {
  const at = profile?.expiry.at ?? null;
  if (profile === undefined || at === null || profile.health !== 'expired' || sighting.at < at) {
    return null;
  }
  const facts = { reason: 'failed_since', expiresAt: at, lastFailureAt: sighting.at };
  return { code: 'profile_refresh_stalled', profile, since, facts };
}
