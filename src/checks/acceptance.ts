// Decides what a provider's verdict means for a profile: a finding, or nothing.
import { defaultSeverity, type Facts, type Severity, type Subject } from '../core/finding.ts';
import type { Unusable } from '../core/profile.ts';
import type { Judgement, ProbeLevel, ProbeVerdict } from '../probes/probe.ts';

/** `passive`: no request of ours, OpenClaw itself met the refusal. */
export type EvidenceLevel = ProbeLevel | 'passive';

/** The part of a ProbeVerdict that is judged; passive evidence has it too. */
export type Evidence = Judgement & Pick<ProbeVerdict, 'status' | 'message' | 'requestId'>;

export interface AcceptanceContext {
  /** Epoch ms of the answer. */
  readonly checkedAt: number;
  /** The user expects it, or the profile is routed through claude-cli. */
  readonly expectsClaudeCodeOnly: boolean;
  /** OpenClaw can renew the login by itself. */
  readonly refreshable: boolean;
  /** Why OpenClaw sets the profile aside, if it does. */
  readonly unusable: Pick<Unusable, 'until' | 'reason'> | null;
  /** Epoch ms of the last failure that OpenClaw noted; an older yes does not contradict it. */
  readonly lastFailureAt?: number | null;
  /** The first refusal after a good history; the next run confirms it. */
  readonly isFirstStrike?: true;
}

export interface AcceptanceFinding extends Subject {
  readonly code:
    | 'claude_code_only'
    | 'credential_rejected'
    | 'billing_blocked'
    | 'provider_recovered_but_cooling';
  /** Named in config as `code.variant`. */
  readonly variant?: string;
  /** Absent when it is the code's default. */
  readonly severity?: Severity;
  readonly facts: Facts;
}

/**
 * Turns a verdict into a finding. What is inconclusive or was not probed says nothing, and an acceptance
 * only contradicts a cooldown: it never lifts what the clock says.
 */
export function acceptanceFinding(
  { gateway, agent, provider, profileId }: Subject,
  verdict: Evidence,
  level: EvidenceLevel,
  context: AcceptanceContext,
): AcceptanceFinding | null {
  const subject = { gateway, agent, provider, profileId };
  if (verdict.outcome === 'accepted') {
    const { unusable, checkedAt, lastFailureAt } = context;
    const contradicts =
      unusable !== null &&
      unusable.until > checkedAt &&
      (lastFailureAt ?? 0) < checkedAt &&
      settles(level, unusable);
    if (!contradicts) return null;
    const code = 'provider_recovered_but_cooling';
    return { ...subject, code, facts: { until: unusable.until, level, checkedAt } };
  }
  if (verdict.outcome !== 'rejected') return null;
  const ranking = judgeRejection(verdict.reason, level, context);
  const isFirst = context.isFirstStrike === true && ranking.code === 'credential_rejected';
  const isRelieved = isFirst && ranking.severity === 'fail';
  const { code, severity, variant } = isRelieved ? { ...ranking, ...FIRST_STRIKE } : ranking;
  return {
    ...subject,
    code,
    ...(variant !== undefined && { variant }),
    ...(severity !== defaultSeverity[code] && { severity }),
    facts: {
      ...rejectionFacts(verdict, level, context.checkedAt),
      ...(isFirst && { firstStrike: true }),
    },
  };
}

/**
 * A free request sees neither credit nor limits, so it cannot say that a billing or rate trouble is over.
 */
function settles(level: EvidenceLevel, { reason }: Pick<Unusable, 'reason'>): boolean {
  return level === 'inference' || reason === null || /^(?:auth|session_expired)/.test(reason);
}

interface Ranking {
  readonly code: Exclude<AcceptanceFinding['code'], 'provider_recovered_but_cooling'>;
  readonly severity: Severity;
  /** Of what ranks below its code by itself. */
  readonly variant?: string;
}

const FIRST_STRIKE = { variant: 'first_strike', severity: 'warn' } as const;

function judgeRejection(
  reason: string,
  level: EvidenceLevel,
  { expectsClaudeCodeOnly, refreshable }: AcceptanceContext,
): Ranking {
  if (reason === 'claude_code_only') {
    // Every setup-token is refused so; only OpenClaw's own failure shows that it is used that way.
    if (expectsClaudeCodeOnly) return { code: reason, variant: 'expected', severity: 'info' };
    return { code: reason, severity: level === 'passive' ? 'fail' : 'warn' };
  }
  // A free request may be refused, or told about credit, where the agent's own request would pass.
  const severity = level === 'metadata' ? 'warn' : 'fail';
  if (reason === 'billing') return { code: 'billing_blocked', severity };
  const code = 'credential_rejected';
  if (reason === 'forbidden' && level === 'metadata') return { code, variant: reason, severity };
  const renewsItself = reason === 'expired' && refreshable;
  return renewsItself
    ? { code, variant: 'renewable', severity: 'info' }
    : { code, severity: 'fail' };
}

function rejectionFacts(verdict: Evidence, level: EvidenceLevel, checkedAt: number): Facts {
  const { reason, confidence, status, message, requestId } = verdict;
  return {
    reason,
    level,
    confidence,
    checkedAt,
    ...(status !== undefined && { status }),
    ...(message !== undefined && { message }),
    ...(requestId !== undefined && { requestId }),
    ...verdict.facts,
  };
}
