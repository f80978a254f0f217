// Watches that every profile id of our config was met: a mistyped one would switch nothing, unseen.
import type { Agent, Gateway } from './core/agent.ts';
import { suggest } from './core/edit-distance.ts';
import type { Finding } from './core/finding.ts';
import type { Policy } from './core/policy.ts';
import { severityOf } from './checks/index.ts';

/** Ids under `profiles` of the config that no store of any gateway holds. */
export class ConfiguredProfiles {
  readonly #policy: Policy;
  readonly #unmet: Set<string>;
  readonly #stored = new Set<string>();
  #isBlind = false;

  /** `isPartial`: some agents are left out, so that absence says nothing. */
  constructor(policy: Policy, isPartial: boolean) {
    this.#policy = policy;
    this.#unmet = new Set(isPartial ? [] : Object.keys(policy.profiles));
  }

  see({ profiles, malformed, faults }: Agent): void {
    if (this.#unmet.size === 0) return;
    for (const { profile } of profiles) this.meet(profile.profileId);
    for (const { profileId } of malformed) this.meet(profileId);
    this.search({ faults });
  }

  /** An id that there is. */
  meet(profileId: string): void {
    this.#unmet.delete(profileId);
    this.#stored.add(profileId);
  }

  /** What could not be read, or found (null), may hold any of them. */
  search(gateway: Pick<Gateway, 'faults'> | null): void {
    const faults = gateway?.faults ?? null;
    this.#isBlind ||= faults?.some(({ code }) => code !== 'store_permissions') ?? true;
  }

  /** A finding for each id that nothing has; `gateway` stands in, since none has it. */
  missing(gateway: string): Finding[] {
    if (this.#isBlind) return [];
    return [...this.#unmet].map((profileId) => {
      const didYouMean = suggest(profileId, this.#stored);
      // Who watches a profile wants to hear that it is gone; who ignores one need not.
      const isWatched = this.#policy.profiles[profileId]?.watch === true;
      const variant = isWatched ? {} : ({ variant: 'not_stored', severity: 'notice' } as const);
      return {
        code: 'profile_credential_missing',
        severity: severityOf({ code: 'profile_credential_missing', ...variant }, this.#policy),
        gateway,
        agent: null,
        provider: null,
        profileId,
        since: null,
        facts: {
          reason: 'not_stored',
          configured: true,
          ...(didYouMean === null ? {} : { didYouMean }),
        },
      };
    });
  }
}
