import { describe, expect, test } from 'vitest';
import { anthropicAnswers } from '../../src/demo/anthropic-answers.ts';
import { DAY_MS, HOUR_MS } from '../kit/built-cli.ts';
import { found, key, probedHouse, profileOf, setupToken, START } from '../kit/probed-house.ts';

const MINUTE_MS = 60_000;
const MODELS = 'GET /v1/models';

async function oneKey(level?: string) {
  const home = await probedHouse(level);
  // Only Anthropic has an inference request; the others are asked without its SDK, which is quicker.
  const provider = level === 'inference' ? 'anthropic' : 'openai';
  const secret = home.secret('key', level === 'inference' ? 'sk-ant-api03-' : 'sk-proj-');
  const store = (text: string) =>
    home.agents({ main: { [`${provider}:a`]: key(provider, text) } }, [
      `${provider}/claude-demo-5`,
    ]);
  store(secret);
  return { ...home, secret, store };
}

describe('a refusal', () => {
  test('after a good history is a warning, and the next run confirms it', async () => {
    const home = await oneKey();
    expect(await home.at(0)).toMatchObject({ code: 0, requests: [MODELS] });
    home.answer(home.secret, anthropicAnswers.key_invalid);
    const first = await home.at(30 * MINUTE_MS);
    expect([first.code, found(first)]).toEqual([2, ['warn credential_rejected']]);
    expect(first.report.findings[0]?.facts).toMatchObject({ firstStrike: true, reason: 'invalid' });
    const second = await home.at(31 * MINUTE_MS);
    expect([second.code, found(second), second.requests]).toEqual([
      1,
      ['fail credential_rejected'],
      [MODELS],
    ]);
  });

  test('that is not repeated was a slip of the provider', async () => {
    const home = await oneKey();
    await home.at(0);
    home.answer(home.secret, anthropicAnswers.key_invalid);
    await home.at(HOUR_MS);
    home.answer(home.secret, null);
    expect(await home.at(2 * HOUR_MS)).toMatchObject({ code: 0 });
    home.answer(home.secret, anthropicAnswers.key_invalid);
    expect(await home.at(3 * HOUR_MS)).toMatchObject({ code: 2 });
  });

  test('of a credential without history fails at once, and sticks for a day without a request', async () => {
    const home = await oneKey();
    home.answer(home.secret, anthropicAnswers.key_invalid);
    expect(await home.at(0)).toMatchObject({ code: 1, requests: [MODELS] });
    const later = await home.at(12 * HOUR_MS);
    expect([later.code, later.requests]).toEqual([1, []]);
    expect(profileOf(later).probe).toMatchObject({
      outcome: 'rejected',
      status: 401,
      requestId: 'req_demo',
      message: 'invalid x-api-key',
      checkedAt: new Date(START).toISOString(),
    });
    expect(await home.at(24 * HOUR_MS)).toMatchObject({ requests: [MODELS] });
  });

  test('ends with the secret it was about', async () => {
    const home = await oneKey();
    home.answer(home.secret, anthropicAnswers.key_invalid);
    await home.at(0);
    home.store(`${home.secret}Z9`);
    home.answer(`${home.secret}Z9`, null);
    expect(await home.at(MINUTE_MS)).toMatchObject({ code: 0, requests: [MODELS] });
  });

  test('over billing or Claude Code needs no second look', async () => {
    const home = await oneKey('inference');
    await home.at(0);
    home.answer(home.secret, anthropicAnswers.credit_low);
    expect(found(await home.at(DAY_MS))).toEqual(['fail billing_blocked']);
  });

  test('has no second strike where nothing is remembered: check, as in CI', async () => {
    const home = await oneKey();
    await home.at(0);
    home.answer(home.secret, anthropicAnswers.key_invalid);
    const checked = await home.at(MINUTE_MS, ['--probe'], 'check');
    expect([checked.code, checked.requests]).toEqual([1, [MODELS]]);
    expect(await home.at(30 * MINUTE_MS)).toMatchObject({ code: 2 });
  });

  test('that a dry run meets is not remembered', async () => {
    const home = await oneKey();
    await home.at(0);
    home.answer(home.secret, anthropicAnswers.key_invalid);
    expect(await home.at(30 * MINUTE_MS, ['--dry-run'])).toMatchObject({ code: 2 });
    expect(await home.at(60 * MINUTE_MS)).toMatchObject({ code: 2 });
  });
});

