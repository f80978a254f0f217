// Runs every check on an agent and lets the policy say how much each finding counts.
import type { Agent, Gateway } from '../core/agent.ts';
import {
  compareSeverity,
  defaultSeverity,
  type Facts,
  type Finding,
  type Severity,
} from '../core/finding.ts';
import type { Policy } from '../core/policy.ts';
import type { AgentCase, Check, Draft, JudgedProfile } from './check.ts';
import { age } from './age.ts';
import { authFailures } from './auth-failures.ts';
import { coverage } from './coverage.ts';
import { credential } from './credential.ts';
import { expiry } from './expiry.ts';
import { judgeProfiles } from './judged-profile.ts';
import { refresh } from './refresh.ts';
import { store, storeDraft } from './store.ts';
import { usability } from './usability.ts';

const checks = {
  store,
  credential,
  expiry,
  refresh,
  authFailures,
  usability,
  age,
  coverage,
} satisfies Record<string, Check>;

export interface AgentJudgement {
  readonly profiles: readonly JudgedProfile[];
  readonly findings: readonly Finding[];
}

/** Judges one agent by a policy of our own. Pure: the same input gives the same findings. */
export function judgeAgent(
  gateway: Gateway,
  agent: Agent,
  policy: Policy,
  now: number,
): AgentJudgement {
  const profiles = judgeProfiles(gateway, agent, policy, now);
  const blind = [...agent.faults, ...gateway.faults].some(
    (fault) => fault.code !== 'store_permissions',
  );
  const agentCase: AgentCase = { gateway, agent, policy, now, profiles, blind };
  const drafts = Object.values(checks).flatMap((check) => check.judge(agentCase));
  const findings = drafts.map((draft) => findingOf(draft, agentCase)).filter((f) => f !== null);
  return { profiles, findings };
}

/** Findings about the gateway itself: its config, its shared store, its `.env`. */
export function judgeGateway(gateway: Gateway, policy: Policy): readonly Finding[] {
  const drafts: Draft[] = gateway.faults.map(storeDraft);
  if (gateway.configFault !== null) {
    drafts.push({ code: 'gateway_config_invalid', facts: { ...gateway.configFault } });
  }
  return drafts
    .map((draft) => ({ draft, severity: severityOf(draft, policy) }))
    .filter(({ severity }) => severity !== 'off')
    .map(({ draft, severity }) => ({
      code: draft.code,
      severity,
      gateway: gateway.label,
      agent: null,
      provider: null,
      profileId: null,
      since: null,
      facts: draft.facts,
    }));
}

/** The finding that a draft becomes under the policy; null when it is switched off or replaced. */
export function findingOf(
  draft: Draft,
  { agent, policy }: Pick<AgentCase, 'agent' | 'policy'>,
): Finding | null {
  const { profile } = draft;
  if (profile !== undefined && isReplaced(draft, profile, policy)) return null;
  const severity = demoted(severityOf(draft, policy), profile, policy);
  if (severity === 'off') return null;
  return {
    code: draft.code,
    severity,
    gateway: agent.gateway,
    agent: agent.id,
    provider: profile?.provider ?? draft.provider ?? null,
    profileId: profile?.profile.profileId ?? draft.profileId ?? null,
    since: draft.since ?? null,
    facts: { ...draft.facts, ...circumstances(agent, profile, draft.inheritedFrom) },
  };
}

// One line says that a profile is unused; its other troubles concern nobody until it is used.
function isReplaced(draft: Draft, profile: JudgedProfile, policy: Policy): boolean {
  return policy.scope === 'in-use' && !profile.inUse && draft.code !== 'profile_unused';
}

/**
 * The severity of a draft: what the config says of `code.variant`, else of the code, else its own, else
 * the code's default. A circumstance that ranks below its code keeps its own rank unless it is named
 * or the code is set lower still; a code that is off is off in all of them.
 */
export function severityOf(
  { code, variant, severity }: Pick<Draft, 'code' | 'variant' | 'severity'>,
  { severity: table }: Pick<Policy, 'severity'>,
): Severity {
  const byCode = table[code];
  if (byCode === 'off') return 'off';
  const byVariant = variant === undefined ? undefined : table[`${code}.${variant}`];
  if (byVariant !== undefined) return byVariant;
  if (byCode === undefined) return severity ?? defaultSeverity[code];
  const isMilder = severity !== undefined && compareSeverity(severity, defaultSeverity[code]) > 0;
  return isMilder && compareSeverity(severity, byCode) > 0 ? severity : byCode;
}

// What OpenClaw never picks, or the user told us to ignore, is told and never counted.
function demoted(
  severity: Severity,
  profile: JudgedProfile | undefined,
  { profiles }: Policy,
): Severity {
  if (severity === 'off' || profile === undefined) return severity;
  if (profile.ignored) return 'info';
  const { profileId } = profile.profile;
  if (profile.excluded === null) return severity;
  const isWatched = Object.hasOwn(profiles, profileId) && profiles[profileId]?.watch === true;
  return isWatched ? severity : 'info';
}

function circumstances(
  agent: Agent,
  profile: JudgedProfile | undefined,
  origin: string | null = profile?.inheritedFrom ?? null,
): Facts {
  return {
    ...(profile === undefined ? {} : { type: profile.profile.type }),
    ...(origin === null ? {} : { inheritedFrom: origin }),
    ...(profile?.excluded ? { excluded: profile.excluded } : {}),
    ...(profile?.ignored ? { ignored: true } : {}),
    ...(agent.origin === 'disk' ? { onDiskOnly: true } : {}),
  };
}
