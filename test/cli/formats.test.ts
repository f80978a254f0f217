import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { dist } from '../../build/paths.mjs';
import {
  DAY_MS,
  gateway,
  HOUR_MS,
  house,
  needsDevice,
  needsRoot,
  token,
  type House,
} from '../kit/built-cli.ts';

const NOW = '2026-11-21T09:00:00Z';
const until = (leftMs: number): object => token(leftMs, { now: Date.parse(NOW) });

function mixed(home: House): string[] {
  const profiles = {
    'anthropic:gone': until(-HOUR_MS),
    'anthropic:soon': until(HOUR_MS),
    'anthropic:fine': until(90 * DAY_MS),
  };
  return ['--state-dir', gateway(home, profiles), '--now', NOW];
}

describe('each format', () => {
  test('text is a table, worst first, and ends with the verdict', async () => {
    const home = house();
    const { code, stdout, stderr } = await home.run(mixed(home));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^ {2}STATE +AGENT +PROFILE +EXPIRES +LEFT$/);
    expect(lines[1]).toMatch(/^✗ expired +main +anthropic:gone +2026-11-21 08:00Z +1 h ago$/);
    expect(stdout).toMatch(/^! expiring +main +anthropic:soon /m);
    expect(stdout).toContain('openclaw models auth paste-token --provider anthropic');
    expect(lines.at(-2)).toMatch(/^FAILING: 1 problem, 1 warning · .* · exit code 1$/);
    expect(stdout).not.toContain('\u001b');
  });

  test('json is valid by its published schema', async () => {
    const home = house();
    const { code, stdout } = await home.run([...mixed(home), '--json']);
    expect(code).toBe(1);
    const schema = JSON.parse(readFileSync(join(dist, 'schema/report.schema.json'), 'utf8'));
    const result = z.fromJSONSchema(schema).safeParse(JSON.parse(stdout));
    expect(result.error?.issues ?? []).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      verdict: 'failing',
      exitCode: 1,
      auth: { unusableProfiles: [], missingProvidersInUse: [] },
    });
  });

  test('--json is --format json, --plain is --format plain', async () => {
    const home = house();
    const args = mixed(home);
    for (const format of ['json', 'plain']) {
      const short = await home.run([...args, `--${format}`]);
      const long = await home.run([...args, '--format', format]);
      const shape = ({ stdout }: { stdout: string }) =>
        stdout.replaceAll(/"credentialId": ?"\w+"/g, '');
      expect(shape(short)).toBe(shape(long));
      expect(short.stdout).not.toBe('');
    }
  });

  test('plain is one line of seven fields for each finding', async () => {
    const home = house();
    const { stdout } = await home.run([...mixed(home), '--plain']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map((row) => row.length)).toEqual([7, 7]);
    expect(rows[0]?.slice(0, 6)).toEqual([
      'fail',
      'profile_expired',
      'main',
      'anthropic:gone',
      'anthropic',
      '2026-11-21T08:00:00.000Z',
    ]);
  });

  test.each([
    ['markdown', /^\|.*\|$/m],
    ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>/],
    ['github', /^::error /m],
    ['prometheus', /^# HELP \w+ .*\n# TYPE \w+ gauge$/m],
  ])('%s', async (format, shape) => {
    const home = house();
    const { code, stdout, stderr } = await home.run([...mixed(home), '--format', format]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(shape);
  });

  test('--quiet prints nothing when all is well, and only what counts when not', async () => {
    const home = house();
    const args = mixed(home);
    const well = await home.run([...args, '--quiet', '--profile', 'anthropic:fine']);
    expect(well).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
    const ill = await home.run([...args, '-q']);
    expect(ill.stdout).toContain('anthropic:gone');
    expect(ill.stdout).not.toContain('anthropic:fine');
  });

  test('--verbose lists the healthy ones and the codes', async () => {
    const home = house();
    const { stdout } = await home.run([...mixed(home), '--verbose']);
    expect(stdout).toContain('anthropic:fine');
    expect(stdout).toContain('[profile_expired]');
  });
});

