// Says by which logins a model of openai can be reached, as OpenClaw 2026.9 decides it.
import type { OpenAiLogin, OpenAiWays } from '../core/agent.ts';
import { isObject, type Json, type JsonObject } from './config-file.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Models that keys and subscriptions reach alike (2026.9.6). */
const BY_BOTH = names(
  'gpt-6-astra gpt-6-sol gpt-6-luna gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna gpt-5.5 gpt-5.5-pro gpt-5.4 ' +
    'gpt-5.4-codex gpt-5.4-pro gpt-5.4-mini',
);
const BY_KEY = names('chat-latest gpt-5.6');
const BY_SUBSCRIPTION = names('gpt-5.3-codex-spark');
/** Listed in its catalog, which names the platform as its server. */
const LISTED = names('gpt-5.4-nano');

const RESPONSES = 'openai-responses';
const COMPLETIONS = 'openai-completions';
const SUBSCRIPTION = 'openai-chatgpt-responses';
const APIS: ReadonlySet<string> = new Set([RESPONSES, COMPLETIONS, SUBSCRIPTION]);

const PLATFORM_PATHS = /^\/(?:v1\/?)?$/;
const SUBSCRIPTION_PATHS =
  /^\/backend-api(?:\/codex)?(?:\/v1)?\/?$|^\/backend-api\/codex\/responses\/?$/;

type Endpoint = 'none' | 'platform' | 'subscription' | 'custom' | 'invalid';

/**
 * The ways to each model, by `models.providers.openai` and `OPENAI_BASE_URL`. Where nothing names a
 * server, the model's name decides; an unknown name leaves it open.
 */
export function openaiWays(
  provider: Json | undefined,
  environmentUrl: string | null,
): (model: string) => OpenAiWays {
  const entry = isObject(provider) ? provider : {};
  const models = Array.isArray(entry['models']) ? (entry['models'] as readonly Json[]) : [];
  return (model) => {
    const name = model.trim();
    const own = models.filter(isObject).find(({ id }) => id === name) ?? {};
    const server = serverOf(own, entry, environmentUrl);
    return waysTo(name.toLowerCase(), server, changesRequests(entry) || changesRequests(own));
  };
}

interface Server {
  /** Somebody wrote it down, rather than the catalog. */
  readonly isConfigured: boolean;
  readonly api: string | null;
  readonly url: Json | undefined;
}

function serverOf(model: JsonObject, provider: JsonObject, environmentUrl: string | null): Server {
  const [modelApi, modelUrl] = [textOf(model['api']), urlOf(model['baseUrl'])];
  const [api, url] = [textOf(provider['api']), urlOf(provider['baseUrl'])];
  const elsewhere = (lower: Json | undefined): Json | undefined =>
    ['custom', 'invalid'].includes(endpointOf(lower)) ? lower : undefined;
  const variable = urlOf(environmentUrl ?? undefined);
  if (modelApi !== null || modelUrl !== undefined) {
    return {
      isConfigured: true,
      api: modelApi ?? api,
      url: modelUrl ?? elsewhere(url ?? variable),
    };
  }
  if (api !== null || url !== undefined) {
    return { isConfigured: true, api, url: url ?? elsewhere(variable) };
  }
  return { isConfigured: variable !== undefined, api: null, url: variable };
}

const CONTRADICTION: OpenAiWays = { kind: 'contradiction', by: [], takesCodex: false };

function waysTo(name: string, { isConfigured, api, url }: Server, isChanged: boolean): OpenAiWays {
  const endpoint = endpointOf(url);
  const isPlain = !isChanged && !(typeof url === 'string' && url.trim().startsWith('http:'));
  const wants = api === SUBSCRIPTION;
  if (endpoint === 'invalid' || (api !== null && !APIS.has(api))) return CONTRADICTION;
  if (endpoint === 'custom') return ways(wants ? ['subscription'] : ['key'], false);
  if (endpoint === 'platform' && wants) return CONTRADICTION;
  if (endpoint === 'subscription' && api !== null && !wants) return CONTRADICTION;
  const isOfCompletions = isConfigured && api === COMPLETIONS;
  if (BY_BOTH.has(name) && (!isConfigured || (isOfCompletions && !isChanged))) {
    return ways(['key', 'subscription'], isPlain && !isOfCompletions);
  }
  if (!isConfigured && BY_SUBSCRIPTION.has(name)) return ways(['subscription'], isPlain);
  if (!isConfigured && BY_KEY.has(name)) return ways(['key'], isPlain);
  if (endpoint === 'subscription' || wants) {
    return BY_KEY.has(name) ? CONTRADICTION : ways(['subscription'], isPlain);
  }
  if (BY_SUBSCRIPTION.has(name)) return CONTRADICTION;
  if (!isConfigured && !LISTED.has(name))
    return { kind: 'unknown', by: [], takesCodex: !isChanged };
  return ways(['key'], isPlain && !isOfCompletions);
}

function ways(by: readonly OpenAiLogin[], takesCodex: boolean): OpenAiWays {
  return { kind: 'ways', by, takesCodex };
}

// Only these very addresses are openai's own; any other address of its hosts is refused.
function endpointOf(url: Json | undefined): Endpoint {
  if (url === undefined) return 'none';
  if (typeof url !== 'string') return 'invalid';
  try {
    const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(url);
    const isHttp = protocol === 'http:' || protocol === 'https:';
    if (!isHttp || hostname === '' || username !== '' || password !== '') return 'invalid';
    const host = hostname.replace(/\.$/, '');
    if (host !== 'api.openai.com' && host !== 'chatgpt.com') return 'custom';
    if (protocol !== 'https:' || port !== '' || search !== '' || hash !== '') return 'invalid';
    if (host === 'chatgpt.com')
      return SUBSCRIPTION_PATHS.test(pathname) ? 'subscription' : 'invalid';
    return PLATFORM_PATHS.test(pathname) ? 'platform' : 'invalid';
  } catch {
    return 'invalid';
  }
}

// The codex runtime takes none of these over.
function changesRequests(entry: JsonObject): boolean {
  return (
    ['localService', 'headers', 'request', 'params'].some((key) => {
      const value = entry[key];
      return isObject(value) && Object.keys(value).length > 0;
    }) ||
    typeof entry['authHeader'] === 'boolean' ||
    typeof entry['timeoutSeconds'] === 'number'
  );
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function urlOf(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return value ?? undefined;
}
