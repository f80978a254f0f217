// Refusals in session transcripts of both eras: found in error fields alone, and over after a success.
import { describe, expect, test } from 'vitest';
import {
  counted,
  factsOf,
  GatewayHome,
  key,
  models,
  NOW,
  oauth,
  token,
  told,
} from '../../kit/gateway.ts';
import {
  answeredTurn,
  anthropicBody,
  failedTurn,
  lines,
  PASSIVE,
  SENTENCE,
  session,
  sessionRows,
  userTurn,
  zstdFrame,
} from '../../kit/records.ts';
import type { Report } from '../../../src/core/report.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const refused = (at = NOW - MINUTE, text = SENTENCE): object =>
  failedTurn(`400 ${anthropicBody(text)}`, { at });
const rejected = (at = NOW - MINUTE): object =>
  failedTurn(`401 ${anthropicBody('Invalid bearer token', 'authentication_error')}`, { at });

const messageOf = (turn: object): object => (turn as { message: object }).message;
const iso = (turn: object): string => (turn as { timestamp: string }).timestamp;

type Profiles = Readonly<Record<string, object>>;
const one: Profiles = { 'anthropic:a': token('anthropic') };
const two: Profiles = { ...one, 'anthropic:b': token('anthropic') };

interface Era {
  readonly name: string;
  home(profiles: Profiles, state?: object): GatewayHome;
  add(home: GatewayHome, events: readonly object[], more?: { profileId?: string }): void;
}

const eras: readonly Era[] = [
  {
    name: '2026.2, JSONL',
    home: (profiles, state = {}) => new GatewayHome().store('main', profiles, state),
    add: (home, events, more) => void session(home, events, more),
  },
  {
    name: '2026.9, rows',
    home: (profiles, state) =>
      new GatewayHome().database('main', { profiles, ...(state && { state }) }),
    add: (home, events, more) => void sessionRows(home, events, more),
  },
];

async function judged(home: GatewayHome): Promise<Report> {
  return home.check({ passive: PASSIVE });
}

