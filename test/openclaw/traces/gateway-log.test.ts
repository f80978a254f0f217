// Refusals in the gateway's log: by their records alone, with the profile behind its hash.
import { mkdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { logPlaces } from '../../../src/openclaw/trace-hints.ts';
import { counted, factsOf, GatewayHome, NOW, oauth, token, told } from '../../kit/gateway.ts';
import {
  answeredTurn,
  anthropicBody,
  consoleLine,
  failedTurn,
  failover,
  gatewayLog,
  lines,
  logRecord,
  PASSIVE,
  profileHash,
  SENTENCE,
  session,
  sessionRows,
  stamp,
} from '../../kit/records.ts';

const MINUTE = 60_000;
const one = { 'anthropic:a': token('anthropic') };
const two = { ...one, 'anthropic:b': token('anthropic') };
const auth401 = { status: '401', message: 'Invalid bearer token', type: 'authentication_error' };
const laneText = (text: string): string =>
  `lane task error: lane=session:agent:main:main durationMs=115 error="FailoverError: ${text}"`;
const lane = (text: string, at = NOW - MINUTE): object =>
  logRecord(laneText(text), { at, level: 'ERROR', subsystem: 'diagnostic' });

async function found(
  entries: readonly (object | string)[],
  profiles: Readonly<Record<string, object>> = one,
): Promise<string[]> {
  const home = new GatewayHome().store('main', profiles);
  gatewayLog(home, entries);
  return told(await home.check({ passive: PASSIVE }));
}

describe('records of 2026.9', () => {
  test('name the profile by a hash', async () => {
    expect(profileHash('anthropic:manual')).toBe('sha256:05de48835ed0');
    expect(await found([failover(null), failover('anthropic:b')], two)).toEqual([
      'fail claude_code_only anthropic:b',
    ]);
  });

  test.each<[object, string]>([
    [auth401, 'fail credential_rejected anthropic:a'],
    [
      { status: '403', message: 'OAuth token has been revoked.', type: 'permission_error' },
      'fail credential_rejected anthropic:a',
    ],
    [
      { message: 'Your credit balance is too low to access the Anthropic API.' },
      'fail billing_blocked anthropic:a',
    ],
    [
      { status: '429', message: 'Error', type: 'rate_limit_error' },
      'notice claude_code_only anthropic:a',
    ],
  ])('%o', async (given, expected) => {
    expect(await found([failover('anthropic:a', given)])).toEqual([expected]);
  });

  test.each<[string, object]>([
    [
      'a real limit',
      failover('anthropic:a', { status: '429', message: 'This would exceed your limit.' }),
    ],
    ['an overload', failover('anthropic:a', { status: '529', message: 'Overloaded' })],
    ['a profile that is not stored', failover('anthropic:other')],
    [
      'no key at all',
      logRecord({
        event: 'model_fallback_decision',
        decision: 'candidate_failed',
        candidateProvider: 'anthropic',
        candidateModel: 'm',
        reason: 'auth',
        status: 401,
        errorPreview: 'No API key found for provider "anthropic". Auth store: /x',
      }),
    ],
    [
      'a skipped candidate',
      logRecord({
        event: 'model_fallback_decision',
        decision: 'skip_candidate',
        candidateProvider: 'anthropic',
        candidateModel: 'm',
        reason: 'auth',
        errorPreview: 'Provider anthropic has auth issue (skipping all models)',
      }),
    ],
    [
      'a run that ended well',
      logRecord({
        event: 'embedded_run_agent_end',
        isError: false,
        provider: 'anthropic',
        model: 'm',
        rawErrorPreview: `400: ${anthropicBody(SENTENCE)}`,
      }),
    ],
    [
      'an event of another name',
      logRecord({
        event: 'prompt',
        provider: 'anthropic',
        rawErrorPreview: `400: ${anthropicBody(SENTENCE)}`,
      }),
    ],
    ['text of a subsystem', logRecord(`embedded_run_agent_end 400 ${SENTENCE} "embedded_run_`)],
    [
      'what the agent answered',
      consoleLine(`LLM request rejected: ${SENTENCE}`, { level: 'INFO' }),
    ],
    [
      'an answer that looks like an error',
      consoleLine(`Embedded agent failed before reply: LLM request rejected: ${SENTENCE}`, {
        level: 'INFO',
      }),
    ],
    [
      'a prompt in a debug record',
      logRecord(
        { text: laneText(`LLM request rejected: ${SENTENCE}`), event: 'x' },
        { subsystem: 'diagnostic' },
      ),
    ],
  ])('%s says nothing about a credential', async (_name, entry) => {
    expect(await found([entry])).toEqual([]);
  });

  test('a body that OpenClaw has withheld leaves the status', async () => {
    const record = logRecord({
      event: 'embedded_run_agent_end',
      runId: 'r',
      isError: true,
      failoverReason: 'auth',
      provider: 'anthropic',
      model: 'm',
      rawErrorPreview: '401: [Malformed diagnostic JSON redacted]',
    });
    expect(await found([record])).toEqual(['fail credential_rejected anthropic:a']);
  });

  test('an answer of a later candidate makes it history', async () => {
    const success = logRecord(
      {
        event: 'model_fallback_decision',
        decision: 'candidate_succeeded',
        candidateProvider: 'anthropic',
        candidateModel: 'claude-opus-4-6',
      },
      { at: NOW - 1 },
    );
    expect(await found([failover('anthropic:a'), success])).toEqual([]);
  });

  test('name the profile of a turn in the transcript of the same run', async () => {
    const home = new GatewayHome().database('main', { profiles: two });
    gatewayLog(home, [failover('anthropic:b', { runId: 'run-7' })]);
    sessionRows(home, [failedTurn(`400: ${anthropicBody(SENTENCE)}`, { runId: 'run-7' })]);
    expect(told(await home.check({ passive: PASSIVE }))).toEqual([
      'fail claude_code_only anthropic:b',
    ]);
  });

  test('a failed refresh stalls a login that has ended, and no other', async () => {
    const refresh = logRecord(
      'auth profile "anthropic:a" failed for provider "anthropic": OAuth token refresh failed for anthropic: Failed | body={"error":"invalid_grant"}',
    );
    const ended = { 'anthropic:a': oauth('anthropic', NOW - 60 * MINUTE) };
    expect(await found([refresh], ended)).toEqual(['fail profile_refresh_stalled anthropic:a']);
    expect(
      await found([refresh], { 'anthropic:a': oauth('anthropic', NOW + 900 * MINUTE) }),
    ).toEqual(['info profile_refresh_due anthropic:a']);
  });
});

describe('records of 2026.2', () => {
  const text = 'HTTP 401 authentication_error: Invalid bearer token (request_id: req_011CFAKE)';
  const all = (error = text, at = NOW - MINUTE + 30): object =>
    consoleLine(
      `Embedded agent failed before reply: All models failed (2): anthropic/claude-sonnet-4-5: ${error} (auth) | anthropic/claude-haiku-4-5: No available auth profile for anthropic (all in cooldown or unavailable). (rate_limit)`,
      { at },
    );

  test('name the agent by its lane and the provider on the console', async () => {
    const home = new GatewayHome().store('main', one).store('ops', one);
    gatewayLog(home, [lane(text), all()]);
    const report = await home.check({ passive: PASSIVE });
    expect(report.findings.map(({ code, agent, profileId }) => [code, agent, profileId])).toEqual([
      ['credential_rejected', 'main', 'anthropic:a'],
    ]);
  });

  test('without a lane are believed of the only agent', async () => {
    expect(await found([all()])).toEqual(['fail credential_rejected anthropic:a']);
    const several = new GatewayHome().store('main', one).store('ops', one);
    gatewayLog(several, [all()]);
    expect(told(await several.check({ passive: PASSIVE }))).toEqual([]);
  });

  test('of a cooldown say no more than the stats', async () => {
    const cooling = consoleLine(
      'Error: All models failed (1): anthropic/claude-sonnet-4-5: Provider anthropic is in cooldown (all profiles unavailable) (rate_limit)',
    );
    expect(await found([cooling])).toEqual([]);
  });

  test('a success in the transcript ends them', async () => {
    const home = new GatewayHome().store('main', one);
    gatewayLog(home, [lane(text), all()]);
    session(home, [answeredTurn({ at: NOW - 1 })]);
    expect(told(await home.check({ passive: PASSIVE }))).toEqual([]);
  });
});

describe('the files of a log', () => {
  const home = (name: string, file = name): { home: GatewayHome; names: () => string[] } => {
    const gateway = new GatewayHome();
    gateway.homeFile(`logs/${file}`, lines(failover('anthropic:a')));
    const path = join(gateway.home, 'logs', name);
    const owner = { stateDir: gateway.stateDir, logFile: path, isOnly: true };
    return {
      home: gateway,
      names: () =>
        logPlaces(gateway.world(), owner, Date.now()).logFiles.map((one) =>
          one.slice(path.length - name.length),
        ),
    };
  };

  test.each<[string, string, boolean]>([
    ['openclaw-2026-11-20.log', 'openclaw-2026-11-21.log', true],
    ['openclaw-2026-11-21.log', 'openclaw-2026-11-21.1.log', true],
    ['gateway.log', 'gateway.log', true],
    ['gateway.log', 'gateway.3.log', true],
    ['gateway.log', 'gatewayXlog', false],
    ['gateway.log', 'other.log', false],
    ['openclaw-2026-11-21.log', 'openclaw-work-2026-11-21.log', false],
  ])('configured as %s: %s', (name, file, isRead) => {
    expect(home(name, file).names()).toEqual(isRead ? [file] : []);
  });

  test('the newest comes first, one that rested for a week not at all', () => {
    const { home: gateway, names } = home('openclaw-2026-11-01.log', 'openclaw-2026-11-02.log');
    gateway
      .homeFile('logs/openclaw-2026-11-03.log', 'x')
      .homeFile('logs/openclaw-2026-11-04.log', 'x');
    const age = (day: string, days: number): void => {
      const at = Date.now() / 1000 - days * 86_400;
      utimesSync(join(gateway.home, `logs/openclaw-2026-11-${day}.log`), at, at);
    };
    age('02', 8);
    age('03', 1);
    age('04', 2);
    expect(names()).toEqual(['openclaw-2026-11-03.log', 'openclaw-2026-11-04.log']);
  });

  const common = (gateway: GatewayHome, stateDir: string, isOnly = true): readonly string[] => {
    const temporary = join(gateway.home, 'tmp');
    const user = process.getuid?.() ?? 0;
    for (const name of [
      'openclaw-2026-11-21.log',
      'openclaw-work-2026-11-21.log',
      'openclaw-my--box-2026-11-21.1.log',
    ]) {
      gateway.homeFile(`tmp/openclaw-${user}/${name}`, 'x');
    }
    const world = gateway.world({ env: { TMPDIR: temporary } });
    return logPlaces(world, { stateDir, logFile: null, isOnly }, Date.now())
      .logFiles.filter((path) => path.startsWith(temporary))
      .map((path) => path.slice(temporary.length + `/openclaw-${user}/`.length));
  };

  test('the common place of a user is believed of the gateway that OpenClaw takes by itself', () => {
    const gateway = new GatewayHome();
    expect(common(gateway, gateway.stateDir)).toEqual(['openclaw-2026-11-21.log']);
  });

  test('a named profile has its own names in it', () => {
    const gateway = new GatewayHome('.openclaw-work');
    expect(common(gateway, gateway.stateDir)).toEqual(['openclaw-work-2026-11-21.log']);
    const dashed = new GatewayHome('.openclaw-my-box');
    expect(common(dashed, dashed.stateDir)).toEqual(['openclaw-my--box-2026-11-21.1.log']);
  });

  test('the usual place of a user counts beside another temporary directory', () => {
    const gateway = new GatewayHome();
    const world = gateway.world({ env: { TMPDIR: join(gateway.home, 'tmp') } });
    const dir = `/tmp/openclaw-${String(process.getuid?.())}`;
    const files = {
      ...world.files,
      list: (path: string) => (path === dir ? ['openclaw-2026-11-21.log'] : []),
      stat: () => ({ ...world.files.stat(gateway.stateDir)!, isFile: true }),
    };
    const owner = { stateDir: gateway.stateDir, logFile: null, isOnly: true };
    expect(logPlaces({ ...world, files }, owner, Date.now()).logFiles).toEqual([
      `${dir}/openclaw-2026-11-21.log`,
    ]);
  });

  test('another gateway has no part in it, unless it is the only one', () => {
    const gateway = new GatewayHome();
    const other = new GatewayHome('gateway');
    expect(common(gateway, other.stateDir)).toEqual([]);
    expect(common(other, other.stateDir)).toEqual(['openclaw-2026-11-21.log']);
    expect(common(other, other.stateDir, false)).toEqual([]);
  });

  test('a record of the common place that names no agent is only likely', async () => {
    const gateway = new GatewayHome().store('main', one);
    const dir = join(gateway.home, `tmp/openclaw-${process.getuid?.() ?? 0}`);
    mkdirSync(dir, { recursive: true });
    const path = join(dir, 'openclaw-2026-11-21.log');
    gateway.homeFile(path, lines(failover('anthropic:a')));
    stamp(path);
    const report = await gateway.check({
      passive: PASSIVE,
      env: { TMPDIR: join(gateway.home, 'tmp') },
    });
    expect(factsOf(report, 'claude_code_only')).toMatchObject({
      confidence: 'likely',
      source: 'log',
    });
    expect(counted(report)).toContain('fail claude_code_only anthropic:a');
  });
});

test('the log can be switched off by itself', async () => {
  const home = new GatewayHome().store('main', one);
  gatewayLog(home, [failover('anthropic:a')]);
  const sources = { stats: true, transcripts: true, log: false };
  expect(told(await home.check({ passive: { sources, memory: null } }))).toEqual([]);
});
