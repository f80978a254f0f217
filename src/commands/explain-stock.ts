// Judges as `check` does and keeps what a report leaves out: the judged profiles and what providers said before.
import type { JudgedProfile } from '../checks/check.ts';
import type { Agent, Gateway } from '../core/agent.ts';
import { MonitorError } from '../core/errors.ts';
import type { ProbeNote } from '../core/probe-note.ts';
import type { Report } from '../core/report.ts';
import { RunMemory } from '../core/run-memory.ts';
import { createIdentity } from '../identity.ts';
import { judgeAll, type Judgements } from '../judge.ts';
import { run as runPipeline } from '../run.ts';
import { readAlertState, readSalt } from '../state/index.ts';
import { runRequest, stateDir, type Context } from './context.ts';

/** One agent's view of the profile that is asked about. */
export interface Sight {
  readonly gateway: Gateway;
  readonly agent: Agent;
  readonly judged: JudgedProfile;
  /** What earlier runs remember of asking its provider; null when they did not. */
  readonly note: ProbeNote | null;
}

export interface Stock {
  readonly report: Report;
  readonly sights: readonly Sight[];
  /** Every profile id there is, for a word that was mistyped. */
  readonly knownIds: ReadonlySet<string>;
}

/** Judges all; with a profile id the report is about that profile. Writes nothing. */
export async function takeStock(context: Context, profileId: string | null): Promise<Stock> {
  const install = await installOf(context);
  const memory = new RunMemory(install?.remembered ?? { probes: {}, firstSeen: {} });
  const asked = runRequest(context, 'profiles', install?.salt ?? null, 'by flag', memory);
  const filter = { ...asked.filter, profiles: profileId === null ? [] : [profileId] };
  const seen: Omit<Sight, 'note'>[] = [];
  const knownIds = new Set<string>();
  const report = await runPipeline(
    context.world,
    { ...asked, filter },
    async (world, request, judgements) =>
      judgeAll(world, request, watching(judgements, profileId, seen, knownIds)),
  );
  const { probeKey } = await import('../probe-key.ts');
  const identity = createIdentity(install?.salt ?? null);
  const sights = seen.map((sight) => {
    const { provider, profile } = sight.judged;
    const key = profile.secret && probeKey(identity, provider, profile.type, profile.secret);
    return { ...sight, note: key === null ? null : (memory.note(key) ?? null) };
  });
  return { report, sights, knownIds };
}

function watching(
  judgements: Judgements,
  profileId: string | null,
  seen: Omit<Sight, 'note'>[],
  knownIds: Set<string>,
): Judgements {
  let gateway: Gateway | null = null;
  return {
    gateway(found, policyName) {
      gateway = found;
      judgements.gateway(found, policyName);
    },
    agent(agent, judgement) {
      for (const judged of judgement.profiles) {
        knownIds.add(judged.profile.profileId);
        const isMeant = judged.profile.profileId === profileId;
        if (isMeant && gateway !== null) seen.push({ gateway, agent, judged });
      }
      judgements.agent(agent, judgement);
    },
    finding: (finding) => judgements.finding(finding),
    login(login) {
      knownIds.add(login.id);
      judgements.login(login);
    },
  };
}

// Without a state the story is told from the files alone.
async function installOf(context: Context) {
  try {
    const dir = stateDir(context);
    const salt = readSalt(dir);
    return salt && { salt, remembered: readAlertState(dir).state };
  } catch (error) {
    if (error instanceof MonitorError) return null;
    throw error;
  }
}
