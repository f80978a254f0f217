// Looks up what a report says about a gateway, an agent or a profile.
import type { Report, ReportAgent, ReportProfile } from '../report.ts';

/** What a report lists, by name. */
export interface Subjects {
  hasGateway(gateway: string): boolean;
  agent(gateway: string, agent: string): ReportAgent | null;
  profile(gateway: string, agent: string | null, profileId: string | null): ReportProfile | null;
  storePath(gateway: string, agent: string | null): string | null;
  /** True when the agent's store could not be read, so that nothing else about it is known. */
  isBlind(gateway: string, agent: string | null): boolean;
  /** True when the records that a refusal was seen in (`log`, else transcripts) were all looked at. */
  looksFor(gateway: string, agent: string, source: unknown): boolean;
  /** True when some store or the config of the gateway could not be read: its lists may have gaps. */
  hasGaps(gateway: string): boolean;
}

const STORE_LOST: readonly string[] = ['store_unreadable', 'store_migration_required'];
const LIST_LOST: readonly string[] = [...STORE_LOST, 'gateway_not_found', 'gateway_config_invalid'];

/** Indexes a report by its names. */
export function readSubjects(report: Report): Subjects {
  const gateways = new Set(report.gateways.map(({ label }) => label));
  const agents = new Map(report.agents.map((agent) => [join(agent.gateway, agent.id), agent]));
  // The file of another program's login hides nothing of the agents that run on it.
  const lost = report.findings.filter(
    ({ code, facts }) => STORE_LOST.includes(code) && facts['login'] === undefined,
  );
  const blind = new Set(lost.map(({ gateway, agent }) => join(gateway, agent)));
  const gaps = new Set(
    report.findings.filter(({ code }) => LIST_LOST.includes(code)).map(({ gateway }) => gateway),
  );
  const closed = new Set(
    report.findings
      .filter(({ code }) => code === 'trace_unreadable')
      .map(({ gateway, agent }) => join(gateway, agent)),
  );
  return {
    hasGateway: (gateway) => gateways.has(gateway),
    agent: (gateway, agent) => agents.get(join(gateway, agent)) ?? null,
    profile: (gateway, agent, profileId) =>
      agents.get(join(gateway, agent))?.profiles.find((one) => one.profileId === profileId) ?? null,
    storePath: (gateway, agent) => agents.get(join(gateway, agent))?.store.path ?? null,
    // A lost file of the gateway itself (shared store, `.env`) hides something of every agent.
    isBlind: (gateway, agent) => blind.has(join(gateway, agent)) || blind.has(join(gateway, null)),
    looksFor(gateway, agent, source) {
      const { passive } = report.gateways.find(({ label }) => label === gateway) ?? {};
      const isOn = source === 'log' ? passive?.log : passive?.transcripts;
      return (
        isOn !== false && !closed.has(join(gateway, agent)) && !closed.has(join(gateway, null))
      );
    },
    hasGaps: (gateway) => gaps.has(gateway),
  };
}

/** Tells one member of an incident from another. */
export function memberKey(member: {
  readonly agent: string | null;
  readonly profileId: string | null;
}): string {
  return join(member.agent, member.profileId);
}

function join(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}
