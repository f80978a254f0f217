// Loads every gateway, judges every agent by the policy, and hands each judgement on at once.
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding, Severity } from './core/finding.ts';
import type { LoginSettings } from './core/login.ts';
import type { Policy, PolicyName } from './core/policy.ts';
import { AcrossAgents } from './checks/across-agents.ts';
import { judgeAgent, judgeGateway, severityOf, type AgentJudgement } from './checks/index.ts';
import { judgeProfiles } from './checks/judged-profile.ts';
import type { JudgedLogin, LoginUsers } from './logins.ts';
import type { Mirror } from './mirrors/mirror.ts';
import type { CommandLine } from './openclaw/command-line.ts';
import { loadGateway, type LoadedGateway } from './openclaw/gateway.ts';
import { PassiveRecords, type PassiveRequest } from './passive-records.ts';
import type { GatewaySource } from './openclaw/state-dir.ts';
import type { PickedMirror } from './pick-mirror.ts';
import { builtAt } from './version.ts';
import { ConfiguredProfiles } from './configured-profiles.ts';
import { WantedAgents } from './wanted-agents.ts';
import type { World } from './world.ts';

/** From here on, how V8 works is worth the time to load what tells it, then what keeps memory small. */
const MANY_AGENTS = 400;
const VERY_MANY_AGENTS = 2_000;

/** What is to be judged. */
export interface JudgeRequest {
  readonly sources: readonly GatewaySource[];
  readonly filter: {
    /** Agent ids, or `LABEL/ID`; empty means every agent. */
    readonly agents: readonly string[];
  };
  readonly policy: Policy;
  /** Logins of other programs to judge; absent for none. */
  readonly logins?: LoginSettings;
  /** Epoch ms, the same for the whole run. */
  readonly now: number;
  /** Epoch ms; absent where no earlier run is remembered. */
  readonly lastRunAt?: number | null;
  /** What OpenClaw recorded of refused calls; absent: nothing of it is looked at. */
  readonly passive?: PassiveRequest;
}

/** Takes judgements as they come; nothing is kept here, so that ten thousand agents cost no memory. */
export interface Judgements {
  /** `policyName`: by which it is judged, which `auto` leaves open. */
  gateway(gateway: Gateway, policyName: PolicyName): void;
  agent(agent: Agent, judgement: AgentJudgement): void;
  finding(finding: Finding): void;
  login(login: JudgedLogin): void;
}

/** Judges all of `request`; what cannot be judged becomes a finding, never an exception. */
export async function judgeAll(
  world: World,
  request: JudgeRequest,
  judgements: Judgements,
): Promise<void> {
  const { sources, policy, now } = request;
  const wanted = new WantedAgents(request.filter.agents);
  const isMirrored = policy.name !== 'default' && policy.name !== 'strict';
  const configured = new ConfiguredProfiles(policy, request.filter.agents.length > 0 || isMirrored);
  // A mirror says what OpenClaw itself would, and that reads none of its records.
  const passive =
    request.passive === undefined || isMirrored
      ? null
      : new PassiveRecords(world, request.passive, policy, now);
  const seen = new Set<string>();
  for (const source of sources) {
    const picked = await mirrorFor(world, source, policy, now);
    const loaded = await loadGateway(
      world,
      picked?.source ?? source,
      picked && commandLine(picked, wanted, source),
    );
    const meant = picked === null && isBare(loaded) ? await meantBy(world, source) : null;
    if (loaded === null || meant !== null) {
      configured.search(null);
      const severity = severityOf({ code: 'gateway_not_found' }, policy);
      if (severity !== 'off') judgements.finding(gatewayNotFound(source, severity, meant));
      continue;
    }
    const { gateway, isThere } = loaded;
    // OpenClaw's own command line works without one: it has no agents' stores and maybe a key.
    if (!isThere) judgements.finding(gatewayNotFound(source, 'info', null));
    const place = placeOf(world, gateway);
    if (seen.has(place)) continue;
    seen.add(place);
    const judge = picked ? mirrored(picked.mirror, gateway, policy, now) : judged(gateway, request);
    const records = passive?.of(loaded, sources.length === 1);
    judgements.gateway(gateway, picked?.name ?? policy.name);
    configured.search(gateway);
    const { length } = gateway.agentIds;
    if (length > MANY_AGENTS) (await import('./optimize-later.ts')).optimizeLater();
    const memory = length > VERY_MANY_AGENTS ? await import('./memory.ts') : null;
    memory?.keepHeapSmall();
    for (const finding of judge.gateway()) judgements.finding(finding);
    const logins = picked === null ? await loginUsers(loaded, request) : null;
    for await (const agent of loaded.agents(now)) {
      configured.see(agent);
      if (!wanted.takes(agent) || !judge.knows(agent, wanted.named(agent))) continue;
      wanted.seen(agent);
      logins?.see(agent);
      const judgement = judge.agent(agent);
      judgements.agent(agent, records ? await records.add(agent, judgement) : judgement);
    }
    for (const finding of (await records?.findings()) ?? []) judgements.finding(finding);
    for (const finding of judge.across()) judgements.finding(finding);
    for (const login of logins?.judge(policy, now) ?? []) {
      configured.meet(login.id);
      judgements.login(login);
    }
    wanted.known(gateway);
    // Before the report of so many is made: 97 instead of 110 MiB for 10,000 agents on Node 24.
    memory?.freeMemory();
  }
  await passive?.keep();
  const label = sources[0]?.label ?? '';
  const absent = [...wanted.missing(label, policy), ...configured.missing(label)];
  for (const finding of absent) if (finding.severity !== 'off') judgements.finding(finding);
}

