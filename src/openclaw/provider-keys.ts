// Finds a provider's key outside the stores: environment variables and the config's own apiKey.
import type { KeySource } from '../core/agent.ts';
import { parseSecretRef, refPresence, type SecretStoreNames } from './secret-refs.ts';
import type { ConfigFacts } from './config-facts.ts';
import type { Environment } from './environment.ts';

/** Variables by normalised provider, in the order in which they are read. */
export type ProviderVariables = Readonly<Record<string, readonly string[]>>;

/** Those of OpenClaw 2026.2.9. */
export const VARIABLES: ProviderVariables = {
  anthropic: ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY'],
  'github-copilot': ['COPILOT_GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'],
  chutes: ['CHUTES_OAUTH_TOKEN', 'CHUTES_API_KEY'],
  zai: ['ZAI_API_KEY', 'Z_AI_API_KEY'],
  opencode: ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
  'qwen-portal': ['QWEN_OAUTH_TOKEN', 'QWEN_PORTAL_API_KEY'],
  'minimax-portal': ['MINIMAX_OAUTH_TOKEN', 'MINIMAX_API_KEY'],
  'kimi-coding': ['KIMI_API_KEY', 'KIMICODE_API_KEY'],
  google: ['GEMINI_API_KEY'],
  'vercel-ai-gateway': ['AI_GATEWAY_API_KEY'],
  'cloudflare-ai-gateway': ['CLOUDFLARE_AI_GATEWAY_API_KEY'],
  openai: ['OPENAI_API_KEY'],
  voyage: ['VOYAGE_API_KEY'],
  groq: ['GROQ_API_KEY'],
  deepgram: ['DEEPGRAM_API_KEY'],
  cerebras: ['CEREBRAS_API_KEY'],
  xai: ['XAI_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  moonshot: ['MOONSHOT_API_KEY'],
  minimax: ['MINIMAX_API_KEY'],
  xiaomi: ['XIAOMI_API_KEY'],
  synthetic: ['SYNTHETIC_API_KEY'],
  venice: ['VENICE_API_KEY'],
  mistral: ['MISTRAL_API_KEY'],
  qianfan: ['QIANFAN_API_KEY'],
  ollama: ['OLLAMA_API_KEY'],
};

/** The normalised providers that OpenClaw looks for in a variable. */
export function providersOfVariable(name: string): readonly string[] {
  return Object.keys(VARIABLES).filter((provider) => VARIABLES[provider]?.includes(name));
}

// Local servers, cloud credential chains and other programs' logins need no key in OpenClaw.
const NEEDS_NO_KEY = new Set([
  'amazon-bedrock',
  'google-vertex',
  'ollama',
  'lmstudio',
  'vllm',
  'llamacpp',
  'claude-cli',
  'codex-cli',
  'google-gemini-cli',
]);

/** Where a normalised provider's key was found outside the stores; null when nowhere. */
export function findKey(
  provider: string,
  facts: ConfigFacts,
  environment: Environment,
  storeNames: SecretStoreNames,
  variables: ProviderVariables,
): KeySource | null {
  const names = Object.hasOwn(variables, provider) ? (variables[provider] ?? []) : [];
  for (const variable of names) {
    const found = environment.find(variable);
    if (found === null) continue;
    const { own, name } = found.layer;
    return { foundIn: name, variable, presence: 'present', own };
  }
  const configured = facts.providers.get(provider);
  const inConfig = {
    foundIn: `config models.providers.${provider}.apiKey`,
    variable: null,
    own: false,
  };
  if (configured?.apiKey === 'text') return { ...inConfig, presence: 'present' };
  if (configured?.apiKey === 'reference') {
    const ref = parseSecretRef(configured.apiKeyRef);
    const presence = ref === null ? 'absent' : refPresence(ref, facts, environment, storeNames);
    if (presence === 'present' || presence === 'unknown') return { ...inConfig, presence };
  }
  return unseen(facts, environment);
}

// A login shell may hold the key, and running one is not a monitor's business; so may a file of the
// gateway's service that this user cannot read.
function unseen(facts: ConfigFacts, environment: Environment): KeySource | null {
  const asked = environment.find('OPENCLAW_LOAD_SHELL_ENV')?.value ?? '';
  const unknown = { presence: 'unknown', variable: null, own: false } as const;
  if (facts.shellEnv || /^(?:1|true|yes|on)$/i.test(asked)) {
    return { ...unknown, foundIn: 'config env.shellEnv' };
  }
  const { unread } = environment;
  return unread === null ? null : { ...unknown, foundIn: unread, unreadable: unread };
}

/** True for providers whose models run without a stored key, and for custom servers configured without one. */
export function needsNoKey(
  provider: string,
  facts: ConfigFacts,
  variables: ProviderVariables,
): boolean {
  if (NEEDS_NO_KEY.has(provider)) return true;
  const configured = facts.providers.get(provider);
  return (
    typeof configured?.baseUrl === 'string' &&
    configured.apiKey === 'none' &&
    !Object.hasOwn(variables, provider)
  );
}
