// Asks the providers about the credentials that were judged, and adds what they answer to the report.
import { acceptanceFinding } from './checks/acceptance.ts';
import type { JudgedProfile } from './checks/check.ts';
import { severityOf, type AgentJudgement } from './checks/index.ts';
import type { Collector } from './collect.ts';
import type { Agent, Gateway } from './core/agent.ts';
import type { Finding } from './core/finding.ts';
import type { Judgements } from './judge.ts';
import type { JudgedLogin } from './logins.ts';
import type { ProbeTarget, ProbeVerdict } from './probes/probe.ts';
import { runProbes } from './probes/run-probes.ts';
import type { Show } from './progress.ts';
import type { ProfileRow, ReportRows } from './report-rows.ts';
import type { RunRequest } from './run.ts';
import { createFetch, createHttp } from './http.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

interface Asked {
  readonly agent: Agent;
  readonly judged: JudgedProfile;
  readonly servedByCli: boolean;
  readonly target: ProbeTarget;
}

/** Passes judgements on and keeps the credentials that count, for one request each. */
export class ProbedCollector implements Judgements {
  readonly #collector: Collector;
  readonly #rows: ReportRows;
  readonly #request: RunRequest;
  readonly #asked: Asked[] = [];
  #gateway: Gateway | null = null;

  constructor(collector: Collector, rows: ReportRows, request: RunRequest) {
    this.#collector = collector;
    this.#rows = rows;
    this.#request = request;
  }

  gateway(gateway: Gateway): void {
    this.#gateway = gateway;
    this.#collector.gateway(gateway);
  }

  agent(agent: Agent, judgement: AgentJudgement): void {
    this.#collector.agent(agent, judgement);
    for (const judged of judgement.profiles) {
      const target = this.#targetOf(agent, judged);
      if (target === null) continue;
      const routes = agent.routes.filter((route) => route.provider === judged.provider);
      const servedByCli =
        routes.length > 0 &&
        routes.every((route) => this.#gateway?.servedBy(route)?.endsWith('-cli'));
      this.#asked.push({ agent, judged, servedByCli, target });
    }
  }

  finding(finding: Finding): void {
    this.#collector.finding(finding);
  }

  login(login: JudgedLogin): void {
    this.#collector.login(login);
  }

  /** Sends the requests; a dead network costs time and changes no verdict. */
  async probe(world: World, show: Show | null): Promise<void> {
    const { signal, probe } = this.#request;
    const { level, baseUrls, timeoutMs } = probe;
    if (level === 'off' || this.#asked.length === 0) return;
    show?.('asking providers');
    const verdicts = await runProbes(
      this.#asked.map(({ target }) => target),
      {
        level,
        baseUrls,
        now: this.#request.now,
        http: createHttp(world.env, { version }),
        fetch: createFetch(world.env, { version }),
        onProgress: (done, total) => show?.(`asking providers ${done}/${total}`),
        ...(signal === undefined ? {} : { signal }),
        ...(timeoutMs === null ? {} : { probeTimeoutMs: timeoutMs }),
      },
    );
    const checkedAt = world.now();
    for (const asked of this.#asked) this.#judge(asked, verdicts.get(asked.target.key), checkedAt);
    for (const row of this.#rows.profiles()) write(row, verdicts.get(row.credentialId), checkedAt);
  }

  // Only what counts is asked about: one distinct secret, one request, whoever shares it.
  #targetOf(agent: Agent, judged: JudgedProfile): ProbeTarget | null {
    const { profile, provider, inUse, excluded, ignored, expiry } = judged;
    const { providers, profiles } = this.#request.filter;
    if (profile.secret === null || excluded !== null || ignored) return null;
    if (this.#request.policy.scope === 'in-use' && !inUse) return null;
    if (providers.length > 0 && !providers.includes(provider)) return null;
    if (profiles.length > 0 && !profiles.includes(profile.profileId)) return null;
    const model = agent.routes.find(
      (route) => route.provider === provider && !/haiku/i.test(route.model),
    )?.model;
    const endpoint = this.#gateway?.endpoint(provider) ?? null;
    return {
      key: this.#rows.identity.credentialId(profile),
      provider,
      type: profile.type,
      secret: profile.secret,
      accountId: profile.accountId,
      expiresAt: expiry.at,
      ...(model === undefined ? {} : { model }),
      ...(endpoint === null ? {} : { endpoint }),
    };
  }

  #judge(
    { agent, judged, servedByCli }: Asked,
    verdict: ProbeVerdict | undefined,
    checkedAt: number,
  ): void {
    if (verdict === undefined) return;
    const { policy } = this.#request;
    const { profileId } = judged.profile;
    const settings = Object.hasOwn(policy.profiles, profileId)
      ? policy.profiles[profileId]
      : undefined;
    const found = acceptanceFinding(
      { gateway: agent.gateway, agent: agent.id, provider: judged.provider, profileId },
      verdict,
      verdict.level,
      {
        checkedAt,
        expectsClaudeCodeOnly: settings?.expectClaudeCodeOnly === true || servedByCli,
        refreshable: judged.refreshable,
        unusable: judged.unusable,
      },
    );
    if (found === null) return;
    const severity = severityOf(found, policy);
    if (severity === 'off') return;
    const { inheritedFrom, profile } = judged;
    const facts = {
      ...found.facts,
      type: profile.type,
      ...(inheritedFrom ? { inheritedFrom } : {}),
    };
    this.#collector.finding({ ...found, severity, since: null, facts });
  }
}

function write(row: ProfileRow, verdict: ProbeVerdict | undefined, checkedAt: number): void {
  if (verdict === undefined) return;
  const { level, outcome, reason, confidence } = verdict;
  row.probe = { level, outcome, reason, confidence, checkedAt: new Date(checkedAt).toISOString() };
}
