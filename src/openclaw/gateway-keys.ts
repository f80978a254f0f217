// Answers, once per provider, whether a gateway has a key outside its stores and where.
import { join } from 'node:path';
import type { Gateway, KeySource } from '../core/agent.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';
import { isAnything } from './look.ts';
import { findKey, type ProviderVariables } from './provider-keys.ts';
import type { SecretStoreNames } from './secret-refs.ts';
import { envValue, type SystemView } from './state-dir.ts';

/** Looks each provider up at most once, however many agents ask. */
export function gatewayKeys(
  view: SystemView,
  facts: ConfigFacts,
  environment: Environment,
  storeNames: SecretStoreNames,
  variables: ProviderVariables,
): Pick<Gateway, 'key' | 'anyKey'> {
  const found = new Map<string, KeySource | null>();
  const look = (provider: string): KeySource | null =>
    provider === 'google-vertex' && hasVertexLogin(view, environment, variables)
      ? { foundIn: 'gcloud adc', variable: null, presence: 'present', own: false }
      : findKey(provider, facts, environment, storeNames, variables);
  const key = (provider: string): KeySource | null => {
    const known = found.get(provider);
    if (known !== undefined) return known;
    const fresh = look(provider);
    found.set(provider, fresh);
    return fresh;
  };
  const anyKey = (): KeySource | null => {
    const providers = [...Object.keys(variables), 'google-vertex', ...facts.providers.keys()];
    return providers.map(key).find((source) => source !== null) ?? null;
  };
  return { key, anyKey };
}

// gcloud's login file, a project and a location (2026.2.9); the file itself is not read. Where a variable
// of this provider is known, it is 2026.9.6, which also looks where gcloud was told to keep its files.
function hasVertexLogin(
  view: SystemView,
  environment: Environment,
  variables: ProviderVariables,
): boolean {
  const valueOf = (name: string): string | null => environment.find(name)?.value ?? null;
  if (valueOf('GOOGLE_CLOUD_LOCATION') === null) return false;
  if (valueOf('GOOGLE_CLOUD_PROJECT') === null && valueOf('GCLOUD_PROJECT') === null) return false;
  const home = envValue(view.env, 'HOME', 'USERPROFILE') ?? view.home ?? view.cwd;
  const isLater = 'google-vertex' in variables;
  const variable = 'GOOGLE_APPLICATION_CREDENTIALS';
  const named = isLater ? valueOf(variable) : environment.findText(variable);
  const moved = isLater ? valueOf('CLOUDSDK_CONFIG') : null;
  const file = join(moved ?? join(home, '.config/gcloud'), 'application_default_credentials.json');
  return isAnything(view.files, named ?? file);
}
