// What ends a refusal that OpenClaw met, besides a success of its own: another credential, a provider's yes, a date.
import { describe, expect, test } from 'vitest';
import { alertHouse, iso, kinds, START as ALERT_START } from '../kit/alert-house.ts';
import type { Report } from '../../src/core/report.ts';
import { DAY_MS, gateway, HOUR_MS, house, token } from '../kit/built-cli.ts';
import { probedHouse, START, type Asked, type ProbedHouse } from '../kit/probed-house.ts';
import { anthropicBody, failedTurn, lines, SENTENCE, stamp } from '../kit/records.ts';

const MINUTE = 60_000;
const SESSION = 'gateway/agents/main/sessions/s.jsonl';
const only = (at: number): object => failedTurn(`400 ${anthropicBody(SENTENCE)}`, { at });
const invalid = (at: number): object =>
  failedTurn(`401 ${anthropicBody('invalid x-api-key', 'authentication_error')}`, { at });
const billing = (at: number): object =>
  failedTurn(`400 ${anthropicBody('Your credit balance is too low to use the API.')}`, { at });

describe('another credential', () => {
  const other = token(90 * DAY_MS, { secret: `sk-ant-oat01-${'Nw7Qz2Xy'.repeat(12)}` });

  test('ends it for a plain check too, once a run has met it', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    stamp(home.write(SESSION, lines(only(ALERT_START - MINUTE))), ALERT_START);
    const check = async () =>
      (await home.run(['check', '--config', home.config, '--now', iso(ALERT_START + MINUTE)])).code;
    await home.at(0);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(await check()).toBe(1);
    home.write('gateway/agents/main/agent/auth-profiles.json', {
      version: 1,
      profiles: { 'anthropic:a': other },
    });
    expect(await check()).toBe(0);
    stamp(
      home.write(SESSION, lines(only(ALERT_START - MINUTE), only(ALERT_START + 1))),
      ALERT_START + 1,
    );
    expect(await check()).toBe(1);
  });

  test.each([
    ['before it', -HOUR_MS, 1],
    ['after it', -1, 0],
    ['in the future', HOUR_MS, 1],
  ])('issued %s by the word of the config: exit %s', async (_, offset, code) => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    stamp(home.write(SESSION, lines(only(ALERT_START - MINUTE))), ALERT_START);
    home.configure({ profiles: { 'anthropic:a': { issuedAt: iso(ALERT_START + offset) } } });
    const args = ['check', '--config', home.config, '--now', iso(ALERT_START)];
    expect((await home.run(args)).code).toBe(code);
  });
});

describe('the stored end of a setup token, which lives a year', () => {
  const YEAR = 365 * DAY_MS;

  test.each([
    ['was stored before it', invalid, YEAR - HOUR_MS, 'fail credential_rejected'],
    ['was stored with it', invalid, YEAR - MINUTE, 'fail credential_rejected'],
    ['was stored after it', invalid, YEAR - MINUTE / 2, 'warn credential_rejected'],
    ['was stored after it, as Claude Code’s', only, YEAR - MINUTE / 2, 'fail claude_code_only'],
    ['was stored after it, out of credit', billing, YEAR - MINUTE / 2, 'fail billing_blocked'],
    ['ends later than any', invalid, YEAR + HOUR_MS, 'fail credential_rejected'],
  ])('tells without a memory that it %s', async (_, turn, leftMs, expected) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(leftMs, { now: START }) });
    stamp(home.write(SESSION, lines(turn(START - MINUTE))), START);
    const args = ['check', '--json', '--state-dir', dir, '--now', iso(START)];
    const { code, stdout } = await home.run(args);
    const [finding, ...others] = (JSON.parse(stdout) as Report).findings;
    expect([`${finding?.severity} ${finding?.code}`, others]).toEqual([expected, []]);
    expect(code).toBe(finding?.severity === 'warn' ? 2 : 1);
    const isRenewed = finding?.severity === 'warn';
    expect(finding?.facts['renewedAt']).toBe(isRenewed ? iso(START - MINUTE / 2) : undefined);
    const title = 'anthropic:a was refused by anthropic before it was renewed (HTTP 401)';
    expect(finding?.title === title).toBe(isRenewed);
  });
});

describe('the yes of the provider', () => {
  async function refused(turn: (at: number) => object, level: string): Promise<ProbedHouse> {
    const home = await probedHouse(level);
    const secret = home.secret('key', 'sk-ant-oat01-');
    home.agents({
      main: { 'anthropic:a': { type: 'token', provider: 'anthropic', token: secret } },
    });
    stamp(home.write(SESSION, lines(turn(START - MINUTE))), START);
    return home;
  }

  test.each([
    ['metadata', 'credential_rejected', invalid, []],
    ['metadata', 'claude_code_only', only, ['fail claude_code_only']],
    ['metadata', 'billing_blocked', billing, ['fail billing_blocked']],
    ['inference', 'credential_rejected', invalid, []],
    ['inference', 'claude_code_only', only, []],
    ['inference', 'billing_blocked', billing, []],
  ])('of a %s request about %s', async (level, _, turn, left) => {
    const home = await refused(turn, level);
    const codes = (asked: Asked) =>
      asked.report.findings
        .filter(({ facts }) => facts['level'] === 'passive')
        .map(({ severity, code }) => `${severity} ${code}`);
    expect(codes(await home.at(0, ['--probe=off']))).not.toEqual([]);
    expect(codes(await home.at(0))).toEqual(left);
    // What was answered is known to the next run and to a check, which ask nobody.
    expect(codes(await home.at(MINUTE, ['--probe=off']))).toEqual(left);
    expect(codes(await home.at(MINUTE, [], 'check'))).toEqual(left);
    // What comes after the answer counts anew.
    stamp(home.write(SESSION, lines(turn(START - MINUTE), turn(START + MINUTE))), START + MINUTE);
    expect(codes(await home.at(2 * MINUTE, ['--probe=off']))).not.toEqual([]);
  });
});
