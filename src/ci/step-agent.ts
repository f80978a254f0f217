// Presents the credentials of a CI step as one agent, so that the checks of every agent judge them.
import type { Agent, Gateway } from '../core/agent.ts';
import type { Profile } from '../core/profile.ts';

/** The name of the place and of its only agent in the report. */
export const STEP = 'ci';

/** A place without stores, config or models: every credential in it counts. */
export const stepGateway: Gateway = {
  label: STEP,
  stateDir: '',
  isDefault: true,
  configPath: null,
  storage: 'none',
  configFault: null,
  faults: [],
  strictConfigFaults: [],
  configuredKeys: new Map(),
  openaiWays: null,
  usedProviders: new Set(),
  order: new Map(),
  declared: new Map(),
  key: () => null,
  anyKey: () => null,
  endpoint: () => null,
  needsNoKey: () => false,
  servedBy: () => null,
  agentIds: [STEP],
};

/** The agent that holds these credentials. */
export function stepAgent(profiles: readonly Profile[]): Agent {
  return {
    gateway: STEP,
    id: STEP,
    origin: 'config',
    dir: '',
    store: { kind: 'none', path: null, schemaVersion: null },
    profiles: profiles.map((profile) => ({
      profile,
      inheritedFrom: null,
      stats: null,
      refPresence: null,
      foundIn: null,
    })),
    malformed: [],
    orphanStats: new Map(),
    order: new Map(),
    faults: [],
    routes: [],
    usesPresetModel: false,
    usesPresetUtility: false,
  };
}
