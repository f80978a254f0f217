// Tells what of a credential OpenClaw 2026.9.6 takes for material, and for a time.
import type { AgentProfile, ConfiguredKey } from '../core/agent.ts';
import type { Secret } from '../core/secret.ts';

/** True when a key, token or login holds something: a text that is no blank, or where it is kept. */
export function hasMaterial({
  type,
  secret,
  refresh,
  secretRef,
  materialFault,
}: AgentProfile['profile']): boolean {
  if (secretRef !== null) return true;
  if (type === 'oauth') return isText(secret) || isText(refresh) || materialFault === 'elsewhere';
  return secret !== null && materialFault !== 'blank' && materialFault !== 'pasted_command';
}

/** True for an `expires` that is there and is no time; seconds are a time, long ago. */
export function isInvalid(fault: AgentProfile['profile']['expiresFault']): boolean {
  return fault !== null && fault !== 'seconds';
}

/** True for a text that is no blank. */
export function isText(secret: Secret | null): boolean {
  return secret !== null && secret.reveal().trim() !== '';
}

/**
 * The config alone decides: another way than a key, a reference, a variable that is set, a marker that the
 * server takes, or an insisted key.
 */
export function isRequired({ kind, presence, auth }: ConfiguredKey): boolean {
  if (auth === 'aws-sdk' || kind === 'reference') return true;
  if (kind === 'variable' || kind === 'marker') return presence === 'present';
  return kind === 'text' && auth === 'api-key';
}
