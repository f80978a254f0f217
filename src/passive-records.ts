// Adds to the judgement of each agent what OpenClaw itself recorded, where it left anything to read.
import type { AgentJudgement } from './checks/index.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import type { Policy } from './core/policy.ts';
import type { RememberedVerdict } from './core/probe-note.ts';
import type { Profile } from './core/profile.ts';
import type { PassiveMemory, PassiveSources } from './core/sighting.ts';
import type { LoadedGateway } from './openclaw/gateway.ts';
import { logPlaces, NO_LOG, sessionsDir, type TracePlaces } from './openclaw/trace-hints.ts';
import type { PassiveReader } from './passive-reader.ts';
import type { World } from './world.ts';

/** Which records are searched, and what earlier runs left to remember. */
export interface PassiveRequest {
  readonly sources: PassiveSources;
  /** Null: a bounded window is searched, and nothing is kept. */
  readonly memory: {
    readonly earlier: PassiveMemory;
    credentialId(profile: Profile): string;
    /** What the provider last said of a credential when it was asked; null where that is not known. */
    lastAnswer(profile: Profile): RememberedVerdict | null;
    /** Takes what the next run needs. */
    keep(memory: PassiveMemory): void;
  } | null;
}

/** What is searched under a policy: OpenClaw's own rules look at none of its records. */
export function sourcesFor(policy: Policy['name'], sources: PassiveSources): PassiveSources {
  if (!policy.startsWith('openclaw-')) return sources;
  return { stats: false, transcripts: false, log: false };
}

/** The records of one gateway, opened when the first of them is found. */
export interface GatewayRecords {
  /** The judgement itself where nothing was recorded about the agent. */
  add(agent: Agent, judgement: AgentJudgement): AgentJudgement | Promise<AgentJudgement>;
  /** What concerns no single agent. */
  findings(): Promise<readonly Finding[]>;
}

/** What a run searches with; one for all gateways, so that they share one memory. */
export class PassiveRecords {
  readonly #world: World;
  readonly #request: PassiveRequest;
  readonly #policy: Policy;
  readonly #now: number;
  #reader: Promise<PassiveReader> | null = null;

  constructor(world: World, request: PassiveRequest, policy: Policy, now: number) {
    this.#world = world;
    this.#request = request;
    this.#policy = policy;
    this.#now = now;
    // What is remembered has to be judged again, even when nothing new is there.
    if ((request.memory?.earlier.sightings.length ?? 0) > 0) void this.#open();
  }

  /** `isOnly`: no other gateway is judged, so that a common log can only be its own. */
  of({ gateway, logFile }: LoadedGateway, isOnly: boolean): GatewayRecords {
    const { sources } = this.#request;
    const world = this.#world;
    const places = sources.log
      ? logPlaces(world, { stateDir: gateway.stateDir, logFile, isOnly }, this.#now)
      : NO_LOG;
    // A log that is only probably its own counts beside transcripts that show it in use.
    if (places.isIts && places.logFiles.length > 0) void this.#open();
    return {
      add: (agent, judgement) => {
        const sessions = sources.transcripts ? sessionsDir(world, gateway.stateDir, agent) : null;
        const database = sources.transcripts ? (agent.store.transcripts ?? null) : null;
        if (this.#reader === null && sessions === null && database === null) return judgement;
        const about = { gateway, agent, places, transcripts: { sessions, database } };
        return this.#open().then((reader) => reader.add(about, judgement));
      },
      findings: async () => (await this.#reader)?.logFindings(gateway) ?? [],
    };
  }

  /** Hands what was found to the next run. */
  async keep(): Promise<void> {
    const { memory } = this.#request;
    if (memory !== null && this.#reader !== null) memory.keep((await this.#reader).memory());
  }

  #open(): Promise<PassiveReader> {
    this.#reader ??= import('./passive-reader.ts').then(
      ({ PassiveReader: Reader }) => new Reader(this.#request, this.#policy, this.#now),
    );
    return this.#reader;
  }
}

/** What of an agent may be read. */
export interface RecordedAgent {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly places: TracePlaces;
  readonly transcripts: { readonly sessions: string | null; readonly database: string | null };
}
