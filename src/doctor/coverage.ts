// Says what is judged, which OpenClaw left it, and what is not covered and why.
import type { FindingCode } from '../core/finding.ts';
import type { Report, ReportGateway } from '../core/report.ts';
import { normalizeProvider } from '../core/provider.ts';
import { probes } from '../probes/index.ts';
import type { ProbeRequest } from '../run.ts';
import type { World } from '../world.ts';
import { attention, broken, ok, type Symptom, type Wording } from './symptom.ts';

const MOST_PROVIDERS = 8;

/** Findings that say: something here could not be looked at. */
const BLIND: Readonly<Partial<Record<FindingCode, Symptom['state']>>> = {
  gateway_not_found: 'broken',
  gateway_config_invalid: 'attention',
  agent_not_found: 'attention',
  store_unreadable: 'broken',
  store_migration_required: 'attention',
  secret_ref_unresolved: 'attention',
  trace_unreadable: 'attention',
};

/** A gateway to a line, then what of them is out of sight. */
export function coverageSymptoms(
  world: World,
  report: Report,
  probe: ProbeRequest,
  wording: Wording,
): readonly Symptom[] {
  return [
    ...report.gateways.map((gateway) => gatewaySymptom(world, gateway, report, wording)),
    ...blindSymptoms(report, wording),
    ...probeSymptoms(report, probe, wording),
  ];
}

function gatewaySymptom(
  world: World,
  gateway: ReportGateway,
  report: Report,
  { words }: Wording,
): Symptom {
  const agents = report.agents.filter((agent) => agent.gateway === gateway.label);
  const profiles = agents.reduce((sum, agent) => sum + agent.profiles.length, 0);
  const text = words.gateway({
    label: gateway.label,
    dir: gateway.stateDir,
    layout: words.layouts[gateway.storage],
    version: touchedBy(world, gateway),
    agents: agents.length,
    profiles,
  });
  return profiles === 0 ? attention('gateway', text) : ok('gateway', text);
}

/** Larger ones are no config; reading a pipe would never end. */
const MAX_CONFIG_BYTES = 8 * 1024 * 1024;

/** The version that OpenClaw noted in its config; null where it has not. */
function touchedBy({ files }: World, { configPath }: ReportGateway): string | null {
  try {
    const stat = configPath === null ? null : files.stat(configPath);
    if (configPath === null || stat?.isFile !== true || stat.size > MAX_CONFIG_BYTES) return null;
    const text = files.text(configPath);
    return /lastTouchedVersion["']?\s*:\s*["'](\d[\w.-]{0,30})["']/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

function blindSymptoms({ findings }: Report, { words }: Wording): readonly Symptom[] {
  const groups = new Map<string, { state: Symptom['state']; title: string; count: number }>();
  for (const { code, title, remedy } of findings) {
    const state = BLIND[code];
    if (state === undefined) continue;
    const key = [code, title, ...remedy].join('\0');
    const group = groups.get(key) ?? { state, title: `${title} (${code})`, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].map(({ state, title, count }) => {
    const text = count > 1 ? words.times(title, count) : title;
    const fix = 'auth-monitor explain';
    return (state === 'broken' ? broken : attention)('not covered', text, fix);
  });
}

function probeSymptoms(
  { agents }: Report,
  { level }: ProbeRequest,
  { words }: Wording,
): readonly Symptom[] {
  if (level === 'off') {
    return [attention('not covered', words.notAsked)];
  }
  const providers = new Set(
    agents.flatMap(({ profiles }) =>
      profiles.filter(({ inUse }) => inUse).map(({ provider }) => normalizeProvider(provider)),
    ),
  );
  const unknown = [...providers].filter((provider) => !Object.hasOwn(probes, provider)).sort();
  if (unknown.length === 0) return [];
  const shown = unknown.slice(0, MOST_PROVIDERS);
  const text = words.noWayToAsk(shown.join(', '), unknown.length - shown.length);
  return [ok('not covered', text)];
}
