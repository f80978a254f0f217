// Judges what only shows across the agents of a gateway: shared refresh tokens, and a clock that is behind.
import type { Agent, Gateway } from '../core/agent.ts';
import { DAY_MS } from '../core/duration.ts';
import type { Finding } from '../core/finding.ts';
import type { Policy } from '../core/policy.ts';
import type { JudgedProfile } from './check.ts';
import { severityOf } from './index.ts';

interface Login {
  readonly profileId: string;
  readonly provider: string;
  readonly agents: Set<string>;
}

/** Sees the agents of one gateway one by one and keeps of them only what has to be compared. */
export class AcrossAgents {
  readonly #gateway: Gateway;
  readonly #policy: Policy;
  readonly #now: number;
  /** By refresh token, in memory only and for as long as the gateway is judged. */
  readonly #logins = new Map<string, Login>();
  #newestAt = 0;

  constructor(gateway: Gateway, policy: Policy, now: number) {
    this.#gateway = gateway;
    this.#policy = policy;
    this.#now = now;
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
    const shared = [...this.#logins.values()]
      .filter(({ agents }) => agents.size > 1)
      .map(({ profileId, provider, agents }) =>
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
    const token = profile.refresh.reveal();
    const login = this.#logins.get(token);
    if (login !== undefined) login.agents.add(agent.id);
    else {
      const { profileId } = profile;
      this.#logins.set(token, { profileId, provider, agents: new Set([agent.id]) });
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
