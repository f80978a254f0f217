// Reads OpenClaw's records agent by agent, judges them, and keeps for the next run what is still open.
import { findingOf, type AgentJudgement } from './checks/index.ts';
import { openSuspicions, recordedRefusals, type Suspicion } from './checks/recorded-refusals.ts';
import type { Draft, JudgedProfile } from './checks/check.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import type { Policy } from './core/policy.ts';
import type { PassiveMemory, RememberedSighting, Sighting, TraceFault } from './core/sighting.ts';
import { TraceReader } from './openclaw/traces/trace-reader.ts';
import { TraceWindow } from './openclaw/traces/trace-window.ts';
import type { PassiveRequest, RecordedAgent } from './passive-records.ts';
import { proofsOf } from './later-proofs.ts';

/** Of one agent and provider; the first tells since when, the newest what it is now. */
const MOST_REMEMBERED = 20;

/** Judges by what OpenClaw recorded; one for all gateways of a run. */
export class PassiveReader {
  readonly #request: PassiveRequest;
  readonly #policy: Policy;
  readonly #now: number;
  readonly #window: TraceWindow;
  readonly #gateways = new Map<Gateway, TraceReader>();
  readonly #open: RememberedSighting[] = [];
  /** State directories of the gateways judged in this run. */
  readonly #seen = new Set<string>();

  constructor(request: PassiveRequest, policy: Policy, now: number) {
    this.#request = request;
    this.#policy = policy;
    this.#now = now;
    this.#window = new TraceWindow(
      now,
      request.memory?.earlier ?? { positions: {}, sightings: [] },
    );
  }

  async add(about: RecordedAgent, judgement: AgentJudgement): Promise<AgentJudgement> {
    const { gateway, agent } = about;
    this.#seen.add(gateway.stateDir);
    const reader = this.#readerOf(about);
    const fresh = await reader.agent(agent, about.transcripts);
    if (isBlind(gateway, agent)) {
      this.#keepAll(about, fresh.sightings);
      return judgement;
    }
    const remembered = this.#remembered(about, judgement.profiles);
    const settings = this.#policy.profiles;
    const given = {
      gateway,
      agent,
      profiles: judgement.profiles,
      traces: { ...fresh, sightings: [...remembered, ...fresh.sightings] },
      expectsClaudeCodeOnly: (id: string) =>
        Object.hasOwn(settings, id) && settings[id]?.expectClaudeCodeOnly === true,
      proofs: ({ profile }: JudgedProfile) =>
        proofsOf(profile, this.#request, this.#policy, this.#now),
    };
    const open = openSuspicions(given);
    this.#remember(about, open);
    const drafts = [...recordedRefusals(open, given), ...fresh.faults.map(faultDraft)];
    const judged = { agent, policy: this.#policy };
    const findings = drafts.map((draft) => findingOf(draft, judged)).filter((f) => f !== null);
    return { ...judgement, findings: together(judgement, findings) };
  }

  /** The faults of a gateway's log. */
  logFindings(gateway: Gateway): readonly Finding[] {
    const faults = this.#gateways.get(gateway)?.faults ?? [];
    const severity = this.#policy.severity.trace_unreadable ?? 'info';
    if (severity === 'off') return [];
    const nobody = { agent: null, provider: null, profileId: null, since: null };
    return faults.map(({ path, problem }) => ({
      code: 'trace_unreadable',
      severity,
      gateway: gateway.label,
      ...nobody,
      facts: { path, problem },
    }));
  }

  /** For the next run; of gateways that were not judged in this one, what was known before. */
  memory(): PassiveMemory {
    const earlier = this.#request.memory?.earlier.sightings ?? [];
    return {
      positions: this.#window.positions([...this.#seen]),
      sightings: [...earlier.filter(({ stateDir }) => !this.#seen.has(stateDir)), ...this.#open],
    };
  }

  // Without the store nobody can be told to be meant, or cleared.
  #keepAll({ gateway, agent }: RecordedAgent, fresh: readonly Sighting[]): void {
    const { memory } = this.#request;
    if (memory === null) return;
    const { stateDir } = gateway;
    const known = memory.earlier.sightings.filter(
      (one) => one.stateDir === stateDir && one.agent === agent.id,
    );
    const added = fresh.slice(-MOST_REMEMBERED);
    this.#open.push(
      ...known,
      ...added.map((sighting) => ({ stateDir, agent: agent.id, credentials: {}, sighting })),
    );
  }

  #readerOf({ gateway, places }: RecordedAgent): TraceReader {
    const known = this.#gateways.get(gateway);
    if (known !== undefined) return known;
    const [only, ...others] = gateway.agentIds;
    const onlyAgent = others.length === 0 ? (only ?? null) : null;
    const reader = new TraceReader(places, onlyAgent, this.#window);
    this.#gateways.set(gateway, reader);
    return reader;
  }

  // A credential that was replaced since is not to blame.
  #remembered({ gateway, agent }: RecordedAgent, profiles: readonly JudgedProfile[]): Sighting[] {
    const { memory, sources } = this.#request;
    if (memory === null) return [];
    const isSame = ({ credentials }: RememberedSighting): boolean =>
      Object.keys(credentials).length === 0 ||
      profiles.some(
        ({ profile }) => credentials[profile.profileId] === memory.credentialId(profile),
      );
    return memory.earlier.sightings
      .filter((one) => one.stateDir === gateway.stateDir && one.agent === agent.id && isSame(one))
      .map(({ sighting }) => sighting)
      .filter(({ source }) => (source === 'log' ? sources.log : sources.transcripts));
  }

  #remember({ gateway, agent }: RecordedAgent, open: readonly Suspicion[]): void {
    const { memory } = this.#request;
    if (memory === null) return;
    const oldestFirst = open.toSorted((a, b) => a.sighting.at - b.sighting.at);
    const [first, ...others] = oldestFirst;
    if (first === undefined) return;
    for (const { sighting, profiles } of [first, ...others.slice(-MOST_REMEMBERED)]) {
      const credentials = Object.fromEntries(
        profiles.map(({ profile }) => [profile.profileId, memory.credentialId(profile)]),
      );
      this.#open.push({ stateDir: gateway.stateDir, agent: agent.id, credentials, sighting });
    }
  }
}

// A login whose refresh failed is stalled once, and no longer merely due.
function together({ findings: own }: AgentJudgement, recorded: readonly Finding[]): Finding[] {
  const stalled = (findings: readonly Finding[]): ReadonlySet<string | null> =>
    new Set(
      findings.flatMap(({ code, profileId }) =>
        code === 'profile_refresh_stalled' ? [profileId] : [],
      ),
    );
  const [known, added] = [stalled(own), stalled(recorded)];
  return [
    ...own.filter(({ code, profileId }) => code !== 'profile_refresh_due' || !added.has(profileId)),
    ...recorded.filter(
      ({ code, profileId }) => code !== 'profile_refresh_stalled' || !known.has(profileId),
    ),
  ];
}

function isBlind(gateway: Gateway, agent: Agent): boolean {
  return [...agent.faults, ...gateway.faults].some(({ code }) => code !== 'store_permissions');
}

function faultDraft({ path, problem }: TraceFault): Draft {
  return { code: 'trace_unreadable', facts: { path, problem } };
}
