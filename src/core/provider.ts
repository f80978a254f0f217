// Decides when two provider names mean the same provider.

// OpenClaw folds these names when it compares a model's provider with a profile's: the first five in
// 2026.2.9, the others in 2026.9.6.
const ALIASES: Readonly<Record<string, string>> = {
  'z.ai': 'zai',
  'z-ai': 'zai',
  'opencode-zen': 'opencode',
  qwen: 'qwen-portal',
  'kimi-code': 'kimi-coding',
  'x-ai': 'xai',
  'minimax-cn': 'minimax',
  'minimax-portal-cn': 'minimax-portal',
};

/** The name under which a provider is compared: trimmed, lower case, aliases folded. */
export function normalizeProvider(name: string): string {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(ALIASES, key) ? (ALIASES[key] ?? key) : key;
}