describe.each(eras)('transcripts ($name)', ({ home: make, add }) => {
  async function found(
    events: readonly object[],
    profiles: Profiles = one,
    more: { profileId?: string; state?: object } = {},
  ): Promise<string[]> {
    const home = make(profiles, more.state);
    add(home, events, more);
    return told(await judged(home));
  }

  test.each<[string, (turn: object) => object]>([
    [
      'only around it',
      (turn) => ({ ...turn, message: { ...messageOf(turn), timestamp: undefined } }),
    ],
    ['in words', (turn) => ({ ...turn, message: { ...messageOf(turn), timestamp: iso(turn) } })],
  ])('a turn may tell its time %s', async (_, change) => {
    expect(await found([change(refused())])).toEqual(['fail claude_code_only anthropic:a']);
    expect(await found([change(refused(NOW - 9 * DAY))])).toEqual([]);
  });

  test('the sentence fails the only profile it can be about', async () => {
    const home = make(one);
    add(home, [userTurn('hello'), refused()]);
    const report = await judged(home);
    expect([report.exitCode, counted(report)]).toEqual([1, ['fail claude_code_only anthropic:a']]);
    expect(factsOf(report, 'claude_code_only')).toMatchObject({
      level: 'passive',
      confidence: 'certain',
      status: 400,
      source: 'transcript',
      checkedAt: new Date(NOW - MINUTE).toISOString(),
    });
    expect(report.agents[0]?.profiles[0]?.probe).toMatchObject({
      level: 'passive',
      outcome: 'rejected',
    });
  });

  test.each<[string, string]>([
    [
      `401 ${anthropicBody('Invalid bearer token', 'authentication_error')}`,
      'fail credential_rejected',
    ],
    [
      `403 ${anthropicBody('OAuth token has been revoked.', 'permission_error')}`,
      'fail credential_rejected',
    ],
    [
      `400 ${anthropicBody('Your credit balance is too low to access the Anthropic API.')}`,
      'fail billing_blocked',
    ],
    [`402 ${anthropicBody('Payment required', 'billing_error')}`, 'fail billing_blocked'],
    [`400 ${anthropicBody('Error')}`, 'fail claude_code_only'],
    [`429 ${anthropicBody('Error', 'rate_limit_error')}`, 'notice claude_code_only'],
  ])('%s', async (text, expected) => {
    expect(await found([failedTurn(text)])).toEqual([`${expected} anthropic:a`]);
  });

  test.each<[string, object]>([
    ['a user quotes it', userTurn(`400 {"error":{"message":"${SENTENCE}"}}`)],
    ['a user quotes a whole failed turn', userTurn(lines(refused()))],
    ['the assistant says it', answeredTurn({}, `400 ${anthropicBody(SENTENCE)}`)],
    [
      'a tool returns it',
      {
        type: 'message',
        message: {
          role: 'toolResult',
          provider: 'anthropic',
          timestamp: NOW - 1,
          stopReason: 'error',
          errorMessage: `400 ${anthropicBody(SENTENCE)}`,
        },
      },
    ],
    [
      'a user entry has the fields of an error',
      {
        type: 'message',
        message: {
          role: 'user',
          provider: 'anthropic',
          timestamp: NOW - 1,
          stopReason: 'error',
          errorMessage: `400 ${anthropicBody(SENTENCE)}`,
        },
      },
    ],
    [
      'a custom entry holds it',
      { type: 'custom_message', content: SENTENCE, message: { role: 'system' } },
    ],
    [
      'the assistant calls a tool with it',
      failedTurn(
        'Connection error.',
        {},
        {
          content: [
            {
              type: 'toolCall',
              arguments: { role: 'assistant', stopReason: 'error', errorMessage: SENTENCE },
            },
          ],
        },
      ),
    ],
  ])('nothing is found where %s', async (_name, entry) => {
    expect(await found([entry])).toEqual([]);
  });

  test('not a word of a conversation gets into the report', async () => {
    const home = make(one);
    const word = 'xylophone-canary';
    add(home, [
      userTurn(`${word} please`),
      answeredTurn({ at: NOW - 3 * MINUTE }, `${word} indeed`),
      failedTurn(
        `400 ${anthropicBody(`${SENTENCE} ${word}`)}`,
        {},
        { content: [{ type: 'text', text: word }] },
      ),
      failedTurn(`400 ${anthropicBody(`messages.3: ${word}`)}`),
    ]);
    const text = JSON.stringify(await judged(home));
    expect(text).toContain('claude_code_only');
    expect(text).not.toContain(word);
  });

  test('a credential that the provider echoes gets nowhere', async () => {
    const home = make(one);
    const secret = `sk-ant-oat01-${'Zq9'.repeat(30)}`;
    add(home, [
      failedTurn(
        `401 ${JSON.stringify({ error: { type: 'authentication_error', message: `Invalid bearer token ${secret}` }, request_id: secret })}`,
      ),
    ]);
    const text = JSON.stringify(await judged(home));
    expect(text).toContain('credential_rejected');
    expect(text).not.toContain('Zq9Z');
  });

  test('a later success makes it history, an earlier one does not', async () => {
    expect(await found([refused(NOW - 2 * MINUTE), answeredTurn({ at: NOW - MINUTE })])).toEqual(
      [],
    );
    expect(await found([answeredTurn({ at: NOW - 2 * MINUTE }), refused()])).toEqual([
      'fail claude_code_only anthropic:a',
    ]);
  });

  test('a success of another provider says nothing, and none of Haiku about Claude-Code-only', async () => {
    const later = { at: NOW - 1 };
    const groq = answeredTurn({ ...later, provider: 'groq' });
    const haiku = answeredTurn({ ...later, model: 'claude-haiku-4-5' });
    expect(await found([refused(), groq])).toEqual(['fail claude_code_only anthropic:a']);
    expect(await found([refused(), haiku])).toEqual(['fail claude_code_only anthropic:a']);
    expect(await found([rejected(), haiku])).toEqual([]);
  });

  test('a rejection right after a good history is a first strike', async () => {
    const good = answeredTurn({ at: NOW - 30 * MINUTE });
    expect(await found([good, rejected()])).toEqual(['warn credential_rejected anthropic:a']);
    expect(await found([good, rejected(NOW - 9 * MINUTE), rejected()])).toEqual([
      'fail credential_rejected anthropic:a',
    ]);
  });

  test('what may be a rate limit does not hide a plain refusal', async () => {
    const limited = failedTurn(`429 ${anthropicBody('Error', 'rate_limit_error')}`, {
      at: NOW - 1,
    });
    expect(await found([refused(), limited])).toEqual(['fail claude_code_only anthropic:a']);
  });

  test('the session tells which of several profiles it was', async () => {
    expect(await found([refused()], two, { profileId: 'anthropic:b' })).toEqual([
      'fail claude_code_only anthropic:b',
    ]);
    const home = make(two);
    add(home, [refused()]);
    const report = await judged(home);
    expect(told(report)).toEqual(['fail claude_code_only anthropic']);
    expect(factsOf(report, 'claude_code_only')['profiles']).toEqual(['anthropic:a', 'anthropic:b']);
  });

  test('of an API key beside a token only the token can be Claude Code only', async () => {
    const mixed = { ...one, 'anthropic:k': key('anthropic') };
    expect(await found([refused()], mixed)).toEqual(['fail claude_code_only anthropic:a']);
    expect(await found([refused()], { 'anthropic:k': key('anthropic') })).toEqual([]);
  });

  test('a profile that is gone is nobody to blame', async () => {
    expect(await found([refused()], one, { profileId: 'anthropic:gone' })).toEqual([]);
    expect(await found([refused()], { 'groq:k': key('groq') })).toEqual([]);
  });

  test('an expired token is told as such, and its rejection not again', async () => {
    expect(await found([rejected()], { 'anthropic:a': token('anthropic', NOW - DAY) })).toEqual([
      'fail profile_expired anthropic:a',
    ]);
  });

  test('a login that OpenClaw renews may be refused as expired once', async () => {
    const text = `401 ${anthropicBody('OAuth token has expired.', 'authentication_error')}`;
    expect(
      await found([failedTurn(text)], { 'anthropic:a': oauth('anthropic', NOW + 30 * DAY) }),
    ).toEqual(['info credential_rejected anthropic:a']);
  });

  test('older than a week is not looked at', async () => {
    expect(await found([refused(NOW - 8 * DAY)])).toEqual([]);
  });

  test('after the moment that is judged has not happened', async () => {
    expect(await found([refused(NOW + DAY)])).toEqual([]);
  });

  test('expected, or served by the Claude CLI, it is info', async () => {
    const expecting = make(one);
    add(expecting, [refused()]);
    const profiles = { 'anthropic:a': { expectClaudeCodeOnly: true } };
    expect(told(await expecting.check({ passive: PASSIVE, change: { profiles } }))).toEqual([
      'info claude_code_only anthropic:a',
    ]);
    const routed = make(one).config({
      agents: {
        defaults: {
          model: { primary: 'anthropic/claude-sonnet-4-5' },
          models: { 'anthropic/claude-sonnet-4-5': { agentRuntime: { id: 'claude-cli' } } },
        },
      },
    });
    add(routed, [refused()]);
    expect(told(await judged(routed))).toContain('info claude_code_only anthropic:a');
  });

  test('of a provider that nobody uses it counts for nobody', async () => {
    const home = make({ ...one, 'groq:k': key('groq') }).config(models('groq/llama'));
    add(home, [refused()]);
    expect(told(await judged(home))).not.toContain('fail claude_code_only anthropic:a');
  });

  test('the source can be switched off', async () => {
    const home = make(one);
    add(home, [refused()]);
    const sources = { stats: true, transcripts: false, log: true };
    expect(told(await home.check({ passive: { sources, memory: null } }))).toEqual([]);
  });

  test('a mirror of OpenClaw knows nothing of it', async () => {
    const home = make(one);
    add(home, [refused()]);
    const report = await home.check({ passive: PASSIVE, policy: 'openclaw-2026.2' });
    expect(report.findings.map(({ code }) => code)).not.toContain('claude_code_only');
  });
});

