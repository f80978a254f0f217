// Refusals that OpenClaw itself met, through real processes: on by default, announced once, over after a success.
import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, iso, kinds, START, type AlertHouse } from '../kit/alert-house.ts';
import { gateway, house, reportOf, token, DAY_MS, HOUR_MS, type House } from '../kit/built-cli.ts';
import {
  answeredTurn,
  anthropicBody,
  append,
  failedTurn,
  failover,
  lines,
  SENTENCE,
  stamp,
} from '../kit/records.ts';

const MINUTE = 60_000;
const refused = (at: number): object => failedTurn(`400 ${anthropicBody(SENTENCE)}`, { at });

/** A JSON gateway with one session of agent main. */
function withSession(home: House, ...entries: readonly object[]): { dir: string; session: string } {
  const dir = gateway(home, { 'anthropic:a': token(90 * DAY_MS) });
  const session = home.write('gateway/agents/main/sessions/83daeee1.jsonl', lines(...entries));
  return { dir, session };
}

describe('check', () => {
  test('without a config finds what OpenClaw met, and writes nothing', async () => {
    const home = house();
    const { dir } = withSession(home, refused(Date.now() - MINUTE));
    const { code, stdout } = await home.run(['check', '--state-dir', dir]);
    expect(code).toBe(1);
    expect(stdout).toContain('anthropic:a works only in Claude Code: OpenClaw was refused');
    expect([existsSync(home.state), readdirSync(home.home)]).toEqual([false, []]);
  });

  test('each source is switched by the config', async () => {
    const home = house();
    const { dir } = withSession(home, refused(Date.now() - MINUTE));
    const log = home.write(
      'logs/gateway.log',
      lines(failover('anthropic:a', {}, { at: Date.now() })),
    );
    home.write('gateway/openclaw.json', { logging: { file: log } });
    const codes = async (passive: object): Promise<unknown[]> => {
      const config = home.write('config.json5', {
        gateways: [{ stateDir: dir }],
        probe: { passive },
      });
      const report = reportOf(await home.run(['check', '--json', '--config', config]));
      return [report.exitCode, ...report.findings.map(({ facts }) => facts['source'])];
    };
    expect(await codes({ log: false })).toEqual([1, 'transcript']);
    expect(await codes({ transcripts: false })).toEqual([1, 'log']);
    expect(await codes({ transcripts: false, log: false })).toEqual([0]);
  });

  test('a source that cannot be read is told, and fails nothing', async () => {
    const home = house();
    const { dir } = withSession(home);
    home.write('gateway/openclaw.json', { logging: { file: dir } });
    const { code, stdout } = await home.run(['check', '--verbose', '--state-dir', dir]);
    expect(code).toBe(0);
    expect(stdout).toContain('a record of OpenClaw is not a plain file');
  });
});

describe('run', () => {
  const story = async (
    ...entries: readonly object[]
  ): Promise<AlertHouse & { session: string }> => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    const session = home.write('gateway/agents/main/sessions/s.jsonl', lines(...entries));
    stamp(session, START);
    return { ...home, session };
  };

  test('announces a refusal once, and its end after a success', async () => {
    const home = await story(refused(START - MINUTE));
    expect((await home.at(0)).code).toBe(1);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect((await home.at(HOUR_MS)).code).toBe(1);
    expect(kinds(home.told())).toEqual([]);
    append(home.session, refused(START + HOUR_MS + MINUTE));
    expect((await home.at(2 * HOUR_MS)).code).toBe(1);
    expect(kinds(home.told())).toEqual([]);
    append(home.session, answeredTurn({ at: START + 2 * HOUR_MS + MINUTE }));
    expect((await home.at(3 * HOUR_MS)).code).toBe(0);
    expect(kinds(home.told())).toEqual(['auth.recovered']);
  });

  test('remembers it while the gateway rests, longer than the window of a check', async () => {
    const home = await story(refused(START - MINUTE));
    await home.at(0);
    home.told();
    expect((await home.at(9 * DAY_MS)).code).toBe(1);
    expect(kinds(home.told())).not.toContain('auth.recovered');
  });

  test('sees the success that ended it, however long no run looked', async () => {
    const home = await story(refused(START - MINUTE));
    await home.at(0);
    home.told();
    append(home.session, answeredTurn({ at: START + 2 * DAY_MS }));
    stamp(home.session, START + 2 * DAY_MS);
    const at = iso(START + 30 * DAY_MS);
    expect((await home.run(['check', '--config', home.config, '--now', at])).code).toBe(0);
    expect((await home.at(30 * DAY_MS)).code).toBe(0);
    expect(kinds(home.told())).toEqual(['auth.recovered']);
  });

  test('forgets it with the credential', async () => {
    const home = await story(refused(START - MINUTE));
    await home.at(0);
    home.told();
    home.write('gateway/agents/main/agent/auth-profiles.json', {
      version: 1,
      profiles: {
        'anthropic:a': token(90 * DAY_MS, { secret: `sk-ant-oat01-${'Nw7Qz2Xy'.repeat(12)}` }),
      },
    });
    expect((await home.at(HOUR_MS)).code).toBe(0);
    expect(kinds(home.told())).toEqual(['auth.recovered']);
  });

  test('does not take a source that it may not read for an end', async () => {
    const home = await story(refused(START - MINUTE));
    await home.at(0);
    home.told();
    const off = { transcripts: false };
    home.configure({ probe: { level: 'off', passive: off } });
    await home.at(HOUR_MS);
    expect(kinds(home.told())).toEqual([]);
  });

  test('keeps positions and no text; a dry run and one on some agents keep nothing', async () => {
    const word = 'xylophone-canary';
    const text = `400 ${anthropicBody(`${SENTENCE} ${word}`)}`;
    const home = await story(failedTurn(text, { at: START - MINUTE }));
    const memory = join(home.state, 'passive.json');
    await home.at(0, ['--dry-run']);
    await home.at(0, ['--agent', 'main']);
    expect(existsSync(memory)).toBe(false);
    await home.at(0);
    const kept = readFileSync(memory, 'utf8');
    expect(kept).toContain('claude_code_only');
    expect(kept).not.toContain(word);
    expect(kept).not.toContain('authorized');
  });
});
