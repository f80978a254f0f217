// Decides when two provider names mean the same provider.

// OpenClaw 2026.2.9 and 2026.9.6 fold these names when they compare a model's provider with a profile's.
const ALIASES: Readonly<Record<string, string>> = {
  'z.ai': 'zai',
  'z-ai': 'zai',
  'opencode-zen': 'opencode',
  qwen: 'qwen-portal',
  'kimi-code': 'kimi-coding',
};

/** The name under which a provider is compared: trimmed, lower case, aliases folded. */
export function normalizeProvider(name: string): string {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? key) : key;
}