describe('nagios', () => {
  test.each([
    [9 * DAY_MS, 0, /^AUTH OK: /],
    [HOUR_MS, 1, /^AUTH WARNING: /],
    [-HOUR_MS, 2, /^AUTH CRITICAL: /],
  ])('%i ms left: %i', async (leftMs, code, says) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': until(leftMs) });
    const args = ['--state-dir', dir, '--now', NOW, '--format', 'nagios'];
    const ended = await home.run(args);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toMatch(says);
    // The rest is never cut from the first line, where the measures are.
    expect(ended.stdout.split('\n')[0]).toContain(" | 'problems'=");
  });

  test.each([
    ['wrong usage', ['--nonsense']],
    ['a missing config', ['--config', 'a|b']],
    ['a bad time', ['--now', 'x']],
    ['an unwritable file', ['--state-dir', '.', '--output', '/dev/null/x']],
  ])('%s is UNKNOWN, on one line', async (_, args) => {
    const home = house();
    for (const format of [['--format', 'nagios'], ['--format=nagios']]) {
      const { code, stdout, stderr } = await home.run([...args, ...format]);
      expect(code).toBe(3);
      expect(stdout).toMatch(/^AUTH UNKNOWN: [^|\n]+\n$/);
      expect(stderr).not.toBe('');
    }
  });

  test.each([
    ['a state that cannot be kept', ['run', '--monitor-state', '/dev/null/x'], 3, 'UNKNOWN'],
    ['no report', ['notify', '--report', '/dev/null'], 3, 'UNKNOWN'],
  ])('%s', async (_, args, code, word) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:a': token(9 * DAY_MS) });
    const where = args[0] === 'run' ? ['--state-dir', dir, '--probe=off'] : [];
    const ended = await home.run([...args, ...where, '--format', 'nagios']);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toMatch(new RegExp(`^AUTH ${word}: [^\n]+\n$`));
  });
});

describe('--output', () => {
  test('replaces the file in one step and prints nothing', async () => {
    const home = house();
    const file = home.write('report.json', 'before');
    const ended = await home.run([...mixed(home), '--json', '--output', 'report.json']);
    expect(ended).toEqual({ code: 1, signal: null, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 1 });
    expect(readdirSync(home.dir).filter((name) => name.includes('report'))).toEqual([
      'report.json',
    ]);
  });

  test('keeps the permissions of a file and goes through a link', async () => {
    const home = house();
    const file = home.write('private.txt', 'before');
    chmodSync(file, 0o640);
    symlinkSync('private.txt', join(home.dir, 'link.txt'));
    expect(await home.run([...mixed(home), '--output', 'link.txt'])).toMatchObject({ code: 1 });
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(file, 'utf8')).toContain('FAILING');
    expect(readFileSync(join(home.dir, 'link.txt'), 'utf8')).toContain('FAILING');
  });

  test('- is standard output', async () => {
    const home = house();
    const args = mixed(home);
    const { stdout } = await home.run([...args, '--output', '-', '--format', 'word']);
    expect(stdout).toBe('failing\n');
    expect(existsSync(join(home.dir, '-'))).toBe(false);
  });

  test('a device stays one', async (context) => {
    needsRoot(context);
    needsDevice(context, '/dev/full');
    const home = house();
    for (const [device, code] of [
      ['/dev/null', 1],
      ['/dev/full', 73],
    ] as const) {
      expect(await home.run([...mixed(home), '--output', device])).toMatchObject({ code });
      expect(statSync(device).isCharacterDevice()).toBe(true);
    }
  });

  test.each([
    ['in no directory', 'nowhere/report.txt'],
    ['below a file', 'note.txt/report.txt'],
    ['that is a directory', '.'],
  ])('%s is 73, whatever the verdict', async (_, file) => {
    const home = house();
    home.write('note.txt', '');
    const ended = await home.run([...mixed(home), '--output', file]);
    expect(ended).toMatchObject({ code: 73, stdout: '' });
    expect(ended.stderr).toMatch(/^openclaw-auth-monitor: Cannot write .*: E[A-Z]+\n$/);
  });

  test('inside a state directory of OpenClaw is refused', async () => {
    const home = house();
    const file = 'gateway/agents/main/agent/report.txt';
    const ended = await home.run([...mixed(home), '--output', file]);
    expect(ended).toMatchObject({ code: 64, stdout: '' });
    expect(ended.stderr).toMatch(/--output lies inside an OpenClaw state directory/);
  });

  test('in a directory of somebody else is 73', async (context) => {
    needsRoot(context);
    const home = house();
    chmodSync(home.dir, 0o755);
    const file = join(home.dir, 'report.txt');
    const ended = await home.run(['check', '--output', file], {
      uid: 64_999,
      cwd: '/',
      env: { HOME: undefined },
    });
    expect(ended).toMatchObject({ code: 73, stdout: '' });
    expect(existsSync(file)).toBe(false);
  });
});
