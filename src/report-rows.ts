// Keeps the rows of agents and profiles that the JSON report prints.
import { AuthBlock } from './auth-block.ts';
import type { JudgedProfile } from './checks/check.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import { isoTime } from './core/iso-time.ts';
import type {
  ReportAgent,
  ReportAuth,
  ReportKey,
  ReportLogin,
  ReportProbe,
  ReportProfile,
} from './core/report.ts';
import type { Identity } from './identity.ts';
import type { JudgedLogin } from './logins.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A profile row that a probe result can still be written to. */
export type ProfileRow = Mutable<ReportProfile>;

/** Gathers the rows agent by agent. */
export class ReportRows {
  readonly agents: ReportAgent[] = [];
  readonly logins: ReportLogin[] = [];
  readonly identity: Identity;
  readonly #now: number;
  readonly #auth = new AuthBlock();

  /** `now` in epoch ms. */
  constructor(identity: Identity, now: number) {
    this.identity = identity;
    this.#now = now;
  }

  add(agent: Agent, profiles: readonly JudgedProfile[], findings: readonly Finding[]): void {
    const missing = findings.filter(
      (f) => f.code === 'provider_missing' && f.provider !== null && !f.facts['indeterminate'],
    );
    const missingProviders = [...new Set(missing.map((f) => f.provider as string))];
    const rows = profiles.map((profile) => rowOf(profile, this.identity, this.#now));
    writePassive(rows, findings);
    this.agents.push({
      gateway: agent.gateway,
      id: agent.id,
      onDiskOnly: agent.origin === 'disk',
      store: { kind: agent.store.kind, path: agent.store.path },
      missingProviders,
      profiles: rows,
    });
    this.#auth.add(agent, profiles, missingProviders, this.#now);
  }

  addLogin({ gateway, id, path, judged, agents }: JudgedLogin): void {
    const row = judged && rowOf(judged, this.identity, this.#now);
    this.logins.push({
      gateway,
      id,
      path,
      health: row?.health ?? 'missing',
      refreshable: row?.refreshable ?? false,
      expiresAt: row?.expiresAt ?? null,
      remainingMs: row?.remainingMs ?? null,
      expirySource: row?.expirySource ?? 'none',
      agents,
    });
  }

  /** Where the keys of a gateway's providers were found. */
  keys({ usedProviders, key }: Gateway): readonly ReportKey[] {
    return [...usedProviders].sort().flatMap((provider) => {
      const found = key(provider);
      if (found === null) return [];
      const { foundIn, variable, presence } = found;
      return [{ provider, foundIn, variable, presence }];
    });
  }

  /** The row of a profile of the agent that was added last, for probe results to be written into. */
  latest({ gateway, id }: Agent, profileId: string): ProfileRow | undefined {
    const last = this.agents.at(-1);
    if (last?.id !== id || last.gateway !== gateway) return undefined;
    return (last.profiles as ProfileRow[]).find((row) => row.profileId === profileId);
  }

  auth(warnWithinMs: number): ReportAuth {
    return this.#auth.block(warnWithinMs);
  }
}

// What OpenClaw was told by the provider is an answer too, until one of our own replaces it.
function writePassive(rows: readonly ProfileRow[], findings: readonly Finding[]): void {
  for (const { profileId, facts } of findings) {
    const { level, confidence, reason, checkedAt } = facts;
    const isSure = confidence === 'certain' || confidence === 'likely';
    if (level !== 'passive' || !isSure || typeof checkedAt !== 'number') continue;
    const row = rows.find((one) => one.profileId === profileId);
    if (row === undefined) continue;
    const outcome = 'rejected';
    row.probe = {
      level,
      outcome,
      reason: String(reason),
      confidence,
      checkedAt: isoTime(checkedAt),
    };
  }
}

function rowOf(judged: JudgedProfile, identity: Identity, now: number): ProfileRow {
  const { profile, expiry, unusable } = judged;
  return {
    profileId: profile.profileId,
    provider: judged.provider,
    type: profile.type,
    credentialId: identity.credentialId(profile),
    health: judged.health,
    usable: judged.usable,
    inUse: judged.inUse,
    refreshable: judged.refreshable,
    ...(judged.ignored || judged.excluded !== null ? { setAside: true } : {}),
    inheritedFrom: judged.inheritedFrom,
    ...(judged.foundIn === null ? {} : { foundIn: judged.foundIn }),
    expiresAt: expiry.at === null ? null : isoTime(expiry.at),
    remainingMs: expiry.at === null ? null : Math.floor(expiry.at - now),
    expirySource: expiry.source,
    unusable:
      unusable === null
        ? null
        : { kind: unusable.kind, reason: unusable.reason, until: isoTime(unusable.until) },
    probe: null satisfies ReportProbe | null,
  };
}
