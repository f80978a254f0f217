import { probeSuite } from '../kit/probe-suite.ts';
import { target } from '../kit/probe-run.ts';

const FAKE = 'Zq7Kx2Vw9Lm4Tn8Rb3Yc6Hd1Pf5';

probeSuite({
  title: 'Anthropic for an API key',
  target: target('anthropic', `sk-ant-api03-${FAKE}`),
});

probeSuite({
  title: 'Anthropic for an OAuth login',
  target: target('anthropic', `sk-ant-oat01-${FAKE}`, { type: 'oauth' }),
  refusals: { rate_limited: ['not_probed', 'rate_limited_endpoint'] },
});

probeSuite({
  title: 'Anthropic for an Admin key',
  target: target('anthropic', `sk-ant-admin01-${FAKE}`),
});

probeSuite({
  title: 'Anthropic at inference level',
  target: target('anthropic', `sk-ant-oat01-${FAKE}`, { type: 'token', model: 'claude-demo-5' }),
  options: { level: 'inference' },
});

probeSuite({ title: 'OpenAI for an API key', target: target('openai', `sk-${FAKE}`) });

probeSuite({
  title: 'OpenAI for a ChatGPT login',
  target: target('openai', FAKE, { type: 'oauth', accountId: 'account-1' }),
});

probeSuite({
  title: 'openai-codex',
  target: target('openai-codex', FAKE, { type: 'oauth' }),
});

probeSuite({
  title: 'Google for an API key',
  target: target('google', `AIza${FAKE}`),
});

for (const provider of ['google-gemini-cli', 'google-antigravity']) {
  probeSuite({ title: provider, target: target(provider, `ya29.${FAKE}`, { type: 'oauth' }) });
}

probeSuite({ title: 'OpenRouter', target: target('openrouter', `sk-or-v1-${FAKE}`) });

probeSuite({ title: 'xAI', target: target('xai', `xai-${FAKE}`) });

probeSuite({ title: 'Groq', target: target('groq', `gsk_${FAKE}`) });

probeSuite({
  title: 'Hugging Face',
  target: target('huggingface', `hf_${FAKE}`, { type: 'token' }),
});

for (const provider of ['mistral', 'cerebras', 'deepseek', 'venice', 'vercel-ai-gateway']) {
  probeSuite({ title: provider, target: target(provider, FAKE) });
}

for (const provider of ['moonshot', 'zai', 'minimax']) {
  probeSuite({ title: provider, target: target(provider, FAKE) });
}

probeSuite({
  title: 'GitHub Copilot',
  target: target('github-copilot', FAKE, { type: 'token' }),
});
