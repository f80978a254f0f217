// Gathers judgements into the report: rows, counts, the `auth` block, worst findings first.
import type { Agent, Gateway } from './core/agent.ts';
import type { AgentJudgement } from './checks/index.ts';
import type { JudgedProfile } from './checks/check.ts';
import { suggest } from './core/edit-distance.ts';
import { EXIT_CODES, verdictOf } from './core/verdict.ts';
import type { Finding } from './core/finding.ts';
import type { Health } from './core/health.ts';
import type { Policy, PolicyName } from './core/policy.ts';
import type { Report, ReportAuth, ReportFinding, ReportGateway } from './core/report.ts';
import type { FewRows } from './few-rows.ts';
import { isoTime } from './core/iso-time.ts';
import type { CiService } from './core/words/told.ts';
import type { Judgements } from './judge.ts';
import type { JudgedLogin } from './logins.ts';
import type { GatewaySource } from './openclaw/state-dir.ts';
import type { PassiveRequest } from './passive-records.ts';
import { reportGateway } from './report-gateway.ts';
import type { ReportRows } from './report-rows.ts';
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
  /** Every gateway that was asked for, found or not. */
  readonly sources: readonly GatewaySource[];
  readonly policy: Policy;
  readonly ci?: CiService;
  readonly filter: SubjectFilter;
  /** Epoch ms. */
  readonly now: number;
  /** Null leaves rows, ids and the `auth` block out, which a table of findings needs only of `few`. */
  readonly rows: ReportRows | null;
  readonly few?: FewRows;
  /** What of OpenClaw's records was looked at. */
  readonly passive?: Pick<PassiveRequest, 'sources'>;
}

/** Collects what `judgeAll` finds. */
export class Collector implements Judgements {
  readonly findings: Finding[] = [];
  readonly #options: CollectOptions;
  readonly #gateways: ReportGateway[] = [];
  readonly #health: Record<Health, number> = {
    ok: 0,
    expiring: 0,
    expired: 0,
    missing: 0,
    static: 0,
  };
  /** Directories by label, of gateways that a bare `openclaw` command would not reach. */
  readonly #elsewhere: ReadonlyMap<string, string>;
  #probes: Report['summary']['probes'];
  #agentCount = 0;
  #profileCount = 0;
  #nextExpiryAt = Number.POSITIVE_INFINITY;
  /** Providers and profile ids that were met, to tell a filter that names nothing. */
  readonly #met = new Set<string>();
  /** All there are, for a filter that was mistyped. */
  readonly #known = { profiles: new Set<string>(), providers: new Set<string>() };

  constructor(options: CollectOptions) {
    this.#options = options;
    const named = options.sources.filter(({ isDefault }) => !isDefault);
    this.#elsewhere = new Map(named.map(({ label, stateDir }) => [label, stateDir]));
  }

  gateway(gateway: Gateway, policyName: PolicyName): void {
    this.#gateways.push(reportGateway(gateway, policyName, this.#options));
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
      this.#know(agent, profiles);
    }
    for (const finding of findings) this.finding(finding);
    (this.#options.rows ?? this.#options.few)?.add(agent, shown, findings);
  }

  /** What asking the providers came to. */
  probed(summary: Report['summary']['probes']): void {
    this.#probes = summary;
  }

  withdraw(isMeant: (finding: Finding) => boolean): void {
    const kept = this.findings.filter((finding) => !isMeant(finding));
    this.findings.splice(0, this.findings.length, ...kept);
  }

  finding(finding: Finding): void {
    if (!this.#concerns(finding)) return;
    this.findings.push(finding);
    if (finding.provider !== null) this.#met.add(finding.provider);
    if (finding.profileId !== null) this.#met.add(finding.profileId);
  }

  login(login: JudgedLogin): void {
    const { id, provider } = login;
    this.#known.profiles.add(id);
    if (!this.#passes(provider, id)) return;
    this.#met.add(id).add(provider);
    for (const finding of login.findings) this.finding(finding);
    this.#options.rows?.addLogin(login);
  }

  async report(): Promise<Report> {
    const { policy, now, few } = this.#options;
    const rows = this.#options.rows ?? (await few?.rows()) ?? null;
    const findings = await this.#told([...this.findings, ...this.#unmet()]);
    const verdict = verdictOf(findings);
    const severity = { fail: 0, warn: 0, notice: 0, info: 0 };
    for (const finding of findings) severity[finding.severity] += 1;
    return {
      schemaVersion: 1,
      tool: { name, version },
      generatedAt: new Date(now).toISOString(),
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
        nextExpiryAt: Number.isFinite(this.#nextExpiryAt) ? isoTime(this.#nextExpiryAt) : null,
        ...(this.#probes && { probes: this.#probes }),
      },
      gateways: this.#gateways,
      agents: rows?.agents ?? [],
      ...(rows === null || rows.logins.length === 0 ? {} : { logins: rows.logins }),
      findings,
      auth: rows?.auth(policy.warnWithinMs) ?? emptyAuth(policy.warnWithinMs),
    };
  }

  #isFiltered(): boolean {
    const { agents, providers, profiles } = this.#options.filter;
    return agents.length + providers.length + profiles.length > 0;
  }

  // A filter that names nothing would make silence look like health.
  #unmet(): Finding[] {
    const { providers, profiles } = this.#options.filter;
    const label = this.#gateways[0]?.label ?? this.#options.sources[0]?.label ?? '';
    const about = { gateway: label, agent: null, since: null };
    const unmet = (names: readonly string[]) => names.filter((wanted) => !this.#met.has(wanted));
    return [
      ...unmet(profiles).map((profileId) => ({
        ...about,
        code: 'profile_credential_missing' as const,
        severity: 'fail' as const,
        provider: null,
        profileId,
        facts: { reason: 'not_stored', ...nearest(profileId, this.#known.profiles) },
      })),
      ...unmet(providers).map((provider) => ({
        ...about,
        code: 'provider_missing' as const,
        severity: 'fail' as const,
        provider,
        profileId: null,
        facts: { usedBy: [], ...nearest(provider, this.#known.providers) },
      })),
    ];
  }

  #know({ routes }: Agent, profiles: readonly JudgedProfile[]): void {
    for (const { provider } of routes) this.#known.providers.add(provider);
    for (const { provider, profile } of profiles) {
      this.#known.providers.add(provider);
      this.#known.profiles.add(profile.profileId);
    }
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

  // The words are loaded only where there is something to say.
  async #told(findings: Finding[]): Promise<readonly ReportFinding[]> {
    if (findings.length === 0) return [];
    const { reportFinding } = await import('./report-finding.ts');
    const { now, rows, sources, ci } = this.#options;
    return findings.sort(worstFirst).map((finding) => {
      const place = {
        gatewayCount: sources.length,
        stateDir: this.#elsewhere.get(finding.gateway),
      };
      return reportFinding(finding, { now, ci, ...place }, rows?.identity);
    });
  }
}

function nearest(name: string, known: ReadonlySet<string>): { readonly didYouMean?: string } {
  const found = suggest(name, known);
  return found === null ? {} : { didYouMean: found };
}

function emptyAuth(warnAfterMs: number): ReportAuth {
  const oauth = { warnAfterMs, profiles: [], providers: [] };
  return { unusableProfiles: [], missingProvidersInUse: [], oauth };
}
