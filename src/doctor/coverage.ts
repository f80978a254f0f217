// Says what is judged, which OpenClaw left it, and what is not covered and why.
import type { FindingCode } from '../core/finding.ts';
import type { Report, ReportGateway } from '../core/report.ts';
import { normalizeProvider } from '../core/provider.ts';
import { probes } from '../probes/index.ts';
import { counted } from '../core/phrases/counted.ts';
import type { ProbeRequest } from '../run.ts';
import type { World } from '../world.ts';
import { attention, broken, ok, type Symptom } from './symptom.ts';

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
): readonly Symptom[] {
  return [
    ...report.gateways.map((gateway) => gatewaySymptom(world, gateway, report)),
    ...blindSymptoms(report),
    ...probeSymptoms(report, probe),
  ];
}

function gatewaySymptom(world: World, gateway: ReportGateway, report: Report): Symptom {
  const agents = report.agents.filter((agent) => agent.gateway === gateway.label);
  const profiles = agents.reduce((sum, agent) => sum + agent.profiles.length, 0);
  const version = touchedBy(world, gateway);
  const what = `${gateway.label}: ${gateway.stateDir}, ${LAYOUTS[gateway.storage]}`;
  const count = `${counted(agents.length, 'agent')}, ${counted(profiles, 'profile')}`;
  const text = `${what}${version === null ? '' : `, OpenClaw ${version}`}; ${count}`;
  return profiles === 0 ? attention('gateway', text) : ok('gateway', text);
}

const LAYOUTS: Readonly<Record<ReportGateway['storage'], string>> = {
  json: 'JSON stores',
  sqlite: 'SQLite stores',
  none: 'no store',
};

/** The version that OpenClaw noted in its config; null where it has not. */
function touchedBy({ files }: World, { configPath }: ReportGateway): string | null {
  try {
    const text = configPath === null ? '' : files.text(configPath);
    return /lastTouchedVersion["']?\s*:\s*["'](\d[\w.-]{0,30})["']/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

function blindSymptoms({ findings }: Report): readonly Symptom[] {
  const groups = new Map<string, { state: Symptom['state']; title: string; count: number }>();
  for (const { code, title, remedy } of findings) {
    const state = BLIND[code];
    if (state === undefined) continue;
    const key = [code, title, ...remedy].join('\0');
    const group = groups.get(key) ?? { state, title: `${title} (${code})`, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].map(({ state, title, count }) => {
    const times = count > 1 ? `, ${counted(count, 'time')}` : '';
    const fix = 'auth-monitor explain';
    return (state === 'broken' ? broken : attention)('not covered', `${title}${times}`, fix);
  });
}

function probeSymptoms({ agents }: Report, { level }: ProbeRequest): readonly Symptom[] {
  if (level === 'off') {
    return [attention('not covered', 'providers are not asked (probe.level is off)')];
  }
  const providers = new Set(
    agents.flatMap(({ profiles }) =>
      profiles.filter(({ inUse }) => inUse).map(({ provider }) => normalizeProvider(provider)),
    ),
  );
  const unknown = [...providers].filter((provider) => !Object.hasOwn(probes, provider)).sort();
  if (unknown.length === 0) return [];
  const names = unknown.slice(0, 8).join(', ');
  const more = unknown.length > 8 ? ` and ${unknown.length - 8} more` : '';
  return [ok('not covered', `no way to ask ${names}${more}: judged by their files alone`)];
}
