// Builds reports for tests: every finding code, several agents, and names that try to break out.
import { ExitCode, type Verdict } from '../../src/core/exit-code.ts';
import type { Finding } from '../../src/core/finding.ts';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import { describe } from '../../src/core/message.ts';
import type { Report, ReportAgent, ReportFinding, ReportProfile } from '../../src/core/report.ts';
import { finding, sampleFindings, SAMPLE_NOW } from './findings.ts';

const iso = (at: number): string => new Date(at).toISOString();

/** A finding as the report holds it: times as ISO, with its words. */
export function reportFinding(found: Finding, gatewayCount = 1): ReportFinding {
  const { severity } = found;
  if (severity === 'off') throw new Error('a finding that is off is in no report');
  const facts = Object.entries(found.facts).map(([name, value]) => [
    name,
    typeof value === 'number' && /(?:At|Until|^until)$/.test(name) ? iso(value) : value,
  ]);
  const { code, gateway, agent, provider, profileId, since } = found;
  return {
    code,
    severity,
    gateway,
    agent,
    provider,
    profileId,
    since: since === null ? null : iso(since),
    facts: Object.fromEntries(facts) as ReportFinding['facts'],
    ...describe(found, { now: SAMPLE_NOW, gatewayCount }),
    fingerprint: `f-${code}-${gateway}-${agent}-${profileId}`,
  };
}

/** A profile that is fine; `overrides` say otherwise. */
export function reportProfile(overrides: Partial<ReportProfile> = {}): ReportProfile {
  const profileId = overrides.profileId ?? 'anthropic:default';
  return {
    profileId,
    provider: profileId.split(':')[0] ?? 'anthropic',
    type: 'api_key',
    credentialId: `c-${profileId}`,
    health: 'static',
    usable: true,
    inUse: true,
    refreshable: false,
    inheritedFrom: null,
    expiresAt: null,
    remainingMs: null,
    expirySource: 'none',
    unusable: null,
    probe: null,
    ...overrides,
  };
}

/** A profile with a stored end, `remainingMs` from now. */
export function endingProfile(
  profileId: string,
  remainingMs: number,
  overrides: Partial<ReportProfile> = {},
): ReportProfile {
  const health = remainingMs <= 0 ? 'expired' : remainingMs <= DAY_MS ? 'expiring' : 'ok';
  return reportProfile({
    profileId,
    type: 'token',
    health,
    usable: remainingMs > 0,
    expiresAt: iso(SAMPLE_NOW + remainingMs),
    remainingMs,
    expirySource: 'stored',
    ...overrides,
  });
}

export function reportAgent(
  id: string,
  profiles: readonly ReportProfile[],
  overrides: Partial<ReportAgent> = {},
): ReportAgent {
  return {
    gateway: 'default',
    id,
    onDiskOnly: false,
    store: { kind: 'json', path: `/home/claw/.openclaw/agents/${id}/agent/auth-profiles.json` },
    missingProviders: [],
    profiles,
    ...overrides,
  };
}

const VERDICT_CODE: Readonly<Record<Verdict, Report['exitCode']>> = {
  ok: ExitCode.ok,
  expiring: ExitCode.expiring,
  failing: ExitCode.failing,
};

/** A consistent report about these agents and findings; findings are put worst first. */
export function makeReport(
  agents: readonly ReportAgent[],
  findings: readonly ReportFinding[],
  overrides: Partial<Report> = {},
): Report {
  const severity = { fail: 0, warn: 0, notice: 0, info: 0 };
  for (const found of findings) severity[found.severity] += 1;
  const rank = Object.keys(severity);
  const profiles = agents.flatMap((agent) => agent.profiles);
  const health = { ok: 0, expiring: 0, expired: 0, missing: 0, static: 0 };
  for (const profile of profiles) health[profile.health] += 1;
  const verdict = severity.fail > 0 ? 'failing' : severity.warn > 0 ? 'expiring' : 'ok';
  const ends = profiles.filter((p) => (p.remainingMs ?? 0) > 0).map((p) => p.expiresAt as string);
  const gateways = [...new Set([...agents, ...findings].map(({ gateway }) => gateway))];
  return {
    schemaVersion: 1,
    tool: { name: 'openclaw-auth-monitor', version: '0.0.0' },
    generatedAt: iso(SAMPLE_NOW),
    policy: 'default',
    scope: 'in-use',
    warnWithinMs: DAY_MS,
    filtered: false,
    verdict,
    exitCode: VERDICT_CODE[verdict],
    summary: {
      agents: agents.length,
      profiles: profiles.length,
      health,
      severity,
      nextExpiryAt: ends.toSorted()[0] ?? null,
    },
    gateways: gateways.map((label) => ({
      label,
      stateDir: '/home/claw/.openclaw',
      configPath: '/home/claw/.openclaw/openclaw.json',
      storage: 'json',
      policy: 'default',
    })),
    agents,
    findings: findings.toSorted((a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity)),
    auth: {
      unusableProfiles: [],
      missingProvidersInUse: [],
      oauth: { warnAfterMs: DAY_MS, profiles: [], providers: [] },
    },
    ...overrides,
  };
}

