// One realistic finding per code; the clock of all of them is `SAMPLE_NOW`.
import {
  defaultSeverity,
  type Facts,
  type Finding,
  type FindingCode,
} from '../../src/core/finding.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/duration.ts';

/** 2026-11-22 09:30Z. */
export const SAMPLE_NOW = Date.UTC(2026, 10, 22, 9, 30);

const ago = (ms: number): number => SAMPLE_NOW - ms;
const ahead = (ms: number): number => SAMPLE_NOW + ms;

/** A finding of a code with a provider, a profile and the facts its check gives. */
export function finding(
  code: FindingCode,
  facts: Facts = {},
  subject: Partial<Omit<Finding, 'code' | 'facts'>> = {},
): Finding {
  const severity = defaultSeverity[code] === 'off' ? 'notice' : defaultSeverity[code];
  return {
    code,
    severity,
    gateway: 'default',
    agent: 'work',
    provider: 'anthropic',
    profileId: 'anthropic:default',
    since: null,
    facts,
    ...subject,
  };
}

const nobody = { provider: null, profileId: null };
const STORE = '/home/claw/.openclaw/agents/work/agent/auth-profiles.json';

/** Every code once, as its check would find it. */
export const sampleFindings: Readonly<Record<FindingCode, Finding>> = {
  profile_expired: finding('profile_expired', {
    expiresAt: ago(3 * HOUR_MS + 20 * MINUTE_MS),
    expirySource: 'stored',
    type: 'token',
  }),
  profile_expiring: finding(
    'profile_expiring',
    { expiresAt: ahead(14 * HOUR_MS), remainingMs: 14 * HOUR_MS, type: 'oauth' },
    { agent: 'main', provider: 'openai-codex', profileId: 'openai-codex:default' },
  ),
  profile_expiry_ahead: finding(
    'profile_expiry_ahead',
    { expiresAt: ahead(6 * DAY_MS), remainingMs: 6 * DAY_MS, stepMs: 7 * DAY_MS, type: 'token' },
    { agent: 'ops', profileId: 'anthropic:manual' },
  ),
  profile_refresh_due: finding(
    'profile_refresh_due',
    { expiresAt: ago(2 * HOUR_MS), idleMs: 9 * HOUR_MS },
    {
      agent: 'main',
      provider: 'google-gemini-cli',
      profileId: 'google-gemini-cli:ann@example.org',
    },
  ),
  profile_refresh_stalled: finding(
    'profile_refresh_stalled',
    { reason: 'used_since', expiresAt: ago(DAY_MS), lastUsedAt: ago(HOUR_MS) },
    { agent: 'ops', provider: 'openai', profileId: 'openai:bob@example.org' },
  ),
  profile_auth_failing: finding(
    'profile_auth_failing',
    { failures: 7, lastFailureAt: ago(4 * MINUTE_MS) },
    { agent: 'ops', provider: 'groq', profileId: 'groq:default' },
  ),
  profile_credential_missing: finding(
    'profile_credential_missing',
    { reason: 'no_material', type: 'api_key' },
    { agent: 'main', provider: 'mistral', profileId: 'mistral:default' },
  ),
  secret_ref_unresolved: finding(
    'secret_ref_unresolved',
    { source: 'env', refProvider: 'default', refId: 'XAI_API_KEY', reason: 'not_set' },
    { agent: 'main', provider: 'xai', profileId: 'xai:default' },
  ),
  profile_malformed: finding(
    'profile_malformed',
    { problem: 'newline', type: 'token' },
    { agent: 'work', profileId: 'anthropic:pasted' },
  ),
  profile_cooldown: finding(
    'profile_cooldown',
    { until: ahead(12 * MINUTE_MS), reason: 'rate_limit', windowMs: 25 * MINUTE_MS },
    { agent: 'work', provider: 'openrouter', profileId: 'openrouter:default' },
  ),
  profile_disabled: finding(
    'profile_disabled',
    { until: ahead(4 * HOUR_MS + 50 * MINUTE_MS), reason: 'billing' },
    { agent: 'work', provider: 'deepseek', profileId: 'deepseek:default' },
  ),
  provider_exhausted: finding(
    'provider_exhausted',
    { profiles: ['zai:a', 'zai:b'], until: ahead(HOUR_MS), reason: 'auth' },
    { agent: 'ops', provider: 'zai', profileId: null },
  ),
  provider_missing: finding(
    'provider_missing',
    { usedBy: ['fallback', 'image'] },
    { agent: 'ops', provider: 'openai', profileId: null },
  ),
  provider_recovered_but_cooling: finding(
    'provider_recovered_but_cooling',
    { until: ahead(3 * HOUR_MS) },
    { agent: 'main', provider: 'venice', profileId: 'venice:default' },
  ),
  claude_code_only: finding(
    'claude_code_only',
    {
      reason: 'claude_code_only',
      level: 'inference',
      confidence: 'likely',
      status: 429,
      checkedAt: SAMPLE_NOW,
      message: 'Error',
    },
    { agent: 'main', profileId: 'anthropic:setup' },
  ),
  credential_rejected: finding(
    'credential_rejected',
    {
      reason: 'invalid',
      level: 'metadata',
      status: 401,
      confidence: 'certain',
      checkedAt: SAMPLE_NOW,
      message: 'Incorrect API key provided',
      type: 'api_key',
    },
    { agent: 'work', provider: 'openai', profileId: 'openai:default' },
  ),
  billing_blocked: finding(
    'billing_blocked',
    {
      reason: 'extra_usage',
      level: 'metadata',
      status: 400,
      confidence: 'certain',
      checkedAt: SAMPLE_NOW,
    },
    { agent: 'main', profileId: 'anthropic:main' },
  ),
  credential_age: finding(
    'credential_age',
    { ageMs: 340 * DAY_MS, expiresAt: ahead(25 * DAY_MS), estimated: true },
    { agent: 'main', profileId: 'anthropic:year' },
  ),
  refresh_token_shared: finding(
    'refresh_token_shared',
    { agents: ['main', 'ops', 'work', 'play'] },
    { agent: 'main', provider: 'openai-codex', profileId: 'openai-codex:team' },
  ),
  store_unreadable: finding('store_unreadable', { path: STORE, problem: 'corrupt' }, nobody),
  store_migration_required: finding(
    'store_migration_required',
    { path: STORE },
    { ...nobody, agent: 'ops' },
  ),
  store_permissions: finding('store_permissions', { path: STORE, mode: 0o644 }, nobody),
  profile_unused: finding(
    'profile_unused',
    { health: 'expired', expiresAt: ago(90 * DAY_MS) },
    { agent: 'main', provider: 'chutes', profileId: 'chutes:default' },
  ),
  trace_unreadable: finding(
    'trace_unreadable',
    { path: '/tmp/openclaw/openclaw-2026-11-21.log', problem: 'permission' },
    { ...nobody, agent: null },
  ),
  gateway_not_found: finding(
    'gateway_not_found',
    { searched: ['/home/claw/.openclaw', '/home/claw/.clawdbot'] },
    { ...nobody, agent: null },
  ),
  gateway_config_invalid: finding(
    'gateway_config_invalid',
    { path: '/home/claw/.openclaw/openclaw.json', problem: 'not_json5', detail: '4:7' },
    { ...nobody, agent: null },
  ),
  agent_not_found: finding(
    'agent_not_found',
    { wanted: 'wrok', known: ['main', 'ops', 'work'] },
    { ...nobody, agent: 'wrok' },
  ),
  probe_unreachable: finding(
    'probe_unreachable',
    { reason: 'network', sinceAt: ago(25 * HOUR_MS) },
    { agent: 'main', provider: 'cerebras', profileId: 'cerebras:default' },
  ),
  clock_suspect: finding(
    'clock_suspect',
    { newestAt: ahead(40 * DAY_MS) },
    { ...nobody, agent: null },
  ),
};
