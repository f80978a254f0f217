// The report as Prometheus metrics. Times are absolute: seconds left would freeze in a stale file.
import type { Health } from '../core/health.ts';
import type { Report, ReportAgent, ReportProfile } from '../core/report.ts';
import { formatFamilies, type Family, type Sample } from './exposition.ts';
import type { Reporter } from './reporter.ts';

export const prometheus: Reporter = {
  name: 'prometheus',
  detail: 'profiles',
  render: (report) => formatFamilies(reportFamilies(report)),
};

const HEALTHS: readonly Health[] = ['ok', 'expiring', 'expired', 'missing', 'static'];
const BLIND_CODES: ReadonlySet<string> = new Set(['store_unreadable', 'store_migration_required']);

type Labels = Readonly<Record<string, string>>;

/** Everything the report holds as metric families; a metrics file adds its own families to them. */
export function reportFamilies(report: Report): Family[] {
  const profiles = report.agents.flatMap((agent) =>
    agent.profiles.map((profile) => ({ profile, labels: labelsOf(agent, profile) })),
  );
  const gauge = (name: string, help: string, samples: readonly Sample[]): Family => ({
    name: `openclaw_auth_${name}`,
    help,
    type: 'gauge',
    samples,
  });
  const perProfile = (
    name: string,
    help: string,
    valueOf: (profile: ReportProfile) => number | null,
  ): Family =>
    gauge(
      name,
      help,
      profiles.flatMap(({ profile, labels }) => {
        const value = valueOf(profile);
        return value === null ? [] : [{ labels, value }];
      }),
    );
  return [
    perProfile(
      'profile_expiry_timestamp_seconds',
      'When the credential expires, Unix time; absent when no expiry is known.',
      ({ expiresAt }) => seconds(expiresAt),
    ),
    perProfile(
      'profile_counts',
      'Whether an agent loses the credential at its end: 0 when unused, set aside, estimated, or renewed by OpenClaw.',
      ({ inUse, setAside, refreshable, expirySource }) =>
        Number(inUse && !setAside && !refreshable && expirySource !== 'estimated'),
    ),
    gauge(
      'profile_state',
      'Health of the credential: 1 for the state it is in, 0 for the others.',
      profiles.flatMap(({ profile, labels }) =>
        HEALTHS.map((state) => ({
          labels: { ...labels, state },
          value: profile.health === state ? 1 : 0,
        })),
      ),
    ),
    perProfile(
      'profile_cooldown_until_timestamp_seconds',
      'Until when OpenClaw leaves the profile aside, Unix time; absent when it does not.',
      ({ unusable }) => seconds(unusable?.until ?? null),
    ),
    perProfile(
      'probe_success',
      'Whether the provider accepted the credential: 1 accepted, 0 rejected; absent when that is not known.',
      ({ probe }) => PROBE_VALUES[probe?.outcome ?? 'not_probed'],
    ),
    perProfile(
      'probe_last_success_timestamp_seconds',
      'When the provider accepted the credential, Unix time; absent when it did not.',
      ({ probe }) => (probe?.outcome === 'accepted' ? seconds(probe.checkedAt) : null),
    ),
    gauge('store_readable', 'Whether the credentials of the agent could be read.', stores(report)),
    gauge('findings', 'Findings of the last run by code and severity.', findings(report)),
    gauge('last_run_timestamp_seconds', 'When the last run judged, Unix time.', [
      { labels: {}, value: seconds(report.generatedAt) ?? 0 },
    ]),
    gauge('last_run_success', 'Whether the last run came to a verdict.', [
      { labels: {}, value: 1 },
    ]),
    gauge('exit_code', 'Exit code of the last run: 0 fine, 1 failing, 2 expiring.', [
      { labels: {}, value: report.exitCode },
    ]),
    gauge('build_info', 'The monitor that wrote these metrics.', [
      { labels: { version: report.tool.version }, value: 1 },
    ]),
  ];
}

const PROBE_VALUES = { accepted: 1, rejected: 0, inconclusive: null, not_probed: null } as const;

function labelsOf(agent: ReportAgent, { profileId, provider, type }: ReportProfile): Labels {
  return { gateway: agent.gateway, agent: agent.id, profile: profileId, provider, type };
}

function seconds(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso) / 1000;
}

/** Every agent's store; of agents that are not in the report, only those that could not be read. */
function stores(report: Report): Sample[] {
  const readable = new Map<string, Sample>();
  const note = (gateway: string, agent: string, value: number): void => {
    readable.set(`${gateway}\0${agent}`, { labels: { gateway, agent }, value });
  };
  for (const { gateway, id } of report.agents) note(gateway, id, 1);
  for (const { code, gateway, agent } of report.findings) {
    if (BLIND_CODES.has(code)) note(gateway, agent ?? '', 0);
  }
  return [...readable.values()];
}

function findings(report: Report): Sample[] {
  const counts = new Map<string, { labels: Labels; value: number }>();
  for (const { code, severity } of report.findings) {
    const key = `${severity} ${code}`;
    const counted = counts.get(key);
    if (counted) counted.value += 1;
    else counts.set(key, { labels: { code, severity }, value: 1 });
  }
  return [...counts.values()];
}