/** A small fleet as a person would meet it: one expired, one expiring, one cooling, the rest fine. */
export function sampleReport(): Report {
  const { profile_expired, profile_expiring, profile_cooldown } = sampleFindings;
  const expired = endingProfile('anthropic:default', -(3 * HOUR_MS + 20 * 60_000));
  return makeReport(
    [
      reportAgent('main', [
        endingProfile('openai-codex:default', 14 * HOUR_MS, { type: 'oauth' }),
        endingProfile('anthropic:manual', 211 * DAY_MS),
        reportProfile({ profileId: 'google:default' }),
      ]),
      reportAgent('work', [
        expired,
        reportProfile({
          profileId: 'openrouter:default',
          usable: false,
          unusable: { kind: 'cooldown', reason: 'rate_limit', until: iso(SAMPLE_NOW + 720_000) },
          probe: {
            level: 'metadata',
            outcome: 'accepted',
            reason: null,
            confidence: 'certain',
            checkedAt: iso(SAMPLE_NOW),
          },
        }),
      ]),
    ],
    [profile_expired, profile_expiring, profile_cooldown].map((found) => reportFinding(found)),
  );
}

/** A report with every finding code. */
export function everyFindingReport(): Report {
  const findings = Object.values(sampleFindings).map((found) => reportFinding(found));
  return makeReport(
    ['main', 'ops', 'work'].map((id) =>
      reportAgent(
        id,
        findings
          .filter(({ agent, profileId }) => agent === id && profileId !== null)
          .map(({ profileId, facts }) =>
            typeof facts['expiresAt'] === 'string'
              ? endingProfile(profileId ?? '', Date.parse(facts['expiresAt']) - SAMPLE_NOW)
              : reportProfile({ profileId: profileId ?? '' }),
          ),
      ),
    ),
    findings,
  );
}

/** Names that try to leave the place they are written to. */
export const hostileNames: Readonly<Record<string, string>> = {
  newline: 'anthropic:a\nFAKE ok\r\nline',
  ansi: 'anthropic:\u001b[2J\u001b]0;owned\u0007red\u001b[31m',
  c1: 'anthropic:\u009b31mred\u0085next',
  nul: 'anthropic:\u0000\u007f',
  bidi: 'anthropic:\u202etxt.exe\u202c\u2066x\u2069\u200b\u200f',
  separators: 'anthropic:a\u2028b\u2029c',
  surrogate: 'anthropic:\ud800x\udfff',
  noncharacter: 'anthropic:\ufffe\uffff',
  workflow: 'anthropic:%0A::stop-commands::x,title=y::add-mask::z',
  markup: 'anthropic:</testcase><script>alert(1)</script>&amp;]]>"\'',
  markdown:
    'anthropic:`|*_[x](javascript:1)~<img src=x> @team #1 https://evil.example www.evil.example',
  metric: 'anthropic:"} 1\nfake_metric{a="b',
  nagios: "anthropic:x'=1;2;3 | 'fake'=0",
  shell: 'anthropic:$(rm -rf ~) ; `id` && \'x\' "y" !z',
  tab: 'anthropic:a\tb\\tc',
  wide: 'anthropic:鍵の名前プロファイル🔑',
  combining: `anthropic:${'e\u0301\u0323'.repeat(50)}`,
  long: `anthropic:${'x'.repeat(10_000)}`,
  longWide: `anthropic:${'鍵'.repeat(10_000)}`,
  proto: '__proto__',
  empty: '',
  dash: '--force',
};

/** A report whose agents, profiles, providers, gateways and provider messages all bear one such name. */
export function hostileReport(name: string): Report {
  const subject = { gateway: name || 'default', agent: name, provider: name, profileId: name };
  const facts = {
    reason: name,
    message: name,
    path: `/tmp/${name}`,
    problem: name,
    detail: name,
    wanted: name,
    known: [name, name],
    agents: [name, `${name}2`],
    profiles: [name],
    searched: [name],
    usedBy: [name],
    source: 'env',
    refProvider: name,
    refId: name,
    model: name,
    mode: name,
  };
  const findings = Object.values(sampleFindings).map(({ code, facts: own }) =>
    reportFinding(finding(code, { ...own, ...facts }, subject), 2),
  );
  const agents = [name, 'other'].map((id) =>
    reportAgent(
      id,
      [
        endingProfile(name, -HOUR_MS, { provider: name, credentialId: 'c-1' }),
        endingProfile(`${name}+`, 99 * DAY_MS, { provider: name }),
      ],
      { gateway: subject.gateway, store: { kind: 'json', path: `/tmp/${name}` } },
    ),
  );
  const report = makeReport(agents, findings);
  return {
    ...report,
    policy: 'default',
    gateways: [
      ...report.gateways,
      { ...(report.gateways[0] as Report['gateways'][number]), label: 'edge' },
    ],
  };
}
