// Says what can be told of a credential from its text alone: whose it is, what kind, and what is wrong with it.
import type { CredentialType } from '../core/profile.ts';

/** How the credentials of providers begin; the longest that fits decides. */
const PREFIXES: readonly (readonly [prefix: string, provider: string])[] = [
  ['sk-ant-', 'anthropic'],
  ['sk-or-', 'openrouter'],
  ['sk-proj-', 'openai'],
  ['sk-svcacct-', 'openai'],
  ['gsk_', 'groq'],
  ['xai-', 'xai'],
  ['AIza', 'google'],
  ['hf_', 'huggingface'],
  ['csk-', 'cerebras'],
  ['vck_', 'vercel-ai-gateway'],
  ['github_pat_', 'github-copilot'],
  ['gho_', 'github-copilot'],
  ['ghu_', 'github-copilot'],
  ['ghp_', 'github-copilot'],
];

/** Names that CI steps of other tools use, beside those that OpenClaw reads. */
const VARIABLES: Readonly<Record<string, string>> = {
  CLAUDE_CODE_OAUTH_TOKEN: 'anthropic',
  ANTHROPIC_AUTH_TOKEN: 'anthropic',
  GOOGLE_API_KEY: 'google',
  HF_TOKEN: 'huggingface',
  DEEPSEEK_API_KEY: 'deepseek',
};

/** What somebody writes who means to put the real one there later. */
const PLACEHOLDER =
  /^(?:change[-_ ]?me|replace[-_ ]?me|todo|none|null|undefined|example|dummy|secret|token|test|your[-_ ].*|insert[-_ ].*|<.*>|x{4,}|\*{3,}|\.{3,}|sk-ant-(?:\.{3,}|x{4,}|your.*))$/i;

/** Far below the shortest key of any provider; a setup-token of Anthropic has 108 characters. */
const SHORTEST = 16;
const SHORTEST_SETUP_TOKEN = 80;

/** A fault of the text, and whether it surely breaks the credential. */
export interface TextFault {
  readonly problem:
    | 'unresolved'
    | 'placeholder'
    | 'too_short'
    | 'quoted'
    | 'of_another_provider'
    | 'odd_prefix'
    | 'outer_whitespace';
  readonly certain: boolean;
}

/** The provider that a value's prefix names; null when none does. */
export function providerOf(value: string): string | null {
  return PREFIXES.find(([prefix]) => value.trim().startsWith(prefix))?.[1] ?? null;
}

/** The provider whose credential a variable usually holds; null for names of the user's own. */
export function providerOfVariable(name: string): string | null {
  return Object.hasOwn(VARIABLES, name) ? (VARIABLES[name] ?? null) : null;
}

/** A JWT and Anthropic's setup-tokens are tokens, the rest are keys. */
export function typeOf(value: string): CredentialType {
  const text = value.trim();
  return text.startsWith('sk-ant-oat') || /^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(text)
    ? 'token'
    : 'api_key';
}

/** The worst fault that shows in the text of a credential of `provider`; null when none does. */
export function textFault(value: string, provider: string): TextFault | null {
  const text = value.trim();
  if (/^\$\{\{.*\}\}$|^\$\{?\w+\}?$|^%\w+%$/.test(text)) return certainly('unresolved');
  if (PLACEHOLDER.test(text)) return certainly('placeholder');
  // What the text holds inside is judged like a stored credential's.
  if (text === '' || /\s/.test(text)) return null;
  const shortest = text.startsWith('sk-ant-oat') ? SHORTEST_SETUP_TOKEN : SHORTEST;
  if (text.length < shortest) return certainly('too_short');
  if (/^(["']).*\1$/.test(text)) return certainly('quoted');
  const looksLike = providerOf(text);
  if (looksLike !== null && looksLike !== provider) return certainly('of_another_provider');
  // A gateway in between may hand out keys of its own shape.
  if (provider === 'anthropic' && looksLike === null)
    return { problem: 'odd_prefix', certain: false };
  return value === text ? null : { problem: 'outer_whitespace', certain: false };
}

function certainly(problem: TextFault['problem']): TextFault {
  return { problem, certain: true };
}
