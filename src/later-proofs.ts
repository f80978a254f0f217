// Gathers what speaks for a credential after OpenClaw met a refusal: answers, its own date, the config.
import { USUAL_LIFETIME_MS } from './checks/age.ts';
import type { LaterProof } from './checks/later-proof.ts';
import type { Policy } from './core/policy.ts';
import type { Profile } from './core/profile.ts';
import { jwtIssuedAt } from './openclaw/jwt.ts';
import type { PassiveRequest } from './passive-records.ts';

/** All that is known at `now` (epoch ms) without asking anybody. */
export function proofsOf(
  profile: Profile,
  { memory }: PassiveRequest,
  { profiles }: Policy,
  now: number,
): readonly LaterProof[] {
  const { profileId, secret, type, expiresAt } = profile;
  const answer = memory?.lastAnswer(profile) ?? null;
  const declaredAt = Object.hasOwn(profiles, profileId) ? profiles[profileId]?.issuedAt : undefined;
  const text = secret?.reveal() ?? '';
  const issuedAt = jwtIssuedAt(text);
  // A setup token lives a year, so one that is to end later than that was stored since then.
  const isSetupToken = type === 'token' && text.startsWith('sk-ant-oat');
  const storedAt = isSetupToken && expiresAt !== null ? expiresAt - USUAL_LIFETIME_MS : null;
  const proofs: readonly LaterProof[] = [
    ...(answer?.outcome === 'accepted' ? [{ kind: answer.level, at: answer.checkedAt }] : []),
    ...(declaredAt === undefined ? [] : [{ kind: 'declared', at: declaredAt } as const]),
    ...(issuedAt === null ? [] : [{ kind: 'issued', at: issuedAt } as const]),
    ...(storedAt === null ? [] : [{ kind: 'stored', at: storedAt } as const]),
  ];
  // A date that is still to come would settle whatever happens until then.
  return proofs.filter(({ at }) => at <= now);
}
