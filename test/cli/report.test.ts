import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, house, reportOf, token } from '../kit/built-cli.ts';
import { readCalendar } from '../kit/calendar.ts';

describe('report', () => {
  test('judges as check does, with the same exit code', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(HOUR_MS) });
    const asked = ['--state-dir', dir, '--json', '--now', new Date().toISOString()];
    const [checked, reported] = await Promise.all([
      home.run(['check', ...asked]),
      home.run(['report', ...asked]),
    ]);
    expect(reported.code).toBe(2);
    expect(reportOf(reported).findings).toEqual(reportOf(checked).findings);
  });

  test.each([
    ['auth.html', /^<!doctype html>/],
    ['auth.ics', /^BEGIN:VCALENDAR\r\n/],
    ['auth.md', /^## /],
    ['auth.json', /^\{\n/],
    ['auth.txt', /anthropic:a/],
  ])('%s says by its ending which format it is', async (name, start) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(HOUR_MS) });
    const ended = await home.run(['report', '--state-dir', dir, '--output', name]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(home.dir, name), 'utf8')).toMatch(start);
  });

  test('a format that is named wins over the ending', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(HOUR_MS) });
    await home.run(['report', '--state-dir', dir, '--format', 'word', '--output', 'a.html']);
    expect(readFileSync(join(home.dir, 'a.html'), 'utf8')).toBe('expiring\n');
  });

  test('is a calendar that another program can read, whose event moves with a renewal', async () => {
    const home = await alertHouse();
    const args = ['report', '--config', home.config, '--now', iso(START), '--format', 'ics'];
    home.store({ 'anthropic:a': 3 * DAY_MS });
    const [before] = readCalendar((await home.run(args)).stdout);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    const [after] = readCalendar((await home.run(args)).stdout);
    expect(before).toMatchObject({ start: '2026-11-24T09:00:00Z', summary: 'anthropic:a expires' });
    expect(before?.alarms).toEqual(['-P30D', '-P7D', '-P1D', '-PT6H', '-PT1H', 'PT0S']);
    expect(after).toMatchObject({ uid: before?.uid, start: '2027-02-19T09:00:00Z' });
  });
});

describe('report --last', () => {
  test('shows what the last run found, though the stores have changed', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const ran = await home.at(0, ['--json']);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    const asked = ['report', '--last', '--config', home.config, '--now', iso(START + HOUR_MS)];
    const ended = await home.run([...asked, '--json']);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(reportOf(ran)).toMatchObject(reportOf(ended));
    expect((await home.run([...asked, '--format', 'word'])).stdout).toBe('failing\n');
  });

  test('the report is private, holds no secret, and is replaced by the next run', async () => {
    const home = await alertHouse();
    const file = join(home.state, 'last-report.json');
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).not.toContain('FAKE0');
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(HOUR_MS);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ verdict: 'ok' });
  });

  test.each([
    ['a dry run', ['--dry-run']],
    ['a run whose state is elsewhere', ['--monitor-state', '/dev/null/nowhere']],
  ])('%s leaves none', async (_, args) => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0, args);
    const ended = await home.run(['report', '--last', '--config', home.config]);
    expect(ended).toMatchObject({ code: 74, stdout: '' });
    expect(ended.stderr).toContain('no run has left a report there');
  });

  test('over a day old it is told to be, and a good one is no longer good', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(0);
    const at = (afterMs: number) =>
      home.run(['report', '--last', '--config', home.config, '--now', iso(START + afterMs)]);
    expect(await at(DAY_MS)).toMatchObject({ code: 0, stderr: '' });
    const old = await at(DAY_MS + 60_000);
    expect(old).toMatchObject({ code: 74, stderr: 'warning: the last run was 1 d ago\n' });
    expect(old.stdout).toContain('1 profile');
  });

  test('a damaged one is a fault of its own', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    await home.at(0);
    writeFileSync(join(home.state, 'last-report.json'), '{"schemaVersion":1,"verd');
    const asked = ['report', '--last', '--config', home.config];
    expect(await home.run(asked)).toMatchObject({ code: 74, stdout: '' });
    writeFileSync(join(home.state, 'last-report.json'), '{"schemaVersion":1}');
    expect(await home.run(asked)).toMatchObject({ code: 74, stdout: '' });
  });

  test('takes no filter, since the last run had its own', async () => {
    const home = await alertHouse();
    const ended = await home.run(['report', '--last', '--agent', 'a', '--probe']);
    expect(ended.code).toBe(64);
    expect(ended.stderr).toContain('does not go with --agent, --probe');
  });
});

describe('the page', () => {
  test('shows what runs found before, and whom they told', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': HOUR_MS });
    await home.at(0);
    await home.at(HOUR_MS / 2);
    await home.at(2 * HOUR_MS);
    const asked = ['report', '--config', home.config, '--now', iso(START + 2 * HOUR_MS)];
    const { stdout, code } = await home.run([...asked, '--format', 'html']);
    expect(code).toBe(1);
    expect(stdout).toContain('for 30 min');
    expect(stdout).toMatch(/webhook, email|email, webhook/);
    expect(stdout).not.toContain('FAKE0');
    rmSync(home.state, { recursive: true });
    expect((await home.run([...asked, '--format', 'html'])).stdout).not.toContain('History');
  });
});
