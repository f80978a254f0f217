// Puts together one agent from its place, its merged store and the facts of its gateway.
import type { Agent, AgentProfile, Gateway, StoreFault } from '../core/agent.ts';
import type { Profile, RefPresence, SecretRef, UsageStats } from '../core/profile.ts';
import type { AgentPlace } from './agents.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';
import type { MergedAuth } from './inheritance.ts';
import { withValue } from './parse-profile.ts';
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
  /** What a reference leads to is judged like what is stored; OpenClaw's own command line does not. */
  readonly followsRefs: boolean;
  /** Reads the file behind a reference; null where that was not allowed. */
  readonly secretFile: ((profile: Profile, ref: SecretRef) => Resolved) | null;
  /** What a stored text that stands for another comes to; null where OpenClaw's own answer is not asked for. */
  readonly standIn: ((profile: Profile) => RefPresence | null) | null;
}

export type Resolved = Pick<AgentProfile, 'profile' | 'refPresence' | 'foundIn'>;

/** Follows a SecretRef as far as that is allowed. */
function resolved(profile: Profile, context: GatewayContext): Resolved {
  const ref = profile.secretRef;
  if (ref === null) {
    return { profile, refPresence: context.standIn?.(profile) ?? null, foundIn: null };
  }
  const { facts, environment, shared } = context;
  // Only `openclaw doctor` still reads the retired forms (2026.9.6).
  const isLost = ref.isRetired === true && (context.standIn !== null || shared.retiresJson);
  // Its own command line does not look into its secret store.
  const names = context.standIn === null ? shared.secretNames : null;
  const presence = isLost ? 'absent' : refPresence(ref, facts, environment, names);
  if (ref.source === 'file' && presence === 'unknown') {
    return context.secretFile?.(profile, ref) ?? { profile, refPresence: presence, foundIn: null };
  }
  if (presence !== 'present') return { profile, refPresence: presence, foundIn: null };
  const found = ref.source === 'env' ? environment.find(ref.id) : null;
  if (found === null) return { profile, refPresence: presence, foundIn: shared.path };
  const known = context.followsRefs ? withValue(profile, found.value) : profile;
  return { profile: known, refPresence: presence, foundIn: found.layer.name };
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
  const { gateway, facts } = context;
  const profiles: AgentProfile[] = [];
  for (const profile of merged.profiles.values()) {
    const { profileId } = profile;
    const found = resolved(profile, context);
    // Field by field: a spread costs several times as much (measured).
    profiles.push({
      profile: found.profile,
      refPresence: found.refPresence,
      foundIn: found.foundIn,
      inheritedFrom: merged.inherited.has(profileId) ? base : null,
      stats: merged.stats.get(profileId) ?? null,
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
    usesPresetModel: facts.usesPresetModel(place.configured),
    presetModel: facts.presetModel,
    usesPresetUtility: facts.usesPresetUtility(place.configured),
  };
}

function orphans({ stats, profiles }: MergedAuth): Agent['orphanStats'] {
  const orphaned = new Map<string, UsageStats>();
  for (const [id, entry] of stats) if (!profiles.has(id)) orphaned.set(id, entry);
  return orphaned;
}
