// Finds the default gateway as OpenClaw 2026.9 does, which has forgotten most of the former names.
import { basename, join } from 'node:path';
import { defaultSource, type GatewaySource, type SystemView } from './state-dir.ts';

const KNOWN: ReadonlySet<string> = new Set([
  '.openclaw',
  '.clawdbot',
  'openclaw.json',
  'clawdbot.json',
]);

/**
 * `source` without the directories, config names and `CLAWDBOT_*` variables that 2026.9.6 no longer
 * reads; anything but the default gateway as it is.
 */
export function laterSource(view: SystemView, source: GatewaySource): GatewaySource {
  if (!source.isDefault) return source;
  const { CLAWDBOT_STATE_DIR: _dir, CLAWDBOT_CONFIG_PATH: _config, ...env } = view.env;
  const found = defaultSource({ ...view, env }, source.envFiles);
  const [first = found.stateDir] = found.searched;
  const isForgotten = found.searched.length > 1 && !KNOWN.has(basename(found.stateDir));
  const stateDir = isForgotten ? first : found.stateDir;
  const named = env['OPENCLAW_CONFIG_PATH']?.trim();
  const own = ['openclaw.json', 'clawdbot.json'].map((name) => join(stateDir, name));
  return { ...found, stateDir, configCandidates: named ? found.configCandidates : own };
}
