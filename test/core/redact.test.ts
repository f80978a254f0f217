import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { originOf, scrub } from '../../src/core/redact.ts';
import { Secret } from '../../src/core/secret.ts';

const TAIL = 'Zx9Qw7Lm2Kp4Rt6Yb8Nc1Vd3Fg5Hj0Sa';

describe('known shapes', () => {
  test.each([
    ['Anthropic key', `sk-ant-api03-${TAIL}-${TAIL}AA`],
    ['Anthropic setup token', `sk-ant-oat01-${TAIL}`],
    ['Anthropic token cut after five characters', 'sk-ant-oat01-Zx9Qw'],
    ['OpenAI project key', `sk-proj-${TAIL}`],
    ['OpenAI key as echoed in an error', `sk-proj-${'*'.repeat(40)}Zx9Q`],
    ['OpenRouter key', `sk-or-v1-${TAIL}${TAIL}`],
    ['Google API key', `AIza${TAIL}1`],
    ['Google access token', `ya29.a0${TAIL}`],
    ['Groq key', `gsk_${TAIL}`],
    ['xAI key', `xai-${TAIL}`],
    ['Hugging Face token', `hf_${TAIL}`],
    ['GitHub token', `ghp_${TAIL}`],
    ['GitHub OAuth token', `gho_${TAIL}`],
    ['GitHub fine-grained token', `github_pat_${TAIL}_${TAIL}`],
    ['Slack token', `xoxb-${TAIL}`],
    ['Telegram bot token', `123456789:${TAIL}abc`],
    ['JWT', `eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.${TAIL}`],
    ['JWT cut in its payload', 'eyJhbGciOiJub25lIn0.eyJzdWIi'],
  ])('%s is redacted inside a sentence', (_, credential) => {
    expect(scrub(`refused "${credential}" today`)).toBe('refused "[redacted]" today');
  });

  test.each([
    [`Authorization: Bearer ${TAIL}`, 'Authorization: Bearer [redacted]'],
    [`Bearer token-${TAIL}`, 'Bearer [redacted]'],
    ['Invalid bearer token.', 'Invalid bearer token.'],
    ['Invalid bearer token', 'Invalid bearer token'],
    ['Basic authentication: required', 'Basic authentication: required'],
    [`authorization: basic dXNlcjpwYXNz`, 'authorization: basic [redacted]'],
    ['smtp://user:p@ss@mail.example.org:587', 'smtp://[redacted]@mail.example.org:587'],
    [
      'https://hooks.slack.com/services/T0/B0/xyz failed',
      'https://hooks.slack.com/[redacted] failed',
    ],
    [
      'https://discord.com/api/webhooks/1/ab?wait=true',
      'https://discord.com/api/webhooks/[redacted]',
    ],
    ['https://api.telegram.org/bot1:x/sendMessage', 'https://api.telegram.org/[redacted]'],
    ['https://hc-ping.com/0d3c/start', 'https://hc-ping.com/[redacted]'],
    [
      'https://a.b.logic.azure.com:443/workflows/x?sig=y',
      'https://a.b.logic.azure.com:443/[redacted]',
    ],
    [
      'https://ntfy.example.org/up?auth=QmVhcmVy&x=1',
      'https://ntfy.example.org/up?auth=[redacted]&x=1',
    ],
  ])('%s becomes %s', (text, scrubbed) => {
    expect(scrub(text)).toBe(scrubbed);
  });

  test.each([
    'claude setup-token, then openclaw models auth paste-token --provider anthropic --agent work',
    'anthropic:default (agent main) on host1 expires 2026-05-01T10:00:00Z, in 2 d 3 h',
    'the public prefix sk-ant-oat01- is no secret',
    'see https://docs.openclaw.ai/gateway/authentication#expiry?x=1',
    '/home/ops/.openclaw/agents/main/agent/auth-profiles.json',
    '{"fingerprint":"8f14e45fceea167a5a36dedd4bea2543","remainingMs":1234567890123}',
    'task-manager asks for risk-based-authentication',
  ])('%s stays as it is', (text) => {
    expect(scrub(text)).toBe(text);
  });

  test('scrubbing twice changes nothing more', () => {
    const text = `https://u:p@h/?key=abcdef Bearer ${TAIL} sk-ant-oat01-${TAIL}`;
    expect(scrub(scrub(text))).toBe(scrub(text));
  });

  test.each(['eyJ', 'https://', 'sk-ant-', 'a:', '://@', 'Bearer '])(
    'a quarter megabyte of %j does not hang it',
    (piece) => {
      expect(scrub(piece.repeat(Math.ceil(262_144 / piece.length)))).toBeTypeOf('string');
    },
  );
});

