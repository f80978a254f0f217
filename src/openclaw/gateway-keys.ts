// Answers, once per provider, whether a gateway has a key outside its stores and where.
import { join } from 'node:path';
import type { Gateway, KeySource } from '../core/agent.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';
import { kindAt } from './look.ts';
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
    provider === 'google-vertex' && hasVertexLogin(view, environment)
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

// gcloud's login file, a project and a location (2026.2.9); the file itself is not read.
function hasVertexLogin(view: SystemView, environment: Environment): boolean {
  const has = (name: string): boolean => environment.find(name) !== null;
  if (!has('GOOGLE_CLOUD_LOCATION')) return false;
  if (!has('GOOGLE_CLOUD_PROJECT') && !has('GCLOUD_PROJECT')) return false;
  const home = envValue(view.env, 'HOME', 'USERPROFILE') ?? view.home ?? view.cwd;
  const file =
    environment.find('GOOGLE_APPLICATION_CREDENTIALS')?.value ??
    join(home, '.config/gcloud/application_default_credentials.json');
  return kindAt(view.files, file) === 'file';
}
