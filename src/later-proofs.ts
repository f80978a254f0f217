// Gathers what speaks for a credential after OpenClaw met a refusal: answers, its own date, the config.
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
  const { profileId, secret } = profile;
  const answer = memory?.lastAnswer(profile) ?? null;
  const declaredAt = Object.hasOwn(profiles, profileId) ? profiles[profileId]?.issuedAt : undefined;
  const issuedAt = secret && jwtIssuedAt(secret.reveal());
  const proofs: readonly LaterProof[] = [
    ...(answer?.outcome === 'accepted' ? [{ kind: answer.level, at: answer.checkedAt }] : []),
    ...(declaredAt === undefined ? [] : [{ kind: 'declared', at: declaredAt } as const]),
    ...(issuedAt === null ? [] : [{ kind: 'issued', at: issuedAt } as const]),
  ];
  // A date that is still to come would settle whatever happens until then.
  return proofs.filter(({ at }) => at <= now);
}
