// What a mirror gives: the answer of one OpenClaw version about one agent, its mistakes included.
import type { Agent, Gateway } from '../core/agent.ts';
import type { Finding, FindingCode, Facts, Severity } from '../core/finding.ts';
import type { Health } from '../core/health.ts';

export interface MirrorJudgement {
  /** Status word by profile id, for the profiles that this version lists. */
  readonly health: ReadonlyMap<string, Health>;
  readonly findings: readonly Finding[];
}

export interface Mirror {
  /** The stores that this version reads; some versions have come to both. */
  readonly era: 'json' | 'sqlite' | 'as found';
  /** Agents that `models status` of this version knows; `named` when `--agent` asks for it. */
  knows(agent: Agent, named: boolean): boolean;
  judge(gateway: Gateway, agent: Agent, now: number): MirrorJudgement;
}

/** 2026.2 knows the agents of the config, and `main` for a status without `--agent`. */
export function knownByConfig(agent: Agent, named: boolean): boolean {
  return agent.origin === 'config' || (agent.id === 'main' && named);
}

/** A finding of a mirror; severities are the exit codes of that version and cannot be configured. */
export function mirrorFinding(
  agent: Agent,
  code: FindingCode,
  severity: Exclude<Severity, 'off'>,
  about: { readonly provider?: string; readonly profileId?: string; readonly facts: Facts },
): Finding {
  return {
    code,
    severity,
    gateway: agent.gateway,
    agent: agent.id,
    provider: about.provider ?? null,
    profileId: about.profileId ?? null,
    since: null,
    facts: about.facts,
  };
}

/** Why OpenClaw refuses the config of a gateway: ours, else what its strict schema finds; null where it does not. */
export function refusedConfig(gateway: Gateway): Gateway['configFault'] {
  const [detail] = gateway.strictConfigFaults;
  if (gateway.configFault !== null || detail === undefined) return gateway.configFault;
  return { path: gateway.configPath ?? '', problem: 'not_accepted', detail };
}