describe('rows of 2026.9', () => {
  const home = (): GatewayHome => new GatewayHome().database('main', { profiles: one });

  test('that are compressed are unpacked', async () => {
    const gateway = home();
    sessionRows(gateway, [userTurn(SENTENCE), refused()], { pack: zstdFrame });
    expect(told(await judged(gateway))).toEqual(['fail claude_code_only anthropic:a']);
  });

  test('that cannot be unpacked are told, and blame nobody', async () => {
    const gateway = home();
    const path = sessionRows(gateway, [refused()], { pack: () => Buffer.from('no zstd at all') });
    const report = await judged(gateway);
    expect([report.exitCode, told(report)]).toEqual([0, ['info trace_unreadable']]);
    expect(factsOf(report, 'trace_unreadable')).toEqual({ path, problem: 'compressed' });
  });

  test('of an earlier version have no compressed column', async () => {
    const gateway = home();
    sessionRows(gateway, [refused()], { older: true });
    expect(told(await judged(gateway))).toEqual(['fail claude_code_only anthropic:a']);
  });

  test('a use that OpenClaw noted later is a success', async () => {
    const state = (at: number) => ({ usageStats: { 'anthropic:a': { lastUsed: at } } });
    const after = new GatewayHome().database('main', { profiles: one, state: state(NOW - 1) });
    sessionRows(after, [refused()]);
    expect(told(await judged(after))).toEqual([]);
    const before = new GatewayHome().database('main', { profiles: one, state: state(NOW - DAY) });
    sessionRows(before, [refused()]);
    expect(told(await judged(before))).toEqual(['fail claude_code_only anthropic:a']);
  });

  test('a session that failed before its request says why', async () => {
    const gateway = new GatewayHome().database('main', {
      profiles: { 'anthropic:a': oauth('anthropic', NOW - DAY) },
    });
    sessionRows(gateway, [userTurn('hello')], {
      status: 'failed',
      lastRunError: 'OAuth token refresh failed for anthropic: Failed to refresh OAuth token.',
    });
    expect(counted(await judged(gateway))).toEqual(['fail profile_refresh_stalled anthropic:a']);
  });

  test('a session that went well says nothing, whatever its note', async () => {
    const gateway = home();
    sessionRows(gateway, [userTurn('hello')], { status: 'done', lastRunError: SENTENCE });
    expect(told(await judged(gateway))).toEqual([]);
  });
});

