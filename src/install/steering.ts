// Decides what of the caller's words and environment a job needs so that it finds the same gateways.
import { isAbsolute, join } from 'node:path';
import type { Env } from '../world.ts';
import type { InstallRequest } from './target.ts';

/** Variables that move a gateway; no scheduler passes them on. */
export const STEERING =
  /^(?:(?:OPENCLAW|CLAWDBOT)_(?:HOME|STATE_DIR|CONFIG_PATH|AGENT_DIR|OAUTH_DIR)|PI_CODING_AGENT_DIR)$/;

/** Those of them that are set. */
export function steering(env: Env): Readonly<Record<string, string>> {
  const set = Object.entries(env).filter(
    (entry): entry is [string, string] => STEERING.test(entry[0]) && Boolean(entry[1]),
  );
  return Object.fromEntries(set);
}

/** The options that name gateways, their paths absolute. */
export function gatewayWords(named: InstallRequest['options'], cwd: string): readonly string[] {
  const dirs = (named['state-dir'] ?? []) as readonly string[];
  const profile = named['openclaw-profile'];
  return [
    ...dirs.flatMap((text) => {
      const [, label = '', dir = text] = /^([\w.-]{1,64}=)(.+)$/.exec(text) ?? [];
      return [
        '--state-dir',
        label + (isAbsolute(dir) || dir.startsWith('~') ? dir : join(cwd, dir)),
      ];
    }),
    ...(typeof profile === 'string' ? ['--openclaw-profile', profile] : []),
  ];
}