describe('held secrets', () => {
  const plain = fc.oneof(
    fc.string({ minLength: 5, maxLength: 60, unit: 'binary' }),
    fc.string({ minLength: 5, maxLength: 60, unit: 'grapheme-ascii' }),
    fc.stringMatching(/^[\w-]{5,60}$/),
  );
  // A secret made of the mark itself would be shown by the mark, and tell nothing.
  const secret = plain.filter((text) => !/[[\]]/.test(text) && !'redacted'.includes(text));

  test('no secret of five characters or more passes in any embedding', () => {
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (text, before, after) => {
        const scrubbed = scrub(before + text + after + text, [new Secret(text)]);
        expect(scrubbed.includes(text)).toBe(false);
      }),
    );
  });

  test('no encoded form of a secret passes', () => {
    const encodings: readonly ((text: string) => string)[] = [
      (text) => JSON.stringify({ text }),
      (text) => `https://example.org/?q=${encodeURIComponent(text)}`,
      (text) => new URLSearchParams({ text }).toString(),
      (text) => Buffer.from(`u:${text}`).toString('base64'),
      (text) => Buffer.from(`us:${text}!`).toString('base64url'),
      (text) => Buffer.from(`use:${text}`).toString('base64'),
    ];
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ -~é€]{8,60}$/),
        fc.constantFrom(...encodings),
        (text, encode) => {
          fc.pre(text.trim() === text && !/[[\]]/.test(text));
          const encoded = encode(text);
          const scrubbed = scrub(encoded, [new Secret(text)]);
          expect(scrubbed).toContain('[redacted]');
          // What is left at the seams decodes to less than five characters of the secret.
          expect(scrubbed.length).toBeLessThan(
            encoded.length - text.length + '[redacted]'.length + 5,
          );
        },
      ),
    );
  });

  test('two secrets that overlap are both covered', () => {
    expect(scrub('say abcdefghi now', [new Secret('abcdef'), new Secret('defghi')])).toBe(
      'say [redacted] now',
    );
  });

  test('of a secret URL neither path nor login passes alone', () => {
    const url = new Secret('https://bot:hunter22@chat.example.org/hook/T0ken?x=long-query');
    for (const part of ['hunter22', '/hook/T0ken', '?x=long-query']) {
      expect(scrub(`got ${part} back`, [url])).toBe('got [redacted] back');
    }
    expect(scrub('chat.example.org refused', [url])).toBe('chat.example.org refused');
  });

  test('a secret of four characters is left alone', () => {
    expect(scrub('pass the salt', [new Secret('salt')])).toBe('pass the salt');
  });
});

test.each([
  ['https://user:pass@example.org:8443/hook/x?token=y#z', 'https://example.org:8443'],
  ['http://127.0.0.1:80/', 'http://127.0.0.1'],
  ['http://[::1]:9093/api', 'http://[::1]:9093'],
  ['mailto:ops@example.org', 'mailto:'],
  ['not a url, but s3cret', '[not a URL]'],
])('of %s only %s may be shown', (url, origin) => {
  expect(originOf(url)).toBe(origin);
});