describe('how often a provider is asked', () => {
  test('a credential that works at most every 15 minutes, and shows since when it did', async () => {
    const home = await oneKey();
    await home.at(0);
    const soon = await home.at(10 * MINUTE_MS);
    expect([soon.requests, profileOf(soon).probe]).toEqual([
      [],
      expect.objectContaining({
        outcome: 'accepted',
        checkedAt: new Date(START).toISOString(),
      }),
    ]);
    expect(await home.at(15 * MINUTE_MS)).toMatchObject({ requests: [MODELS] });
  });

  test('one that was answered without yes or no is left alone as long', async () => {
    const home = await oneKey();
    home.answer(home.secret, { status: 429, body: { error: { message: 'Slow down.' } } });
    expect(await home.at(0)).toMatchObject({ code: 0, requests: [MODELS] });
    expect(await home.at(10 * MINUTE_MS)).toMatchObject({ code: 0, requests: [] });
    expect(await home.at(15 * MINUTE_MS)).toMatchObject({ requests: [MODELS] });
    // Who is not there at all is tried in each run.
    home.answer(home.secret, { status: 502, text: 'gone' });
    await home.at(30 * MINUTE_MS);
    expect(await home.at(31 * MINUTE_MS)).toMatchObject({ requests: [MODELS] });
  });

  test('with money once a day, and for free in between', async () => {
    const home = await oneKey('inference');
    expect(await home.at(0)).toMatchObject({ requests: ['POST /v1/messages'] });
    const free = await home.at(30 * MINUTE_MS);
    expect(free.requests).toEqual([MODELS]);
    expect(profileOf(free).probe).toMatchObject({ level: 'inference', outcome: 'accepted' });
    expect(await home.at(DAY_MS)).toMatchObject({ requests: ['POST /v1/messages'] });
  });

  test('the usage page of Anthropic once an hour', async () => {
    const home = await probedHouse();
    const secret = home.secret('token', 'sk-ant-oat01-');
    home.agents({ main: { 'anthropic:a': setupToken(secret) } });
    const usage = ['GET /api/oauth/usage'];
    expect(await home.at(0)).toMatchObject({ requests: usage });
    expect(await home.at(30 * MINUTE_MS)).toMatchObject({ requests: [] });
    home.answer(secret, anthropicAnswers.usage_429);
    const limited = await home.at(HOUR_MS);
    expect([limited.code, limited.requests, found(limited)]).toEqual([0, usage, []]);
    expect(profileOf(limited).probe).toMatchObject({
      outcome: 'not_probed',
      reason: 'rate_limited_endpoint',
      last: { outcome: 'accepted', checkedAt: new Date(START).toISOString() },
    });
    expect(await home.at(90 * MINUTE_MS)).toMatchObject({ requests: [] });
  });

  test('not before the time that Retry-After names', async () => {
    const home = await oneKey('inference');
    home.answer(home.secret, anthropicAnswers.rate_429);
    expect((await home.at(0)).requests).toHaveLength(1);
    expect((await home.at(29 * MINUTE_MS)).requests).toEqual([]);
    const later = await home.at(30 * MINUTE_MS);
    expect([later.code, later.requests.length, found(later)]).toEqual([0, 1, []]);
  });

  test('a key with the blanks of a paste is the same key', async () => {
    const home = await oneKey();
    const pasted = { 'openai:a': key('openai', `  ${home.secret}\n`) };
    const clean = { 'openai:a': key('openai', home.secret) };
    home.agents({ main: pasted, ops: clean }, ['openai/claude-demo-5']);
    const asked = await home.at(0);
    expect([asked.code, asked.requests]).toEqual([0, [MODELS]]);
    const outcomes = asked.report.agents.map(({ profiles }) => profiles[0]?.probe?.outcome);
    expect(outcomes).toEqual(['accepted', 'accepted']);
  });

  test('50 agents with 11 secrets: 11 requests, one at a time, none repeated', async () => {
    const home = await probedHouse();
    const shared = home.secret('shared', 'sk-ant-api03-');
    const own = (index: number) => home.secret(`own ${index}`, 'sk-ant-api03-');
    const stores = Array.from({ length: 50 }, (_, index) => [
      `agent-${index}`,
      { 'anthropic:a': key('anthropic', index < 40 ? shared : own(index)) },
    ]);
    home.agents(Object.fromEntries(stores) as Parameters<typeof home.agents>[0]);
    const { report, requests } = await home.at(0);
    expect(requests).toHaveLength(11);
    expect(new Set(home.provider.journal.map(({ credential }) => credential)).size).toBe(11);
    expect(Math.max(...home.provider.journal.map(({ inFlight }) => inFlight))).toBe(1);
    const outcomes = report.agents.flatMap(({ profiles }) => profiles.map(({ probe }) => probe));
    expect(outcomes.filter((probe) => probe?.outcome === 'accepted')).toHaveLength(50);
    expect(report.summary.probes).toMatchObject({ accepted: 11, unasked: {} });
  });

  test('the same secret in a key and in a token profile is one request', async () => {
    const home = await probedHouse();
    const secret = home.secret('twice', 'sk-ant-oat01-');
    const profiles = { 'anthropic:a': setupToken(secret), 'anthropic:b': key('anthropic', secret) };
    home.agents({ main: profiles });
    expect((await home.at(0)).requests).toHaveLength(1);
  });

  test('a clock that goes back makes nobody wait', async () => {
    const home = await oneKey();
    await home.at(30 * DAY_MS);
    expect(await home.at(0)).toMatchObject({ requests: [MODELS] });
  });
});

