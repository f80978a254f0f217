// What every check sees and gives: one agent with its judged profiles in, drafts of findings out.
import type { Agent, AgentProfile, Gateway } from '../core/agent.ts';
import type { Facts, FindingCode, Severity } from '../core/finding.ts';
import type { Expiry, Health } from '../core/health.ts';
import type { Policy } from '../core/policy.ts';
import type { Unusable } from '../core/profile.ts';

/** Why OpenClaw never picks a stored profile. */
export type Exclusion = 'ordered_out' | 'unlisted' | 'mode_mismatch';

/** A profile of one agent with everything that is known before the rules are applied. */
export interface JudgedProfile extends AgentProfile {
  /** Normalised. */
  readonly provider: string;
  readonly expiry: Expiry;
  readonly health: Health;
  /** OpenClaw would renew it by itself on next use. */
  readonly refreshable: boolean;
  readonly unusable: Unusable | null;
  readonly inUse: boolean;
  readonly excluded: Exclusion | null;
  readonly ignored: boolean;
  /** It can serve a request now, as far as files tell. */
  readonly usable: boolean;
  /** It could serve once a cooldown ends: neither dead nor excluded. */
  readonly alive: boolean;
}

export interface AgentCase {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly policy: Policy;
  /** Epoch ms, the same for the whole run. */
  readonly now: number;
  readonly profiles: readonly JudgedProfile[];
  /** A store or `.env` could not be read, so nothing may be concluded from what is absent. */
  readonly blind: boolean;
}

/** A finding before the policy has given it its severity. */
export interface Draft {
  readonly code: FindingCode;
  /** Named in config as `code.variant`. */
  readonly variant?: string;
  /** The severity of this variant, where it differs from the code's. */
  readonly severity?: Severity;
  readonly provider?: string;
  readonly profile?: JudgedProfile;
  readonly profileId?: string;
  /** Whom an entry without a profile was inherited from. */
  readonly inheritedFrom?: string | null;
  /** Epoch ms. */
  readonly since?: number;
  readonly facts: Facts;
}

export interface Check {
  readonly name: string;
  judge(agentCase: AgentCase): readonly Draft[];
}

/** No draft: most profiles of most agents are fine, so the list is made once. */
export const NONE: readonly Draft[] = [];

/** What `judge` has to say of each profile. A loop: `flatMap` costs several times as much (measured). */
export function ofEach(
  profiles: readonly JudgedProfile[],
  judge: (profile: JudgedProfile) => readonly Draft[],
): readonly Draft[] {
  let drafts: Draft[] | undefined;
  for (const profile of profiles) {
    const more = judge(profile);
    if (more.length > 0) (drafts ??= []).push(...more);
  }
  return drafts ?? NONE;
}
