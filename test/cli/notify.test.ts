import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { HOUR_MS } from '../kit/built-cli.ts';

const NOW = ['--now', iso(START)];

describe('notify', () => {
  test('tells the same as a run, from a report made by check', async () => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': -HOUR_MS, 'anthropic:b': HOUR_MS });
    const ran = await home.at(0);
    const [fromRun] = home.told();
    const checked = await home.run(['check', '--state-dir', dir, '--now', iso(START), '--json']);
    const args = ['notify', '--report', '-', '--config', home.config, '--now', iso(START)];
    const elsewhere = ['--monitor-state', 'elsewhere'];
    const told = await home.run([...args, ...elsewhere], { input: checked.stdout });
    expect(told.code).toBe(ran.code);
    expect(told.stdout).toBe(ran.stdout);
    const [fromNotify] = home.told();
    const essence = (message: typeof fromRun) =>
      message?.data.incidents.map(({ code, title, agents }) => ({ code, title, agents }));
    expect(essence(fromNotify)).toEqual(essence(fromRun));
    const again = await home.run([...args, ...elsewhere], { input: checked.stdout });
    expect({ code: again.code, told: home.told() }).toEqual({ code: 1, told: [] });
    const dry = await home.run([...args, '--monitor-state', 'new', '--dry-run'], {
      input: checked.stdout,
    });
    expect(dry).toMatchObject({ code: 1, stderr: '' });
    expect(dry.stdout).toMatch(/^would send to webhook: firing: /);
    expect(existsSync(join(home.dir, 'new'))).toBe(false);
  });

  test.each([
    ['contradicts itself', 0, { verdict: 'ok', exitCode: 0 }, 'its verdict is not that'],
    ['is more than a day old', 25 * HOUR_MS, {}, 'so nothing is known'],
    ['was made ahead of the clock', -HOUR_MS, {}, 'ahead of this clock'],
  ])('believes no report that %s', async (_, ageMs, changes, says) => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': -HOUR_MS });
    const checked = await home.run(['check', '--state-dir', dir, '--now', iso(START), '--json']);
    const input = JSON.stringify({ ...(JSON.parse(checked.stdout) as object), ...changes });
    const args = ['notify', '--report=-', '--config', home.config, '--now', iso(START + ageMs)];
    const ended = await home.run(args, { input });
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(home.told()).toEqual([]);
  });

  test('takes a report from a named pipe', async () => {
    const home = await alertHouse();
    const dir = home.store({ 'anthropic:a': -HOUR_MS });
    const pipe = join(home.dir, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const notified = home.run(['notify', '--report', pipe, '--config', home.config, ...NOW]);
    const checked = await home.run(['check', '--state-dir', dir, '--json', ...NOW]);
    await writeFile(pipe, checked.stdout);
    expect((await notified).code).toBe(1);
    expect(home.told()).toHaveLength(1);
  });

  test('ends with 74 for a report that has no end', async () => {
    const home = await alertHouse();
    const ended = await home.run(['notify', '--report', '/dev/zero', '--config', home.config]);
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain(
      'Cannot read a report from /dev/zero: it is larger than 256 MiB.',
    );
  });

  test.each([
    ['is not there', 'missing.json', null, 'ENOENT'],
    ['is a directory', '.', null, 'EISDIR'],
    ['is empty', 'report.json', ' \n', 'it is empty'],
    ['is no JSON', 'report.json', '{"schemaVersion": 1', 'it is not JSON'],
    ['is none', 'report.json', '{}', 'The report cannot be used'],
    ['is of a later version', 'report.json', '{"schemaVersion":2}', 'schemaVersion 2'],
    ['is null', 'report.json', 'null', 'The report cannot be used'],
  ])('ends with 74 for a report that %s', async (_, file, text, says) => {
    const home = await alertHouse();
    if (text !== null) home.write(file, text);
    const ended = await home.run(['notify', '--report', file, '--config', home.config]);
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(existsSync(home.state)).toBe(false);
    if (text === null) return;
    const piped = await home.run(['notify', '--report=-', '--config', home.config], {
      input: text,
    });
    expect(piped).toMatchObject({ code: 74, stdout: '' });
  });
});
