// Gathers judgements into the report: rows, counts, the `auth` block, worst findings first.
import { AuthBlock } from './auth-block.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { AgentJudgement } from './checks/index.ts';
import type { JudgedProfile } from './checks/check.ts';
import type { ExitCode, Verdict } from './core/exit-code.ts';
import type { Finding } from './core/finding.ts';
import type { Health } from './core/health.ts';
import { describe } from './core/message.ts';
import type { Policy } from './core/policy.ts';
import type {
  Report,
  ReportAgent,
  ReportFinding,
  ReportGateway,
  ReportProfile,
} from './core/report.ts';
import type { Identity } from './identity.ts';
import type { Judgements } from './judge.ts';
import { iso, isoFact, rowOf } from './report-row.ts';
import { name, version } from './version.ts';
import { worstFirst } from './worst-first.ts';

/** `--provider` and `--profile`: only these count; empty means all. */
export interface SubjectFilter {
  /** `--agent`; judging leaves the others out. */
  readonly agents: readonly string[];
  readonly providers: readonly string[];
  readonly profiles: readonly string[];
}

export interface CollectOptions {
  readonly policy: Policy;
  readonly filter: SubjectFilter;
  /** Epoch ms. */
  readonly now: number;
  /** Null leaves rows, ids and the `auth` block out: a table of findings needs none of them. */
  readonly identity: Identity | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A profile row that a probe result can still be written to. */
export type ProfileRow = Mutable<ReportProfile>;

/** Collects what `judgeAll` finds. */
export class Collector implements Judgements {
  readonly findings: Finding[] = [];
  readonly #options: CollectOptions;
  readonly #gateways: ReportGateway[] = [];
  readonly #agents: ReportAgent[] = [];
  readonly #health: Record<Health, number> = {
    ok: 0,
    expiring: 0,
    expired: 0,
    missing: 0,
    static: 0,
  };
  readonly #auth = new AuthBlock();
  #agentCount = 0;
  #profileCount = 0;
  #nextExpiryAt = Number.POSITIVE_INFINITY;
  /** Providers and profile ids that were met, to tell a filter that names nothing. */
  readonly #met = new Set<string>();

  constructor(options: CollectOptions) {
    this.#options = options;
  }

  gateway({ label, stateDir, configPath, storage }: Gateway): void {
    const policy = this.#options.policy.name;
    this.#gateways.push({ label, stateDir, configPath, storage, policy });
  }

