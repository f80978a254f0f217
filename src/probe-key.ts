// Names a secret at its provider's usual host: what is asked about, and remembered, once.
import type { CredentialType } from './core/profile.ts';
import { Secret } from './core/secret.ts';
import type { Identity } from './identity.ts';
import { probes } from './probes/index.ts';

/** A secret that two kinds of profiles send to the same host has one key; `provider` is normalised. */
export function probeKey(
  identity: Identity,
  provider: string,
  type: CredentialType,
  secret: Secret,
): string {
  return identity.secretKey(provider, hostOf(provider, type), asSent(secret));
}

/** Without the blanks around it that a paste leaves: OpenClaw, or the header it is put in, drops them. */
export function asSent(secret: Secret): Secret {
  return new Secret(secret.reveal().trim());
}

function hostOf(provider: string, type: CredentialType): string {
  if (!Object.hasOwn(probes, provider)) return '';
  return probes[provider as keyof typeof probes].origins({ type })[0] ?? '';
}
