// Loads every gateway, judges every agent by the policy, and hands each judgement on at once.
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import type { MirrorName, Policy } from './core/policy.ts';
import { judgeAgent, judgeGateway, type AgentJudgement } from './checks/index.ts';
import { judgeProfile } from './checks/judged-profile.ts';
import { mirrors } from './mirrors/index.ts';
import type { Mirror } from './mirrors/mirror.ts';
import { loadGateway } from './openclaw/gateway.ts';
import { normalizeAgentId } from './openclaw/config-facts.ts';
import type { GatewaySource } from './openclaw/state-dir.ts';
import type { World } from './world.ts';

/** What is to be judged. */
export interface JudgeRequest {
  readonly sources: readonly GatewaySource[];
  readonly filter: {
    /** Agent ids, or `LABEL/ID`; empty means every agent. */
    readonly agents: readonly string[];
  };
  readonly policy: Policy;
  /** Epoch ms, the same for the whole run. */
  readonly now: number;
}

/** Takes judgements as they come; nothing is kept here, so that ten thousand agents cost no memory. */
export interface Judgements {
  gateway(gateway: Gateway): void;
  agent(agent: Agent, judgement: AgentJudgement): void;
  finding(finding: Finding): void;
}

/** Judges all of `request`; what cannot be judged becomes a finding, never an exception. */
export async function judgeAll(
  world: World,
  request: JudgeRequest,
  judgements: Judgements,
): Promise<void> {
  const wanted = new WantedAgents(request.filter.agents);
  for (const source of request.sources) {
    const loaded = await loadGateway(world, source);
    if (loaded === null) {
      judgements.finding(gatewayNotFound(source));
      continue;
    }
    const { gateway } = loaded;
    const judge = judgeBy(request);
    judgements.gateway(gateway);
    for (const finding of judge.gateway(gateway)) judgements.finding(finding);
    for await (const agent of loaded.agents(request.now)) {
      if (!wanted.takes(agent) || !judge.knows(agent, wanted.named(agent))) continue;
      wanted.seen(agent);
      judgements.agent(agent, judge.agent(gateway, agent));
    }
    wanted.known(gateway);
  }
  for (const finding of wanted.missing(request.sources[0]?.label ?? ''))
    judgements.finding(finding);
}

interface Judge {
  knows(agent: Agent, named: boolean): boolean;
  gateway(gateway: Gateway): readonly Finding[];
  agent(gateway: Gateway, agent: Agent): AgentJudgement;
}

function judgeBy({ policy, now }: JudgeRequest): Judge {
  const mirror = mirrorOf(policy);
  if (mirror !== null) return mirrored(mirror, policy, now);
  return {
    // An implicit main is no agent of ours: nothing configures it and nothing of it is on disk.
    knows: (agent) =>
      agent.origin === 'config' || (agent.origin === 'disk' && policy.onDiskAgents === 'judge'),
    gateway: (gateway) => judgeGateway(gateway, policy),
    agent: (gateway, agent) => judgeAgent(gateway, agent, policy, now),
  };
}

function mirrorOf(policy: Policy): Mirror | null {
  return policy.name in mirrors ? mirrors[policy.name as keyof typeof mirrors & MirrorName] : null;
}

// The words of a profile are the mirror's; where it lists none, ours stand for the report.
function mirrored(mirror: Mirror, policy: Policy, now: number): Judge {
  return {
    knows: (agent, named) => mirror.knows(agent, named),
    gateway: () => [],
    agent(gateway, agent) {
      const { health, findings } = mirror.judge(gateway, agent, now);
      const profiles = agent.profiles
        .filter(({ profile }) => health.has(profile.profileId))
        .map((entry) => {
          const judged = judgeProfile(gateway, agent, entry, policy, now);
          return { ...judged, health: health.get(entry.profile.profileId) ?? judged.health };
        });
      return { profiles, findings };
    },
  };
}

function gatewayNotFound(source: GatewaySource): Finding {
  return {
    code: 'gateway_not_found',
    severity: 'fail',
    gateway: source.label,
    agent: null,
    provider: null,
    profileId: null,
    since: null,
    facts: { searched: source.searched },
  };
}

/** The agents that were asked for by name, and whether each was met. */
class WantedAgents {
  readonly #wanted: readonly {
    readonly text: string;
    readonly gateway: string | null;
    readonly id: string;
  }[];
  readonly #met = new Set<string>();
  readonly #known: string[] = [];

  constructor(names: readonly string[]) {
    this.#wanted = names.map((text) => {
      const slash = text.indexOf('/');
      return {
        text,
        gateway: slash < 0 ? null : text.slice(0, slash),
        id: normalizeAgentId(slash < 0 ? text : text.slice(slash + 1)),
      };
    });
  }

  named(agent: Agent): boolean {
    return this.#wanted.some(
      (w) => w.id === agent.id && (w.gateway ?? agent.gateway) === agent.gateway,
    );
  }

  takes(agent: Agent): boolean {
    return this.#wanted.length === 0 || this.named(agent);
  }

  seen(agent: Agent): void {
    for (const { text, id, gateway } of this.#wanted) {
      if (id === agent.id && (gateway ?? agent.gateway) === agent.gateway) this.#met.add(text);
    }
  }

  known(gateway: Gateway): void {
    if (this.#wanted.length > 0) this.#known.push(...gateway.agentIds);
  }

  missing(gateway: string): Finding[] {
    return this.#wanted
      .filter(({ text }) => !this.#met.has(text))
      .map(({ text, gateway: named }) => ({
        code: 'agent_not_found',
        severity: 'fail',
        gateway: named ?? gateway,
        agent: null,
        provider: null,
        profileId: null,
        since: null,
        facts: { wanted: text, known: [...new Set(this.#known)].slice(0, 20) },
      }));
  }
}
