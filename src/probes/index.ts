// Every provider that can be asked, by normalised id. A new one is its own file and a line here.
import { anthropic } from './anthropic.ts';
import { cerebras } from './cerebras.ts';
import { deepseek } from './deepseek.ts';
import { githubCopilot } from './github-copilot.ts';
import { google, googleLogin } from './google.ts';
import { groq } from './groq.ts';
import { huggingface } from './huggingface.ts';
import { minimax } from './minimax.ts';
import { mistral } from './mistral.ts';
import { moonshot } from './moonshot.ts';
import { openai, openaiCodex } from './openai.ts';
import { openrouter } from './openrouter.ts';
import type { Probe } from './probe.ts';
import { venice } from './venice.ts';
import { vercelAiGateway } from './vercel-ai-gateway.ts';
import { xai } from './xai.ts';
import { zai } from './zai.ts';

/** Providers that stand nowhere here are `not_probed`, which counts for nothing. */
export const probes = {
  anthropic,
  cerebras,
  deepseek,
  'github-copilot': githubCopilot,
  google,
  'google-antigravity': googleLogin,
  'google-gemini-cli': googleLogin,
  groq,
  huggingface,
  minimax,
  mistral,
  moonshot,
  openai,
  'openai-codex': openaiCodex,
  openrouter,
  venice,
  'vercel-ai-gateway': vercelAiGateway,
  xai,
  zai,
} satisfies Record<string, Probe>;
