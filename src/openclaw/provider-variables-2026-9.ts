// Lists the variables from which OpenClaw 2026.9 takes a provider's key.
import { PAYERS_2026_9 } from '../core/provider-names.ts';
import type { ProviderVariables } from './provider-keys.ts';

const OF_PAYERS: ProviderVariables = {
  alibaba: ['MODELSTUDIO_API_KEY', 'DASHSCOPE_API_KEY', 'QWEN_API_KEY'],
  anthropic: ['ANTHROPIC_OAUTH_TOKEN', 'ANTHROPIC_API_KEY'],
  'anthropic-openai': ['ANTHROPIC_API_KEY'],
  cerebras: ['CEREBRAS_API_KEY'],
  clawrouter: ['CLAWROUTER_API_KEY'],
  deepgram: ['DEEPGRAM_API_KEY'],
  elevenlabs: ['ELEVENLABS_API_KEY', 'XI_API_KEY'],
  fal: ['FAL_KEY', 'FAL_API_KEY'],
  'github-copilot': ['COPILOT_GITHUB_TOKEN'],
  google: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
  'google-vertex': ['GOOGLE_CLOUD_API_KEY'],
  huggingface: ['HUGGINGFACE_HUB_TOKEN', 'HF_TOKEN'],
  litellm: ['LITELLM_API_KEY'],
  lmstudio: ['LM_API_TOKEN'],
  'microsoft-foundry': ['AZURE_OPENAI_API_KEY'],
  minimax: ['MINIMAX_CODE_PLAN_KEY', 'MINIMAX_CODING_API_KEY', 'MINIMAX_API_KEY'],
  'minimax-portal': ['MINIMAX_OAUTH_TOKEN', 'MINIMAX_API_KEY'],
  nvidia: ['NVIDIA_API_KEY'],
  ollama: ['OLLAMA_API_KEY'],
  'ollama-cloud': ['OLLAMA_API_KEY'],
  openai: ['CODEX_API_KEY', 'OPENAI_API_KEY'],
  'opencode-go': ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
  openrouter: ['OPENROUTER_API_KEY'],
  'qwen-dashscope': ['DASHSCOPE_API_KEY'],
  runway: ['RUNWAYML_API_SECRET', 'RUNWAY_API_KEY'],
  senseaudio: ['SENSEAUDIO_API_KEY'],
  sglang: ['SGLANG_API_KEY'],
  together: ['TOGETHER_API_KEY'],
  vllm: ['VLLM_API_KEY'],
  voyage: ['VOYAGE_API_KEY'],
  xai: ['XAI_API_KEY'],
};

/** By provider, in the order in which 2026.9.6 reads them: its core's, and those of the plugins it brings. */
export const VARIABLES_2026_9: ProviderVariables = {
  ...OF_PAYERS,
  ...Object.fromEntries(
    Object.entries(PAYERS_2026_9).map(([provider, payer]) => [provider, OF_PAYERS[payer] ?? []]),
  ),
};

/** These and those of `before`: a plugin that is installed later may read any of them. */
export function withPlugins(before: ProviderVariables): ProviderVariables {
  const merged: Record<string, readonly string[]> = { ...before };
  for (const [provider, names] of Object.entries(VARIABLES_2026_9)) {
    const known = Object.hasOwn(before, provider) ? (before[provider] ?? []) : [];
    merged[provider] = [...new Set([...names, ...known])];
  }
  return merged;
}
