// Judges one small gateway the way a named version of OpenClaw's own command line would.
import type { Report } from '../../src/core/report.ts';
import { GatewayHome, models, type CheckOptions } from './gateway.ts';

/** A config whose only model is one of anthropic. */
export const CLAUDE = models('anthropic/claude-x');
export const KEY_IN_ENV = { env: { ANTHROPIC_API_KEY: 'k' } };

export interface Setting extends CheckOptions {
  readonly config?: unknown;
  /** Usage and order beside the profiles. */
  readonly state?: object;
}

/** By 2026.9.6, with the profiles in the shared store; the model is one of anthropic unless said otherwise. */
export function checkBy9(
  profiles: Record<string, unknown>,
  { config = CLAUDE, state, ...options }: Setting = {},
): Promise<Report> {
  const home = new GatewayHome().config(config).shared({ profiles, state });
  return home.check({ ...options, policy: 'openclaw-2026.9' });
}

/** By 2026.2.9, with the profiles in main's store and no config unless one is given. */
export function checkBy2(
  profiles: Record<string, unknown>,
  { config, state, ...options }: Setting = {},
): Promise<Report> {
  const home = new GatewayHome().store('main', profiles, state);
  if (config !== undefined) home.config(config);
  return home.check({ ...options, policy: 'openclaw-2026.2' });
}
