// Asks the providers about the credentials that were judged, and adds what they answer to the report.
import type { PolicyName } from './core/policy.ts';
import { acceptanceFinding } from './checks/acceptance.ts';
import type { JudgedProfile } from './checks/check.ts';
import { isServedByCli } from './checks/cli-route.ts';
import { isSettledBy, type LaterProof } from './checks/later-proof.ts';
import { findingOf, type AgentJudgement } from './checks/index.ts';
import type { Collector } from './collect.ts';
import type { Agent, Gateway } from './core/agent.ts';
import { compareSeverity, type Finding, type Severity, type Subject } from './core/finding.ts';
import type { ProbeNote } from './core/probe-note.ts';
import { createFetch } from './http-fetch.ts';
import { createHttp } from './http.ts';
import type { Judgements } from './judge.ts';
import type { JudgedLogin } from './logins.ts';
import { judgeEnd, settingsOf, subjectOf, type Asked } from './probe-ends.ts';
import { asSent, probeKey } from './probe-key.ts';
import { probeSummary, reportProbe, type Learned } from './probe-view.ts';
import { unreachable } from './probe-silence.ts';
import { isSilence, lastAskedAt, levelDue, noted, standing } from './probes/memory.ts';
import type { ProbeTarget, ProbeVerdict } from './probes/probe.ts';
import { runProbes } from './probes/run-probes.ts';
import type { Show } from './progress.ts';
import type { ReportRows } from './report-rows.ts';
import type { RunRequest } from './run.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

/** Passes judgements on and keeps the credentials that count, for one request each. */
export class ProbedCollector implements Judgements {
  readonly #collector: Collector;
  readonly #rows: ReportRows;
  readonly #request: RunRequest;
  readonly #asked: Asked[] = [];
  /** What OpenClaw itself met; the probe's word on the same does not come beside it. */
  readonly #recorded = new Map<string, Severity>();
  #gateway: Gateway | null = null;

  constructor(collector: Collector, rows: ReportRows, request: RunRequest) {
    this.#collector = collector;
    this.#rows = rows;
    this.#request = request;
  }

  gateway(gateway: Gateway, policyName: PolicyName): void {
    this.#gateway = gateway;
    this.#collector.gateway(gateway, policyName);
  }

  agent(agent: Agent, judgement: AgentJudgement): void {
    this.#collector.agent(agent, judgement);
    for (const finding of judgement.findings) {
      if (finding.facts['level'] === 'passive') {
        this.#recorded.set(nameOf(finding), finding.severity);
      }
    }
    const gateway = this.#gateway;
    if (gateway === null) return;
    for (const judged of judgement.profiles) {
      const target = this.#targetOf(agent, gateway, judged);
      if (target === null) continue;
      const servedByCli = isServedByCli(gateway, agent, judged.provider);
      const row = this.#rows.latest(agent, judged.profile.profileId);
      const peers = judgement.profiles;
      this.#asked.push({ gateway, agent, judged, peers, servedByCli, target, row });
    }
  }

  finding(finding: Finding): void {
    this.#collector.finding(finding);
  }

  login(login: JudgedLogin): void {
    this.#collector.login(login);
  }

