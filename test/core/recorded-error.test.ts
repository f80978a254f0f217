// What OpenClaw recorded of an error, in the forms that both eras write.
import { describe, expect, test } from 'vitest';
import { readRecordedError } from '../../src/core/recorded-error.ts';
import { anthropicBody, SENTENCE } from '../kit/records.ts';

/** `reason confidence`, or null. */
function meant(text: string, status: number | null = null): string | null {
  const { refusal } = readRecordedError(text, status);
  return refusal && `${refusal.reason} ${refusal.confidence}`;
}

const body = anthropicBody;
const auth = (message: string): string => body(message, 'authentication_error');

describe('a recorded error', () => {
  test.each<[string, string | null]>([
    [`400 ${body(SENTENCE)}`, 'claude_code_only certain'],
    [`400: ${body(SENTENCE)}`, 'claude_code_only certain'],
    [`LLM request rejected: ${SENTENCE}`, 'claude_code_only certain'],
    [`FailoverError: LLM request rejected: ${SENTENCE}`, 'claude_code_only certain'],
    [SENTENCE, 'claude_code_only certain'],
    [
      `400 ${body("Your OAuth token is restricted to Claude Code and can't be used for external API calls.")}`,
      'claude_code_only certain',
    ],
    [`400 ${body('Error')}`, 'claude_code_only likely'],
    [`429 ${body('Error', 'rate_limit_error')}`, 'claude_code_only possible'],
    ['HTTP 429 rate_limit_error: Error (request_id: req_1)', 'claude_code_only possible'],
    [`401 ${auth('Invalid bearer token')}`, 'invalid certain'],
    [`401 ${auth('invalid x-api-key')}`, 'invalid certain'],
    ['HTTP 401 authentication_error: Invalid bearer token (request_id: req_1)', 'invalid certain'],
    ['401: [Malformed diagnostic JSON redacted]', 'invalid likely'],
    [`401 ${auth('OAuth token has expired. Please obtain a new token.')}`, 'expired certain'],
    [
      `403 ${body('OAuth token has been revoked. Please obtain a new token.', 'permission_error')}`,
      'revoked certain',
    ],
    ['HTTP 403 permission_error: OAuth token has been revoked. (request_id: r)', 'revoked certain'],
    [`400 ${body('This organization has been disabled.')}`, 'revoked certain'],
    [
      `400 ${body('x', 'invalid_request_error', { details: { error_code: 'organization_on_hold' } })}`,
      'revoked certain',
    ],
    [`403 ${body('Forbidden', 'permission_error')}`, 'forbidden certain'],
    [
      `400 ${body('Your credit balance is too low to access the Anthropic API.')}`,
      'billing certain',
    ],
    [`402 ${body('Payment required', 'billing_error')}`, 'billing certain'],
    ['⚠️ API provider returned a billing error — your API key has run out', 'billing certain'],
    [`400 ${body("You're out of extra usage. Add more at claude.ai.")}`, 'billing certain'],
    [
      'OAuth token refresh failed for anthropic: Failed to refresh OAuth token for anthropic.',
      'refresh_failed likely',
    ],
    [
      '{"error":{"code":400,"status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}}',
      'invalid certain',
    ],
    ['{"error":{"code":401,"message":"No.","status":"UNAUTHENTICATED"}}', 'invalid certain'],
    [
      `{"error":{"code":400,"status":"Bad Request","message":${JSON.stringify(
        '{"error":{"code":400,"message":"API key expired. Please renew the API key."}}',
      )}}}`,
      'expired certain',
    ],
    [
      'got status: 400 Bad Request. {"error":{"code":400,"details":[{"reason":"API_KEY_INVALID"}]}}',
      'invalid certain',
    ],
    ['401 Incorrect API key provided: [redacted].', 'invalid certain'],
    ["You're out of extra usage. Add more at claude.ai/settings/usage.", 'billing certain'],
    [`400: ${body(SENTENCE).slice(0, -20)}`, 'claude_code_only certain'],
    [`400: ${body(SENTENCE).slice(0, 140)}`, 'claude_code_only certain'],
    [
      `400 ${body('x', 'y', { details: { error_code: 'token_revoked' } }).slice(0, -30)}`,
      'revoked certain',
    ],
    [`400: ${body(`messages.0: "${SENTENCE}" is too long`).slice(0, -30)}`, null],
    // Words that somebody quotes are nobody's refusal.
    [`400 ${body(`messages.0: "${SENTENCE}" is too long`)}`, null],
    [`400 ${body(`messages.0: \`${SENTENCE}\` is too long`)}`, null],
    [`Tool failed: ${SENTENCE}`, null],
    [`grep "${SENTENCE}" found nothing`, null],
    [`No file. ${SENTENCE}`, null],
    [`Asked for '${SENTENCE}'`, null],
    [`Asked for\n${SENTENCE}`, null],
    [`{"text":"${SENTENCE}"}`, null],
    // Nothing is said about the credential.
    [`429 ${body('This request would exceed your rate limit.', 'rate_limit_error')}`, null],
    [`529 ${body('Overloaded', 'overloaded_error')}`, null],
    [`500 ${body(SENTENCE)}`, null],
    [`400 ${body('messages: text content blocks must be non-empty')}`, null],
    [`404 ${body('model: claude-x', 'not_found_error')}`, null],
    [`401 ${auth('OAuth authentication is currently not supported.')}`, null],
    ['LLM request timed out.', null],
    ['Connection error.', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  test('without a status in its text takes the one beside it', () => {
    expect(meant('Authentication failed', 401)).toBe('invalid certain');
    expect(meant('Upstream failed', 502)).toBeNull();
  });

  test('a code beats a status, a status beats words', () => {
    const coded = body(SENTENCE, 'x', { details: { error_code: 'token_invalidated' } });
    expect(meant(`401 ${coded}`)).toBe('revoked certain');
    expect(meant(`503 ${body('key has been disabled')}`)).toBeNull();
  });

  test('gives a request id only in the form of one', () => {
    const id = (value: string) =>
      readRecordedError(`401 ${JSON.stringify({ request_id: value, error: {} })}`).requestId;
    expect(id('req_011CFAKEFAKE')).toBe('req_011CFAKEFAKE');
    expect(id('sk-ant-oat01-FAKEFAKEFAKE')).toBeNull();
    expect(id('req_ and more words')).toBeNull();
  });

  test('tells the day on which a spend limit ends', () => {
    const text =
      'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.';
    expect(readRecordedError(`400 ${body(text)}`).refusal?.facts).toEqual({
      detail: 'spend_limit',
      regainAt: Date.parse('2026-12-01T00:00:00Z'),
    });
  });
});
