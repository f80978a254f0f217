// Decides what of the caller's words and environment a job needs so that it finds the same gateways.
import { isAbsolute, join } from 'node:path';
import type { World } from '../world.ts';
import type { InstallRequest } from './target.ts';

/** Variables that move a gateway, a login or our config; no scheduler passes them on. */
const STEERING =
  /^(?:(?:OPENCLAW|CLAWDBOT)_(?:HOME|STATE_DIR|CONFIG_PATH|AGENT_DIR|OAUTH_DIR)|PI_CODING_AGENT_DIR|CLAUDE_(?:SECURESTORAGE_)?CONFIG_DIR|CODEX_HOME|XDG_CONFIG_HOME)$/;

/** Those of them that are set, their paths absolute: a job begins in another directory. */
export function steering({
  env,
  cwd,
}: Pick<World, 'env' | 'cwd'>): Readonly<Record<string, string>> {
  const set = Object.entries(env).flatMap(([name, value = '']) =>
    STEERING.test(name) && value !== '' ? [[name, absolute(value, cwd)] as const] : [],
  );
  return Object.fromEntries(set);
}

function absolute(path: string, cwd: string): string {
  return isAbsolute(path) || path.startsWith('~') ? path : join(cwd, path);
}

/** The options that name gateways, their paths absolute. */
export function gatewayWords(named: InstallRequest['options'], cwd: string): readonly string[] {
  const dirs = (named['state-dir'] ?? []) as readonly string[];
  const profile = named['openclaw-profile'];
  return [
    ...dirs.flatMap((text) => {
      const [, label = '', dir = text] = /^([\w.-]{1,64}=)(.+)$/.exec(text) ?? [];
      return ['--state-dir', label + absolute(dir, cwd)];
    }),
    ...(typeof profile === 'string' ? ['--openclaw-profile', profile] : []),
  ];
}
