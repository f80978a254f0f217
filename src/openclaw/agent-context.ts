// Puts together one agent from its place, its merged store and the facts of its gateway.
import type { Agent, AgentProfile, Gateway, StoreFault } from '../core/agent.ts';
import type { UsageStats } from '../core/profile.ts';
import type { AgentPlace } from './agents.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';
import type { MergedAuth } from './inheritance.ts';
import { refPresence } from './secret-refs.ts';
import type { SharedState } from './sqlite-files.ts';
import type { GatewaySource, SystemView } from './state-dir.ts';

/** What every agent of a gateway is loaded with. */
export interface GatewayContext {
  readonly view: SystemView;
  readonly source: GatewaySource;
  readonly facts: ConfigFacts;
  readonly environment: Environment;
  readonly shared: SharedState;
  readonly gateway: Gateway;
}

/** The agent at `place`; `base` names whom its inherited profiles come from. */
export function agentOf(
  context: GatewayContext,
  place: AgentPlace,
  merged: MergedAuth,
  base: string,
  store: Agent['store'],
  faults: readonly StoreFault[],
): Agent {
  const { gateway, facts, environment, shared } = context;
  const profiles: AgentProfile[] = [];
  for (const profile of merged.profiles.values()) {
    profiles.push({
      profile,
      inheritedFrom: merged.inherited.has(profile.profileId) ? base : null,
      stats: merged.stats.get(profile.profileId) ?? null,
      refPresence:
        profile.secretRef === null
          ? null
          : refPresence(profile.secretRef, facts, environment, shared.secretNames),
    });
  }
  return {
    gateway: gateway.label,
    id: place.id,
    origin: place.origin,
    dir: place.dir,
    store,
    profiles,
    malformed: [
      ...merged.malformed.map((entry) => ({ ...entry, inheritedFrom: null })),
      ...merged.inheritedMalformed.map((entry) => ({ ...entry, inheritedFrom: base })),
    ],
    orphanStats: orphans(merged),
    order: merged.order,
    faults,
    routes: facts.routes(place.configured),
    usesPresetUtility: facts.usesPresetUtility(place.configured),
  };
}

function orphans({ stats, profiles }: MergedAuth): Agent['orphanStats'] {
  const orphaned = new Map<string, UsageStats>();
  for (const [id, entry] of stats) if (!profiles.has(id)) orphaned.set(id, entry);
  return orphaned;
}