  /** Sends the requests that are due; a dead network costs time and changes no verdict. */
  async probe(world: World, show: Show | null): Promise<void> {
    const { now, memory, probe } = this.#request;
    const verdicts = probe.level === 'off' ? null : await this.#ask(world, probe.level, show);
    const learned = new Map<string, Learned>();
    const notes = new Map<string, ProbeNote>();
    for (const { target } of this.#asked) {
      const { key } = target;
      if (notes.has(key)) continue;
      const attempt = verdicts?.get(key);
      const note = noted(memory?.note(key), attempt, now);
      notes.set(key, note);
      memory?.keep(key, note);
      if (attempt === undefined) continue;
      const isFirstStrike = memory !== undefined && note.strikes === 1;
      learned.set(key, { attempt, verdict: standing(note, now), isFirstStrike });
    }
    this.#withdrawSettled(learned);
    for (const asked of this.#asked) {
      const known = learned.get(asked.target.key);
      if (known !== undefined) this.#judge(asked, known);
      const toldAt = notes.get(asked.target.key)?.verdict?.facts?.['expiresAt'];
      judgeEnd(asked, toldAt, this.#request, this.#collector);
    }
    if (verdicts === null) return;
    this.#collector.probed(probeSummary(learned.values(), now));
    for (const finding of this.#silences(learned, notes)) this.#collector.finding(finding);
  }

  async #ask(
    world: World,
    level: 'metadata' | 'inference',
    show: Show | null,
  ): Promise<ReadonlyMap<string, ProbeVerdict>> {
    const { signal, probe, now, memory } = this.#request;
    if (this.#asked.length === 0) return new Map();
    show?.(({ asking }) => asking);
    return runProbes(
      this.#asked.map(({ target }) => target),
      {
        level,
        baseUrls: probe.baseUrls,
        now,
        http: createHttp(world.env, { version }),
        fetch: createFetch(world.env, { version }),
        onProgress: (done, total) => show?.(({ asked }) => asked(done, total)),
        ...(memory && {
          due: (key, wanted) => levelDue(memory.note(key), wanted, now),
          lastAskedAt: (key) => lastAskedAt(memory.note(key)),
        }),
        ...(signal === undefined ? {} : { signal }),
        ...(probe.timeoutMs === null ? {} : { probeTimeoutMs: probe.timeoutMs }),
      },
    );
  }

  // Only what counts is asked about: one distinct secret, one request, whoever shares it.
  #targetOf(agent: Agent, gateway: Gateway, judged: JudgedProfile): ProbeTarget | null {
    const { profile, provider, inUse, excluded, ignored, expiry } = judged;
    const { providers, profiles } = this.#request.filter;
    const { secret, type } = profile;
    if (secret === null || excluded !== null || ignored) return null;
    if (this.#request.policy.scope === 'in-use' && !inUse) return null;
    if (providers.length > 0 && !providers.includes(provider)) return null;
    if (profiles.length > 0 && !profiles.includes(profile.profileId)) return null;
    const model = agent.routes.find(
      (route) => route.provider === provider && !/haiku/i.test(route.model),
    )?.model;
    const endpoint = gateway.endpoint(provider);
    return {
      key: probeKey(this.#rows.identity, provider, type, secret),
      provider,
      type,
      secret: asSent(secret),
      accountId: profile.accountId,
      expiresAt: expiry.at,
      ...(model === undefined ? {} : { model }),
      ...(endpoint === null ? {} : { endpoint }),
    };
  }

  #judge({ agent, judged, servedByCli, row }: Asked, known: Learned): void {
    const { policy, now } = this.#request;
    const { verdict, isFirstStrike } = known;
    const probe = reportProbe(known, now);
    // What OpenClaw was told stands until one of our own requests is answered.
    const isAnswer = probe.outcome === 'accepted' || probe.outcome === 'rejected';
    if (row !== undefined && (isAnswer || row.probe === null)) row.probe = probe;
    if (verdict === null) return;
    const expectsOnly = settingsOf(policy, judged)?.expectClaudeCodeOnly === true;
    const found = acceptanceFinding(subjectOf(agent, judged), verdict, verdict.level, {
      checkedAt: verdict.checkedAt,
      expectsClaudeCodeOnly: expectsOnly || servedByCli,
      refreshable: judged.refreshable,
      unusable: judged.unusable,
      lastFailureAt: judged.stats?.lastFailureAt ?? null,
      ...(isFirstStrike && { isFirstStrike }),
    });
    if (found === null) return;
    const { code, variant, severity, facts } = found;
    const circumstances = { ...(variant && { variant }), ...(severity && { severity }) };
    const draft = { code, ...circumstances, facts, profile: judged };
    const finding = findingOf(draft, { agent, policy });
    if (finding === null) return;
    const recorded = this.#recorded.get(nameOf(finding));
    if (recorded !== undefined && compareSeverity(recorded, finding.severity) <= 0) return;
    this.#collector.finding(finding);
  }

  // What OpenClaw met before a yes of this run is history, where the yes can tell.
  #withdrawSettled(learned: ReadonlyMap<string, Learned>): void {
    if (this.#recorded.size === 0) return;
    const proofs = new Map<string, readonly LaterProof[]>();
    for (const { agent, judged, target } of this.#asked) {
      const attempt = learned.get(target.key)?.attempt;
      if (attempt?.outcome !== 'accepted') continue;
      const proof = { kind: attempt.level, at: this.#request.now };
      proofs.set(subjectKey({ ...agent, agent: agent.id, ...judged.profile }), [proof]);
    }
    this.#collector.withdraw((finding) => {
      const { level, reason, checkedAt, profiles } = finding.facts;
      if (level !== 'passive' || typeof checkedAt !== 'number') return false;
      const ids = Array.isArray(profiles) ? (profiles as readonly string[]) : [finding.profileId];
      const isSettled = ids.every((profileId) =>
        isSettledBy(proofs.get(subjectKey({ ...finding, profileId })) ?? [], reason, checkedAt),
      );
      if (isSettled) this.#recorded.delete(nameOf(finding));
      return isSettled;
    });
  }

  #silences(
    learned: ReadonlyMap<string, Learned>,
    notes: ReadonlyMap<string, ProbeNote>,
  ): readonly Finding[] {
    const { policy, now } = this.#request;
    const attempts = this.#asked.flatMap(({ agent, target: { key, provider } }) => {
      const attempt = learned.get(key)?.attempt;
      const note = notes.get(key);
      if (!attempt || !note) return [];
      // Who is left alone, as it asked for, is no more there than before.
      const isUnasked = attempt.outcome === 'not_probed';
      const isSilent = isUnasked ? note.silentSinceAt !== null : isSilence(attempt);
      if (isUnasked && !isSilent) return [];
      const reason = note.silentReason ?? attempt.reason;
      return [{ gateway: agent.gateway, provider, isSilent, reason, note }];
    });
    return unreachable(attempts, policy, now);
  }
}

function nameOf(finding: Subject & Pick<Finding, 'code'>): string {
  return `${finding.code} ${subjectKey(finding)}`;
}

function subjectKey({ gateway, agent, profileId }: Omit<Subject, 'provider'>): string {
  return JSON.stringify([gateway, agent, profileId]);
}