  agent(agent: Agent, { profiles, findings }: AgentJudgement): void {
    const shown = this.#isFiltered()
      ? profiles.filter(({ provider, profile }) => this.#passes(provider, profile.profileId))
      : profiles;
    this.#agentCount += 1;
    this.#profileCount += shown.length;
    for (const profile of shown) this.#count(profile);
    if (this.#isFiltered()) {
      for (const { profile, provider } of shown) this.#met.add(profile.profileId).add(provider);
      // A provider that only a key outside the stores serves was judged, too.
      for (const { provider } of agent.routes) this.#met.add(provider);
    }
    for (const finding of findings) this.finding(finding);
    if (this.#options.identity !== null) this.#row(agent, shown, findings, this.#options.identity);
  }

  finding(finding: Finding): void {
    if (!this.#concerns(finding)) return;
    this.findings.push(finding);
    if (finding.provider !== null) this.#met.add(finding.provider);
    if (finding.profileId !== null) this.#met.add(finding.profileId);
  }

  /** The rows, for probe results to be written into. */
  rows(): Iterable<ProfileRow> {
    return this.#agents.flatMap((agent) => agent.profiles as ProfileRow[]);
  }

  report(): Report {
    const { policy, now } = this.#options;
    const all = [...this.findings, ...this.#unmet()].sort(worstFirst);
    const findings = all.map((finding) => this.#reported(finding));
    const verdict = verdictOf(findings);
    const severity = { fail: 0, warn: 0, notice: 0, info: 0 };
    for (const finding of findings) severity[finding.severity] += 1;
    return {
      schemaVersion: 1,
      tool: { name, version },
      generatedAt: iso(now),
      policy: policy.name,
      scope: policy.scope,
      warnWithinMs: policy.warnWithinMs,
      filtered: this.#isFiltered(),
      verdict,
      exitCode: EXIT_CODES[verdict],
      summary: {
        agents: this.#agentCount,
        profiles: this.#profileCount,
        health: this.#health,
        severity,
        nextExpiryAt: Number.isFinite(this.#nextExpiryAt) ? iso(this.#nextExpiryAt) : null,
      },
      gateways: this.#gateways,
      agents: this.#agents,
      findings,
      auth: this.#auth.block(policy.warnWithinMs),
    };
  }

  #isFiltered(): boolean {
    const { agents, providers, profiles } = this.#options.filter;
    return agents.length + providers.length + profiles.length > 0;
  }

  // A filter that names nothing would make silence look like health.
  #unmet(): Finding[] {
    const { providers, profiles } = this.#options.filter;
    const about = { gateway: this.#gateways[0]?.label ?? '', agent: null, since: null };
    const unmet = (names: readonly string[]) => names.filter((wanted) => !this.#met.has(wanted));
    return [
      ...unmet(profiles).map((profileId) => ({
        ...about,
        code: 'profile_credential_missing' as const,
        severity: 'fail' as const,
        provider: null,
        profileId,
        facts: { reason: 'not_stored' },
      })),
      ...unmet(providers).map((provider) => ({
        ...about,
        code: 'provider_missing' as const,
        severity: 'fail' as const,
        provider,
        profileId: null,
        facts: { usedBy: [] },
      })),
    ];
  }

  #passes(provider: string | null, profileId: string | null): boolean {
    const { providers, profiles } = this.#options.filter;
    if (profiles.length > 0 && !profiles.includes(profileId ?? '')) return false;
    // An entry that names no provider may be one of those that were asked for.
    return providers.length === 0 || provider === null || providers.includes(provider);
  }

  /** True when a finding says something about what was asked for. */
  #concerns({ provider, profileId, facts }: Finding): boolean {
    // A store that cannot be read hides the very profiles that were asked for.
    if (provider === null && profileId === null) return true;
    // What is said of a provider in the place of its profiles is said of each of them.
    const members = Array.isArray(facts['profiles']) ? (facts['profiles'] as string[]) : [];
    return [profileId, ...members].some((id) => this.#passes(provider, id));
  }

  #count({ health, expiry, inUse, excluded, refreshable }: JudgedProfile): void {
    this.#health[health] += 1;
    const counts = inUse && excluded === null && !refreshable;
    if (
      counts &&
      expiry.at !== null &&
      expiry.at > this.#options.now &&
      expiry.at < this.#nextExpiryAt
    ) {
      this.#nextExpiryAt = expiry.at;
    }
  }

  #row(
    agent: Agent,
    profiles: readonly JudgedProfile[],
    findings: readonly Finding[],
    identity: Identity,
  ): void {
    const missing = findings.filter(
      (f) => f.code === 'provider_missing' && f.provider !== null && !f.facts['indeterminate'],
    );
    const missingProviders = [...new Set(missing.map((f) => f.provider as string))];
    this.#agents.push({
      gateway: agent.gateway,
      id: agent.id,
      onDiskOnly: agent.origin === 'disk',
      store: { kind: agent.store.kind, path: agent.store.path },
      missingProviders,
      profiles: profiles.map((profile) => rowOf(profile, identity, this.#options.now)),
    });
    this.#auth.add(agent, profiles, missingProviders, this.#options.now);
  }

  #reported(finding: Finding): ReportFinding {
    const { identity, now } = this.#options;
    const { title, remedy } = describe(finding, { now, gatewayCount: this.#gateways.length });
    return {
      code: finding.code,
      severity: finding.severity as ReportFinding['severity'],
      gateway: finding.gateway,
      agent: finding.agent,
      provider: finding.provider,
      profileId: finding.profileId,
      since: finding.since === null ? null : iso(finding.since),
      facts: Object.fromEntries(Object.entries(finding.facts).map(isoFact)),
      title,
      remedy,
      fingerprint: identity?.fingerprint(finding) ?? '',
    };
  }
}

const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = { ok: 0, expiring: 2, failing: 1 };

/** Any `fail` is failing, else any `warn` is expiring. */
function verdictOf(findings: readonly ReportFinding[]): Verdict {
  if (findings.some((finding) => finding.severity === 'fail')) return 'failing';
  return findings.some((finding) => finding.severity === 'warn') ? 'expiring' : 'ok';
}