describe('no answer', () => {
  test('neither opens nor clears anything, and is told after three runs', async () => {
    const home = await oneKey();
    await home.at(0);
    home.provider.faults.set('*', 'reset');
    const first = await home.at(1 * HOUR_MS);
    expect([first.code, found(first)]).toEqual([0, []]);
    expect(profileOf(first).probe).toMatchObject({
      outcome: 'inconclusive',
      reason: 'network',
      last: { outcome: 'accepted' },
    });
    expect(found(await home.at(2 * HOUR_MS))).toEqual([]);
    const third = await home.at(3 * HOUR_MS);
    expect([third.code, found(third)]).toEqual([0, ['notice probe_unreachable']]);
    expect(third.report.findings[0]).toMatchObject({
      agent: null,
      provider: 'openai',
      facts: { reason: 'reset', sinceAt: new Date(START + HOUR_MS).toISOString() },
    });
    home.provider.faults.clear();
    expect(found(await home.at(4 * HOUR_MS))).toEqual([]);
  });

  test('is told after a day, however few runs there were', async () => {
    const home = await oneKey();
    home.provider.faults.set('*', 'html_403');
    expect(found(await home.at(0))).toEqual([]);
    expect(found(await home.at(DAY_MS))).toEqual(['notice probe_unreachable']);
  });

  test('goes on while the server is left alone, as it asked for', async () => {
    const home = await oneKey();
    await home.at(0);
    home.answer(home.secret, { status: 503, text: '', headers: { 'retry-after': '5400' } });
    for (const hour of [1, 3]) expect(found(await home.at(hour * HOUR_MS))).toEqual([]);
    const told = await home.at(5 * HOUR_MS);
    expect([found(told), told.requests]).toEqual([['notice probe_unreachable'], [MODELS]]);
    const alone = await home.at(6 * HOUR_MS);
    expect([found(alone), alone.requests]).toEqual([['notice probe_unreachable'], []]);
    expect(alone.report.findings[0]?.facts).toMatchObject({ reason: 'overloaded' });
  });

  test('leaves a refusal in force for a day', async () => {
    const home = await oneKey();
    await home.at(0);
    home.answer(home.secret, anthropicAnswers.key_invalid);
    await home.at(1 * HOUR_MS);
    home.provider.faults.set('*', 'reset');
    expect(found(await home.at(2 * HOUR_MS))).toEqual(['warn credential_rejected']);
    const dayLater = await home.at(26 * HOUR_MS);
    expect(found(dayLater)).toEqual(['notice probe_unreachable']);
  });

  test('of a request of ours that was wrong, or of a limit, is no silence', async () => {
    const home = await oneKey('inference');
    home.answer(home.secret, anthropicAnswers.model_404);
    for (const hour of [0, 1, 2, 30]) expect(found(await home.at(hour * HOUR_MS))).toEqual([]);
  });

  test('is shown to people, with the reason', async () => {
    const home = await probedHouse();
    const stores = ['a', 'b', 'c'].map((id) => [
      id,
      { 'openai:a': key('openai', home.secret(id, 'sk-proj-')) },
    ]);
    home.agents(Object.fromEntries(stores) as Parameters<typeof home.agents>[0], ['openai/gpt-5']);
    home.provider.faults.set('*', 'reset');
    const said = await home.text(0, ['check', '--probe']);
    expect(said.code).toBe(0);
    expect(said.stdout).toContain('3 credentials could not be asked: connection reset\n');
    const verbose = await home.text(0, ['check', '--probe', '--verbose']);
    expect(verbose.stdout).toContain('  openai:a (b): connection reset\n');
    const quiet = await home.text(0, ['check', '--probe', '--quiet']);
    expect(quiet.stdout).toBe('');
  });
});
