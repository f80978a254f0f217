// Names the faults for which OpenClaw's strict config schema refuses to run although the file parses.
import type { AgentPlace } from './agents.ts';
import { isObject, type JsonObject } from './config-file.ts';

// Top-level keys of OpenClaw 2026.2.9 and 2026.9.6 together.
const TOP_LEVEL = new Set(
  (
    '$schema access accessGroups acp agents approvals audio auth bindings broadcast browser canvasHost channels ' +
    'cli commands commitments cron crestodian diagnostics discovery env fleet gateway hooks logging mcp media ' +
    'memory messages meta models nodeHost plugins proxy secrets security session skills surfaces talk telemetry ' +
    'tools transcripts tts ui update web wizard'
  ).split(' '),
);

/** Why OpenClaw calls the config invalid; only what bears on credentials and the commonest slip is known. */
export function strictConfigFaults(config: JsonObject, places: readonly AgentPlace[]): string[] {
  const unknown = Object.keys(config).filter((key) => !TOP_LEVEL.has(key));
  const agents = isObject(config['agents']) ? config['agents'] : {};
  const defaults = isObject(agents['defaults']) ? agents['defaults'] : {};
  const model = defaults['model'];
  const dirs = places.filter((place) => place.origin === 'config').map((place) => place.dir);
  return [
    ...(unknown.length > 0 ? [`${unknown.length} unknown top-level key(s)`] : []),
    ...(model !== undefined && !isObject(model) ? ['agents.defaults.model is no object'] : []),
    ...(new Set(dirs).size < dirs.length ? ['two agents share one agentDir'] : []),
  ];
}
