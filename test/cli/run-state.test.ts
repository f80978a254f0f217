import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertHouse, kinds } from '../kit/alert-house.ts';
import { DAY_MS, gateway, HOUR_MS, needsRoot, reportOf, token } from '../kit/built-cli.ts';

describe('the state of a run', () => {
  test('is private, and nothing else is left', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    const mode = (path: string): number => statSync(path).mode & 0o777;
    expect(mode(home.state)).toBe(0o700);
    expect(readdirSync(home.state).sort()).toEqual(['last-report.json', 'salt', 'state.json']);
    for (const name of readdirSync(home.state)) expect(mode(join(home.state, name))).toBe(0o600);
  });

  test('a dry run says what it would do, sends nothing and writes nothing', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const before = readdirSync(home.dir).sort();
    const { code, stdout, stderr } = await home.at(0, ['--dry-run']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/\n\nwould send to webhook: firing: anthropic:a expired 1 h ago$/m);
    expect(stdout).toMatch(/^ {2}anthropic:a expired 1 h ago \(main\): new$/m);
    expect(stdout).toMatch(/^would send to email: firing: /m);
    expect(readdirSync(home.dir).sort()).toEqual(before);
    expect([home.told(), home.mail.messages]).toEqual([[], []]);
    const asJson = await home.at(0, ['--dry-run', '--json']);
    expect(reportOf(asJson).verdict).toBe('failing');
    expect(asJson.stderr).toContain('would send to webhook: firing: ');
    await home.at(0);
    home.told();
    const file = join(home.state, 'state.json');
    const state = readFileSync(file, 'utf8');
    const again = await home.at(HOUR_MS, ['--dry-run', '--quiet']);
    expect(again.stdout).toContain(
      '\nNothing would be sent: nobody has to be told anything new.\nnot to webhook, email: anthropic:a expired 2 h ago (main): told already\n',
    );
    expect(readFileSync(file, 'utf8')).toBe(state);
  });

  test('tells a clock that is behind the last run, and takes no end back by it', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS - HOUR_MS });
    await home.at(90 * DAY_MS);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    const codes = () =>
      home.told().flatMap(({ type, data }) => data.incidents.map(({ code }) => `${type} ${code}`));
    expect((await home.at(89 * DAY_MS)).code).toBe(2);
    expect(codes()).toEqual([]);
    expect((await home.at(80 * DAY_MS)).code).toBe(1);
    expect(codes()).toEqual(['auth.firing clock_suspect']);
    await home.at(90 * DAY_MS);
    expect(codes()).toEqual(['auth.recovered clock_suspect', 'auth.reminder profile_expired']);
  });

  test('two runs at once tell it once', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const ended = await Promise.all([home.at(0), home.at(0), home.at(0)]);
    expect(ended.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(home.mail.messages.length).toBe(1);
    expect(readdirSync(home.state).sort()).toEqual(['last-report.json', 'salt', 'state.json']);
  });

  test('in a directory of nobody: alerts go out, 73 only when all is well', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    const away = ['--monitor-state', '/dev/null/state'];
    const ill = await home.at(0, away);
    expect(ill.code).toBe(1);
    expect(ill.stderr).toMatch(/^warning: Cannot write \/dev\/null\/state\/salt: ENOTDIR$/m);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    home.store({ 'anthropic:a': 90 * DAY_MS });
    expect(await home.at(HOUR_MS, away)).toMatchObject({ code: 73 });
  });

  test('without any place for it: alerts go out, and the run ends with 73', async (context) => {
    needsRoot(context);
    const home = await alertHouse();
    home.configure({ state: undefined, gateways: undefined });
    home.store({ 'anthropic:a': -HOUR_MS });
    chmodSync(home.dir, 0o755);
    const open = gateway({ ...home, write: openly(home) }, { 'anthropic:a': token(-HOUR_MS) });
    const env = { HOME: undefined };
    const config = openly(home)('config.json5', readFileSync(home.config, 'utf8'));
    const args = ['run', '--config', config, '--state-dir', open];
    const ended = await home.run(args, { uid: 64_999, env });
    expect(ended.code).toBe(73);
    expect(ended.stdout).toContain('FAILING');
    expect(ended.stderr).toContain('There is no place for the state');
    expect(kinds(home.told())).toEqual(['auth.firing']);
  });

  test('of another user: alerts go out, 73 only when all is well', async (context) => {
    needsRoot(context);
    const home = await alertHouse();
    chmodSync(home.dir, 0o755);
    mkdirSync(home.state, { mode: 0o700 });
    const write = openly(home);
    const config = write('config.json5', readFileSync(home.config, 'utf8'));
    const run = async (leftMs: number) => {
      const dir = gateway({ ...home, write }, { 'anthropic:a': token(leftMs) });
      return home.run(['run', '--config', config, '--state-dir', dir], { uid: 64_999 });
    };
    const ill = await run(-HOUR_MS);
    expect(ill.code).toBe(1);
    expect(ill.stderr).toMatch(/^warning: Cannot (?:read|write) .*state\S*: EACCES$/m);
    expect(kinds(home.told())).toEqual(['auth.firing']);
    expect(await run(90 * DAY_MS)).toMatchObject({ code: 73 });
    expect(readdirSync(home.state)).toEqual([]);
  });

  test('that is damaged is put aside and told, and the run goes on', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': -HOUR_MS });
    await home.at(0);
    writeFileSync(join(home.state, 'state.json'), '{"schemaVersion":1,"incid');
    const { code, stderr } = await home.at(HOUR_MS);
    expect(code).toBe(1);
    expect(stderr).toContain('is damaged');
    expect(readdirSync(home.state).some((name) => name.startsWith('state.json.corrupt-'))).toBe(
      true,
    );
    expect(kinds(home.told())).toEqual(['auth.firing', 'auth.firing', 'auth.deadletter']);
    expect(kinds(home.told())).toEqual([]);
    await home.at(HOUR_MS + 1);
    expect(kinds(home.told())).toEqual([]);
  });

  test('of a later version is left alone: 74 when all is well', async () => {
    const home = await alertHouse();
    home.store({ 'anthropic:a': 90 * DAY_MS });
    const later = '{"schemaVersion":99}\n';
    home.write('state/state.json', later);
    const { code, stderr } = await home.at(0);
    expect(code).toBe(74);
    expect(stderr).toContain('was written by a later version');
    expect(readFileSync(join(home.state, 'state.json'), 'utf8')).toBe(later);
  });
});

/** Files that everybody may read. */
function openly({ write }: { readonly write: (name: string, content: string | object) => string }) {
  return (name: string, content: string | object): string => {
    const path = write(name, content);
    chmodSync(path, 0o644);
    return path;
  };
}