test('in 2026.2 a later use in the stats is no success: a refused call notes one too', async () => {
  const home = new GatewayHome().store('main', one, {
    usageStats: { 'anthropic:a': { lastUsed: NOW - 1, errorCount: 0 } },
    lastGood: { anthropic: 'anthropic:a' },
  });
  session(home, [refused()]);
  expect(told(await judged(home))).toEqual(['fail claude_code_only anthropic:a']);
});

test('each agent has its own transcripts, on disk only too', async () => {
  const home = new GatewayHome().store('main', one).store('ops', one).store('lab', one);
  session(home, [refused()], { agent: 'ops' });
  const report = await judged(home);
  expect(report.findings.map(({ code, agent }) => `${code} ${agent}`)).toEqual([
    'claude_code_only ops',
  ]);
});

test('the newest of several sessions decides', async () => {
  const home = new GatewayHome().store('main', one);
  session(home, [refused(NOW - 9 * MINUTE)], { id: 'first' });
  session(home, [answeredTurn({ at: NOW - MINUTE })], { id: 'second' });
  expect(told(await judged(home))).toEqual([]);
});

test.each([
  [
    'with blanks around the colon',
    (text: string) => text.replace('"stopReason":"error"', '"stopReason" : "error"'),
    1,
  ],
  [
    'beside another stop reason in a nested object',
    (text: string) => text.replace('"content":[]', '"content":[],"details":{"stopReason":"stop"}'),
    1,
  ],
  [
    'only in a nested object of an answer',
    (text: string) =>
      text.replace('"stopReason":"error"', '"stopReason":"stop","details":{"stopReason":"error"}'),
    0,
  ],
  [
    'only in what was said',
    (text: string) =>
      text.replace(
        '"stopReason":"error"',
        '"stopReason":"stop","said":"\\"stopReason\\":\\"error\\""',
      ),
    0,
  ],
])('a failed turn %s', async (_, change, exitCode) => {
  const home = new GatewayHome().store('main', one);
  session(home, [change(JSON.stringify(refused()))]);
  expect((await judged(home)).exitCode).toBe(exitCode);
});