/** One directory under two names, `~/.clawdbot` and `~/.openclaw`, is one gateway. */
function placeOf({ files }: World, { stateDir, configPath }: Gateway): string {
  const real = (path: string): string => {
    try {
      return files.realpath(path);
    } catch {
      return path;
    }
  };
  return JSON.stringify([real(stateDir), configPath && real(configPath)]);
}

interface Judge {
  knows(agent: Agent, named: boolean): boolean;
  gateway(): readonly Finding[];
  agent(agent: Agent): AgentJudgement;
  /** What shows only when all agents have been seen. */
  across(): readonly Finding[];
}

function judged(gateway: Gateway, { policy, now, lastRunAt }: JudgeRequest): Judge {
  const across = new AcrossAgents(gateway, policy, now, Math.max(builtAt, lastRunAt ?? 0));
  return {
    // An implicit main is no agent of ours: nothing configures it and nothing of it is on disk.
    knows: ({ origin }) =>
      origin === 'config' || (origin === 'disk' && policy.onDiskAgents === 'judge'),
    gateway: () => judgeGateway(gateway, policy),
    agent(agent) {
      const judgement = judgeAgent(gateway, agent, policy, now);
      across.see(agent, judgement.profiles);
      return judgement;
    },
    across: () => across.findings(),
  };
}

// Loaded only when asked for: a plain check needs no rule of theirs.
async function mirrorFor(
  world: World,
  source: GatewaySource,
  { name }: Policy,
  now: number,
): Promise<PickedMirror | null> {
  if (name === 'default' || name === 'strict') return null;
  return (await import('./pick-mirror.ts')).pickMirror(world, source, name, now);
}

function commandLine(
  { name, era }: PickedMirror,
  wanted: WantedAgents,
  { label }: GatewaySource,
): CommandLine {
  return { era, isKnown: name !== 'openclaw-2026.6', ...wanted.on(label) };
}

// The words of a profile are the mirror's; where it lists none, ours stand for the report.
function mirrored(mirror: Mirror, gateway: Gateway, policy: Policy, now: number): Judge {
  return {
    knows: (agent, named) => mirror.knows(agent, named),
    gateway: () => [],
    agent(agent) {
      const { health, findings } = mirror.judge(gateway, agent, now);
      const profiles = judgeProfiles(gateway, agent, policy, now)
        .filter(({ profile }) => health.has(profile.profileId))
        .map((own) => ({ ...own, health: health.get(own.profile.profileId) ?? own.health }));
      return { profiles, findings };
    },
    across: () => [],
  };
}

// Loaded only when asked for: a plain check looks at no other program's files.
async function loginUsers(
  { gateway, logins }: LoadedGateway,
  request: JudgeRequest,
): Promise<LoginUsers | null> {
  const wanted = request.logins ?? {};
  if (Object.keys(wanted).length === 0) return null;
  const { LoginUsers: Users } = await import('./logins.ts');
  return new Users(gateway, await logins(wanted));
}

/** Nothing of a gateway is there, so that the directory may be the wrong one. */
function isBare(loaded: LoadedGateway | null): boolean {
  return loaded === null || (loaded.gateway.storage === 'none' && !loaded.gateway.configPath);
}

async function meantBy({ files }: World, { stateDir }: GatewaySource): Promise<string | null> {
  return (await import('./openclaw/meant-dir.ts')).meantDir(files, stateDir);
}

function gatewayNotFound(source: GatewaySource, severity: Severity, meant: string | null): Finding {
  return {
    code: 'gateway_not_found',
    severity,
    gateway: source.label,
    agent: null,
    provider: null,
    profileId: null,
    since: null,
    facts: { searched: source.searched, ...(meant === null ? {} : { didYouMean: meant }) },
  };
}
