// Judges what only shows across the agents of a gateway: shared refresh tokens, and a clock that is behind.
import type { Agent, Gateway } from '../core/agent.ts';
import { digest53 } from '../core/digest.ts';
import { DAY_MS } from '../core/duration.ts';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedProfile } from './check.ts';
import { severityOf } from './index.ts';

/** Up to so many agents, refresh tokens are compared as they are; the engine hashes few texts faster. */
const FEW_AGENTS = 100;

/** A refresh token that several agents hold. */
interface SharedLogin {
  readonly profileId: string;
  readonly provider: string;
  readonly agents: Set<string>;
}

/** Sees the agents of one gateway one by one and keeps of them only what has to be compared. */
export class AcrossAgents {
  readonly #gateway: Gateway;
  readonly #policy: Policy;
  readonly #now: number;
  /** The first agent by refresh token. */
  readonly #holders = new Map<string | number, string>();
  readonly #shared = new Map<string | number, SharedLogin>();
  readonly #keyOf: (token: string) => string | number;
  #newestAt: number;

  /** Times in epoch ms; no honest clock is before `notBefore`. */
  constructor(gateway: Gateway, policy: Policy, now: number, notBefore = 0) {
    this.#gateway = gateway;
    this.#policy = policy;
    this.#now = now;
    this.#newestAt = notBefore;
    // The tokens of ten thousand agents would fill the memory.
    this.#keyOf = gateway.agentIds.length > FEW_AGENTS ? digest53 : (token) => token;
  }

  see(agent: Agent, profiles: readonly JudgedProfile[]): void {
    for (const judged of profiles) {
      const { stats } = judged;
      if (stats !== null) {
        this.#newestAt = Math.max(this.#newestAt, stats.lastUsedAt ?? 0, stats.lastFailureAt ?? 0);
      }
      this.#seeLogin(agent, judged);
    }
  }

  findings(): Finding[] {
    const shared = [...this.#shared.values()].map(({ profileId, provider, agents }) =>
      this.#finding('refresh_token_shared', { provider, profileId }, { agents: [...agents] }),
    );
    const isBehind = this.#newestAt > this.#now + DAY_MS;
    const nobody = { provider: null, profileId: null };
    return [
      ...shared,
      ...(isBehind ? [this.#finding('clock_suspect', nobody, { newestAt: this.#newestAt })] : []),
    ].filter(({ severity }) => severity !== 'off');
  }

  // What an agent inherits is one copy; what nobody uses is rotated by nobody.
  #seeLogin(
    agent: Agent,
    { profile, provider, inheritedFrom, inUse, ignored }: JudgedProfile,
  ): void {
    if (profile.refresh === null || profile.refreshFence !== null) return;
    if (inheritedFrom !== null || !inUse || ignored) return;
    const key = this.#keyOf(profile.refresh.reveal());
    const holder = this.#holders.get(key);
    if (holder === undefined) this.#holders.set(key, agent.id);
    else if (holder !== agent.id) {
      const { profileId } = profile;
      const login = this.#shared.get(key) ?? { profileId, provider, agents: new Set([holder]) };
      login.agents.add(agent.id);
      this.#shared.set(key, login);
    }
  }

  #finding(
    code: 'refresh_token_shared' | 'clock_suspect',
    about: Pick<Finding, 'provider' | 'profileId'>,
    facts: Finding['facts'],
  ): Finding {
    const severity = severityOf({ code }, this.#policy);
    return {
      code,
      severity,
      gateway: this.#gateway.label,
      agent: null,
      since: null,
      ...about,
      facts,
    };
  }
}
