// Says what texts in the place of keys mean, in `models.providers` and in stores, as OpenClaw 2026.9 reads them.
import type { ConfiguredKey, Gateway } from '../core/agent.ts';
import type { Profile, RefPresence } from '../core/profile.ts';
import { isObject, type Json } from './config-file.ts';
import type { ProviderConfig } from './config-facts.ts';
import {
  isFollowed,
  resolves,
  unresolvedSecrets,
  type SecretSurroundings,
} from './config-secrets.ts';
import { openaiWays } from './openai-ways.ts';
import type { ProviderVariables } from './provider-keys.ts';
import { parseSecretRef } from './secret-refs.ts';

/** Texts in the place of a key that stand for something else. */
const MARKERS =
  /^(?:custom-local|codex-app-server|gcp-vertex-credentials|ollama-local|secretref-managed|oauth:.*|AWS_(?:BEARER_TOKEN_BEDROCK|ACCESS_KEY_ID|PROFILE))$/;
/** Names that count as markers beside those of the providers. */
const LATER_NAMES = ['DEEPSEEK', 'PERPLEXITY', 'FIREWORKS', 'NOVITA', 'AZURE'].map(
  (name) => `${name}_API_KEY`,
);
/** Shapes of references that were retired or are unfinished. */
const MALFORMED = /^(?:\$|secretref-env:|__env__:)/;
const LOCAL_HOST =
  /^(?:localhost|0\.0\.0\.0|\[::1?\]|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|.*\.local|host\.docker\.internal|(?:docker|host)\.orb\.internal)$/;

/** What the texts of a config and of its stores come to, by the rules of 2026.9. */
export interface LiteralKeys {
  readonly configured: ReadonlyMap<string, ConfiguredKey>;
  readonly openaiWays: NonNullable<Gateway['openaiWays']>;
  /** Secrets of the config that are not to be had. */
  readonly unresolved: readonly string[];
  /** Null for a text that is what it looks like. */
  standIn(profile: Profile): RefPresence | null;
}

type Found = Pick<ConfiguredKey, 'kind' | 'presence'>;

/** Reads every provider of the config, and any text of a store. */
export function literalKeys(around: SecretSurroundings, variables: ProviderVariables): LiteralKeys {
  const { facts, environment } = around;
  const names = new Set([...Object.values(variables).flat(), ...LATER_NAMES]);
  const textOf = (text: string): Found => {
    const trimmed = text.trim();
    if (MALFORMED.test(trimmed)) return { kind: 'malformed', presence: 'absent' };
    if (names.has(trimmed)) {
      const isSet = environment.find(trimmed) !== null;
      return { kind: 'variable', presence: isSet ? 'present' : 'absent' };
    }
    if (MARKERS.test(trimmed)) return { kind: 'marker', presence: 'unknown' };
    return { kind: 'text', presence: 'present' };
  };
  const keyOf = (value: Json | undefined, place: string): Found => {
    const ref = parseSecretRef(value);
    if (around.named.has(place) || (ref !== null && isFollowed(ref))) {
      const isThere = ref === null || resolves(ref, around);
      return { kind: 'reference', presence: isThere ? 'present' : 'absent' };
    }
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
      return { kind: 'none', presence: 'absent' };
    }
    return typeof value === 'string' ? textOf(value) : { kind: 'malformed', presence: 'absent' };
  };
  const configured = [...facts.providers].map(([provider, config]): [string, ConfiguredKey] => [
    provider,
    {
      ...served(config, keyOf(config.apiKeyRef, `models.providers.${provider}.apiKey`)),
      isId: (profileId) => config.apiKeyRef === profileId,
      auth: config.auth,
      api: config.api,
      isLocal: isLocal(config),
    },
  ]);
  return {
    configured: new Map(configured),
    unresolved: unresolvedSecrets(around),
    openaiWays: openaiWays(
      facts.providers.get('openai')?.entry,
      environment.find('OPENAI_BASE_URL')?.value ?? null,
    ),
    standIn({ type, secret }) {
      if (type === 'oauth' || secret === null) return null;
      const { kind, presence } = textOf(secret.reveal());
      return kind === 'text' ? null : presence;
    },
  };
}

/** Protocols in which a server of one's own takes a marker for a key. */
const TAKES_MARKERS: ReadonlySet<string | null> = new Set(['openai-completions', 'ollama']);

function served(config: ProviderConfig, found: Found): Found {
  const isServed = found.kind === 'marker' && TAKES_MARKERS.has(config.api) && isOwnServer(config);
  return isServed ? { ...found, presence: 'present' } : found;
}

// A server of one's own, described with its models, is asked without a key.
function isLocal(config: ProviderConfig): boolean {
  return (config.auth === null || config.auth === 'api-key') && isOwnServer(config);
}

function isOwnServer({ baseUrl, api, entry }: ProviderConfig): boolean {
  const models = isObject(entry) ? entry['models'] : undefined;
  const isDescribed = api !== null && Array.isArray(models) && models.length > 0;
  if (baseUrl === null || !isDescribed) return false;
  try {
    return LOCAL_HOST.test(new URL(baseUrl).hostname);
  } catch {
    return false;
  }
}
