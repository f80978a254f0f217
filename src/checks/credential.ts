// Judges the credential itself: is there any, is it whole, and does its reference resolve.
import type { MalformedProfile } from '../core/agent.ts';
import type { SecretRef } from '../core/profile.ts';
import { normalizeProvider } from '../core/provider.ts';
import {
  NONE,
  ofEach,
  type AgentCase,
  type Check,
  type Draft,
  type JudgedProfile,
} from './check.ts';

export const credential: Check = {
  name: 'credential',
  judge: (agentCase) => [
    ...ofEach(agentCase.profiles, (profile) => judge(profile, agentCase)),
    ...agentCase.agent.malformed.map(malformed),
  ],
};

function judge(judged: JudgedProfile, agentCase: AgentCase): readonly Draft[] {
  const missing = missingReason(judged);
  const { profile } = judged;
  if (missing !== null) {
    const facts = { reason: missing, type: profile.type };
    return [{ code: 'profile_credential_missing', profile: judged, facts }];
  }
  const problem = shapeProblem(judged, agentCase.gateway.storage);
  if (problem === null && judged.refPresence !== 'unknown') return NONE;
  const drafts: Draft[] = [];
  if (problem !== null) {
    const facts = { problem, type: profile.type };
    drafts.push({ code: 'profile_malformed', profile: judged, facts });
  }
  if (judged.refPresence === 'unknown' && profile.secretRef !== null) {
    drafts.push(unresolved(judged, profile.secretRef));
  }
  return drafts;
}

function missingReason({ profile, refPresence }: JudgedProfile): string | null {
  if (profile.inactive) return 'inactive_setup';
  if (refPresence === 'absent') {
    return profile.secretRef?.source === 'store' ? 'store_row_absent' : 'unknown_alias';
  }
  if (refPresence === 'not_allowed' || refPresence === 'not_in_file') return refPresence;
  if (profile.secret !== null || profile.secretRef !== null || profile.refreshFence !== null)
    return null;
  if (profile.type === 'oauth' && profile.refresh !== null) return null;
  return profile.materialFault === 'not_text' ? null : 'no_material';
}

// A key with a line break inside was broken on entry; providers answer it with "Invalid bearer token".
function shapeProblem(
  { profile, health, expiry }: JudgedProfile,
  storage: 'json' | 'sqlite' | 'none',
): string | null {
  if (profile.materialFault !== null && profile.materialFault !== 'empty')
    return profile.materialFault;
  const fault = profile.expiresFault;
  // 0 is the JSON era's way to say "no expiry"; 2026.9 calls it invalid.
  if (fault !== null && !(fault === 'zero' && storage === 'json')) return `expires_${fault}`;
  const unknownEnd = profile.type === 'oauth' && health === 'missing' && expiry.at === null;
  return unknownEnd ? 'expires_missing' : null;
}

const WHY_UNKNOWN: Readonly<Record<SecretRef['source'], string>> = {
  env: 'not_set_here',
  file: 'never_opened',
  exec: 'never_run',
  store: 'not_readable',
  managed: 'placeholder',
};

function unresolved(profile: JudgedProfile, ref: SecretRef): Draft {
  const looked = ref.source === 'env' || ref.source === 'file' || ref.source === 'store';
  return {
    code: 'secret_ref_unresolved',
    variant: ref.source,
    ...(looked ? {} : { severity: 'notice' }),
    profile,
    facts: {
      source: ref.source,
      refProvider: ref.provider || 'default',
      refId: ref.id,
      reason: WHY_UNKNOWN[ref.source],
    },
  };
}

function malformed({ profileId, provider, problem, inheritedFrom }: MalformedProfile): Draft {
  return {
    code: 'profile_malformed',
    profileId,
    inheritedFrom,
    ...(provider === null ? {} : { provider: normalizeProvider(provider) }),
    facts: { problem },
  };
}
