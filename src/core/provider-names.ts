// Says under which names single OpenClaw versions compare providers; `provider.ts` knows them all.

type Names = Readonly<Record<string, string>>;

/** 2026.2.9 folds these wherever it compares providers, in models, stores and its config. */
const FOLDED_2026_2: Names = {
  'z.ai': 'zai',
  'z-ai': 'zai',
  'opencode-zen': 'opencode',
  qwen: 'qwen-portal',
  'kimi-code': 'kimi-coding',
};

/**
 * 2026.9.6 folds no name, but looks for the credentials of these under another one: its plugins say so
 * (`providerAuthAliases`, and the retired ids of their ways to sign in). Measured.
 */
export const PAYERS_2026_9: Names = {
  'claude-cli': 'anthropic',
  'minimax-api': 'minimax',
  'minimax-api-key-cn': 'minimax',
  'minimax-api-lightning': 'minimax',
  'minimax-cloud': 'minimax',
  'minimax-cn': 'minimax',
  'minimax-portal-cn': 'minimax-portal',
  'x-ai': 'xai',
};

/** A provider as 2026.2.9 compares it. */
export function provider20262(name: string): string {
  return namedIn(FOLDED_2026_2, name);
}

/** A provider as 2026.9.6 names it in models, orders and its config. */
export function provider20269(name: string): string {
  return name.trim().toLowerCase();
}

/** The provider whose profiles and variables 2026.9.6 takes for `name`. */
export function payer20269(name: string): string {
  return namedIn(PAYERS_2026_9, name);
}

function namedIn(names: Names, name: string): string {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}
