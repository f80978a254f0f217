import { describe, expect, test } from 'vitest';
import {
  type AcceptanceContext,
  acceptanceFinding,
  type Evidence,
} from '../../src/checks/acceptance.ts';
import { defaultSeverity } from '../../src/core/finding.ts';

const CHECKED_AT = Date.parse('2026-11-21T12:00:00Z');
const subject = { gateway: 'main', agent: 'work', provider: 'anthropic', profileId: 'anthropic:a' };
const context: AcceptanceContext = {
  checkedAt: CHECKED_AT,
  expectsClaudeCodeOnly: false,
  refreshable: false,
  unusable: null,
};

const rejection = (reason: string): Evidence => ({
  outcome: 'rejected',
  reason,
  confidence: 'certain',
});
const accepted: Evidence = { outcome: 'accepted', reason: 'valid', confidence: 'certain' };

function judge(verdict: Evidence, level: 'metadata' | 'inference' | 'passive', more = {}) {
  const finding = acceptanceFinding(subject, verdict, level, { ...context, ...more });
  return finding && { ...finding, severity: finding.severity ?? defaultSeverity[finding.code] };
}

describe('a rejection', () => {
  test.each([
    ['invalid', 'metadata', 'credential_rejected', 'fail'],
    ['invalid', 'inference', 'credential_rejected', 'fail'],
    ['invalid', 'passive', 'credential_rejected', 'fail'],
    ['revoked', 'metadata', 'credential_rejected', 'fail'],
    ['expired', 'metadata', 'credential_rejected', 'fail'],
    ['forbidden', 'metadata', 'credential_rejected', 'warn'],
    ['forbidden', 'inference', 'credential_rejected', 'fail'],
    ['forbidden', 'passive', 'credential_rejected', 'fail'],
    ['billing', 'metadata', 'billing_blocked', 'warn'],
    ['billing', 'inference', 'billing_blocked', 'fail'],
    ['billing', 'passive', 'billing_blocked', 'fail'],
    ['claude_code_only', 'inference', 'claude_code_only', 'warn'],
    ['claude_code_only', 'passive', 'claude_code_only', 'fail'],
  ] as const)('as %s at %s level is %s: %s', (reason, level, code, severity) => {
    expect(judge(rejection(reason), level)).toMatchObject({ ...subject, code, severity });
  });

  test.each(['inference', 'passive'] as const)(
    'as Claude-Code-only that is expected is information at %s level',
    (level) => {
      const finding = judge(rejection('claude_code_only'), level, { expectsClaudeCodeOnly: true });
      expect(finding).toMatchObject({ code: 'claude_code_only', severity: 'info' });
    },
  );

  test('as expired is information where OpenClaw can renew the login, but revoked is not', () => {
    const renewable = { refreshable: true };
    expect(judge(rejection('expired'), 'metadata', renewable)).toMatchObject({ severity: 'info' });
    expect(judge(rejection('revoked'), 'metadata', renewable)).toMatchObject({ severity: 'fail' });
  });

  test.each([
    ['claude_code_only', 'inference', { expectsClaudeCodeOnly: true }, 'expected'],
    ['forbidden', 'metadata', {}, 'forbidden'],
    ['forbidden', 'inference', {}, undefined],
    ['expired', 'metadata', { refreshable: true }, 'renewable'],
    ['invalid', 'inference', { isFirstStrike: true }, 'first_strike'],
    ['forbidden', 'metadata', { isFirstStrike: true }, 'forbidden'],
    ['invalid', 'inference', {}, undefined],
  ] as const)('as %s at %s level with %j has the name %s', (reason, level, more, variant) => {
    expect(judge(rejection(reason), level, more)?.variant).toBe(variant);
  });

  test('carries what is known about it, and nothing that is not', () => {
    const known = { status: 400, message: 'No.', requestId: 'req_1', facts: { regainAt: 1 } };
    expect(judge({ ...rejection('billing'), ...known }, 'metadata')?.facts).toEqual({
      reason: 'billing',
      level: 'metadata',
      confidence: 'certain',
      checkedAt: CHECKED_AT,
      status: 400,
      message: 'No.',
      requestId: 'req_1',
      regainAt: 1,
    });
    expect(Object.keys(judge(rejection('invalid'), 'passive')?.facts ?? {})).toEqual([
      'reason',
      'level',
      'confidence',
      'checkedAt',
    ]);
  });
});

test.each(['inconclusive', 'not_probed'] as const)('%s says nothing', (outcome) => {
  const verdict: Evidence = { outcome, reason: 'network', confidence: 'certain' };
  const unusable = { until: CHECKED_AT + 1, reason: null };
  expect(judge(verdict, 'metadata', { unusable })).toBeNull();
});

describe('an acceptance', () => {
  test('of a profile that OpenClaw uses says nothing', () => {
    expect(judge(accepted, 'metadata')).toBeNull();
  });

  test.each([
    [-1, null],
    [0, null],
    [1, 'provider_recovered_but_cooling'],
  ])('of one set aside for another %d ms', (leftMs, code) => {
    const unusable = { until: CHECKED_AT + leftMs, reason: 'auth_permanent' };
    expect(judge(accepted, 'metadata', { unusable })?.code ?? null).toBe(code);
  });

  const recovered = 'provider_recovered_but_cooling';

  test.each([
    ['metadata', 'auth', recovered],
    ['metadata', 'auth_permanent', recovered],
    ['metadata', 'session_expired', recovered],
    ['metadata', null, recovered],
    ['metadata', 'billing', null],
    ['metadata', 'rate_limit', null],
    ['inference', 'billing', recovered],
    ['inference', 'rate_limit', recovered],
  ] as const)('at %s level of one set aside for "%s" is %s', (level, reason, code) => {
    const unusable = { until: CHECKED_AT + 60_000, reason };
    expect(judge(accepted, level, { unusable })?.code ?? null).toBe(code);
  });

  test('that contradicts OpenClaw is a notice that says until when', () => {
    const unusable = { until: CHECKED_AT + 60_000, reason: null };
    expect(judge(accepted, 'metadata', { unusable })).toEqual({
      ...subject,
      code: recovered,
      severity: 'notice',
      facts: { until: CHECKED_AT + 60_000, level: 'metadata', checkedAt: CHECKED_AT },
    });
  });
});
