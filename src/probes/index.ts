// Every provider that can be asked, by normalised id. A new one is its own file and a line here.
import { anthropic } from './anthropic.ts';
import {
  cerebras,
  deepseek,
  groq,
  huggingface,
  mistral,
  venice,
  vercelAiGateway,
} from './bearer-list.ts';
import { google, googleLogin } from './google.ts';
import { openai, openaiCodex } from './openai.ts';
import { openrouter } from './openrouter.ts';
import type { Probe } from './probe.ts';
import { xai } from './xai.ts';

/** Providers that stand nowhere here are `not_probed`, which counts for nothing. */
export const probes = {
  anthropic,
  cerebras,
  deepseek,
  google,
  'google-antigravity': googleLogin,
  'google-gemini-cli': googleLogin,
  groq,
  huggingface,
  mistral,
  openai,
  'openai-codex': openaiCodex,
  openrouter,
  venice,
  'vercel-ai-gateway': vercelAiGateway,
  xai,
} satisfies Record<string, Probe>;
