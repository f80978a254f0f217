// Lists the names that cases are made of: providers, the variables of their keys, agents.
// @ts-check

/** @typedef {'json' | 'sqlite'} Era */

const words = (/** @type {string} */ text) => text.trim().split(/\s+/);

const OF_BOTH =
  words(`anthropic openai openrouter google acme zai qwen github-copilot amazon-bedrock ollama groq mistral
  Anthropic claude-cli openai-codex minimax-portal minimax google-vertex google-gemini-cli deepseek xai together huggingface
  litellm lmstudio vllm nvidia cerebras voyage moonshot deepgram venice`);

/** Ids of providers as a config may write them. @type {Record<Era, string[]>} */
export const PROVIDERS = {
  json: [
    ...OF_BOTH,
    ' anthropic ',
    ...words(`z.ai Z-AI qwen-portal kimi-code kimi-coding opencode-zen opencode codex-cli chutes vercel-ai-gateway
      cloudflare-ai-gateway synthetic xiaomi qianfan google-antigravity`),
  ],
  sqlite: [
    ...OF_BOTH,
    ...words(`codex minimax-cn x-ai sglang kilocode microsoft-foundry copilot-proxy clawrouter ollama-cloud opencode-go fal
      alibaba apple-fm anthropic-openai`),
  ],
};

/** Variables that may hold a key. */
export const VARIABLES = [
  'CLAUDE_CODE_OAUTH_TOKEN',
  'GH_TOKEN',
  'GITHUB_TOKEN',
  'COPILOT_GITHUB_TOKEN',
  'QWEN_OAUTH_TOKEN',
  'MINIMAX_OAUTH_TOKEN',
  'MINIMAX_CODE_PLAN_KEY',
  'ANTHROPIC_OAUTH_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_BEARER_TOKEN_BEDROCK',
  'HF_TOKEN',
  'LM_API_TOKEN',
  'FAL_KEY',
  ...words(`ANTHROPIC OPENAI CODEX GEMINI GOOGLE OPENROUTER ZAI Z_AI CHUTES QWEN_PORTAL MINIMAX KIMI KIMICODE OPENCODE_ZEN
    OPENCODE AI_GATEWAY CLOUDFLARE_AI_GATEWAY OLLAMA GROQ MISTRAL DEEPSEEK XAI MOONSHOT CEREBRAS SYNTHETIC VENICE XIAOMI
    QIANFAN TOGETHER NVIDIA LITELLM VOYAGE DEEPGRAM VLLM SGLANG AZURE_OPENAI DASHSCOPE GOOGLE_CLOUD CLAWROUTER`).map(
    (name) => `${name}_API_KEY`,
  ),
];

/** Providers with the variable that should serve them. */
export const SERVED =
  words(`openrouter:OPENROUTER_API_KEY google:GEMINI_API_KEY google:GOOGLE_API_KEY zai:ZAI_API_KEY
  groq:GROQ_API_KEY github-copilot:GH_TOKEN github-copilot:COPILOT_GITHUB_TOKEN ollama:OLLAMA_API_KEY amazon-bedrock:AWS_PROFILE
  xai:XAI_API_KEY x-ai:XAI_API_KEY minimax:MINIMAX_API_KEY minimax-portal:MINIMAX_API_KEY minimax-cn:MINIMAX_API_KEY
  together:TOGETHER_API_KEY deepseek:DEEPSEEK_API_KEY mistral:MISTRAL_API_KEY cerebras:CEREBRAS_API_KEY lmstudio:LM_API_TOKEN
  vllm:VLLM_API_KEY huggingface:HF_TOKEN nvidia:NVIDIA_API_KEY ollama-cloud:OLLAMA_API_KEY openai:OPENAI_API_KEY
  chutes:CHUTES_API_KEY kimi-coding:KIMI_API_KEY`).map((pair) => pair.split(':'));

/** Names of providers with those whose credentials they may mean. */
export const BORROWED =
  words(`x-ai:xai qwen:qwen-portal z.ai:zai z-ai:zai opencode-zen:opencode kimi-code:kimi-coding
  minimax-cn:minimax minimax-portal-cn:minimax-portal minimax-cloud:minimax minimax-api:minimax claude-cli:anthropic
  openai-codex:openai google-gemini-cli:google`).map((pair) => pair.split(':'));

export const AGENTS = ['main', 'ops', 'Ops Bot', 'work', 'ünï', 'x--', 'A'.repeat(70)];

/** Models of openai by the ways that are known of them: both logins and keys, one of the two, or nothing. */
export const OPENAI_MODELS = words(
  'gpt-5.5 gpt-5.4-mini gpt-5.6-luna gpt-5.6 chat-latest gpt-5.4-nano gpt-5.3-codex-spark gpt-5.4-codex some-model GPT-5.5',
);
