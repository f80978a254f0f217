import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MIRRORED } from '../../src/commands/explain-code.ts';
import { defaultSeverity, type FindingCode } from '../../src/core/finding.ts';
import { columnsOf } from '../../src/core/terminal.ts';
import { startProvider } from '../../src/demo/provider.ts';
import { DAY_MS, gateway, HOUR_MS, house, token, type House } from '../kit/built-cli.ts';
import { onTerminal } from '../kit/terminal.ts';

const CODES = Object.keys(defaultSeverity) as FindingCode[];
const SECRET = `sk-ant-oat01-${'Zq8Kw3Xv'.repeat(12)}`;

function explain(home: House, ...args: readonly string[]) {
  return home.run(['explain', ...args]);
}

describe('explain with a code', () => {
  test('shows the page of every code, and what the policies make of it', async () => {
    const home = house();
    for (const code of CODES) {
      const { code: exit, stdout, stderr } = await explain(home, code);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^${code}\n\nDefault severity: `));
      for (const heading of ['How it is judged', 'How to fix it', 'How to switch it', 'By policy'])
        expect(stdout).toContain(`\n\n${heading}\n  `);
      expect(stdout).not.toMatch(/\]\(|\*\*|`/);
    }
  }, 60_000);

  test('takes a variant for its code', async () => {
    const { stdout } = await explain(house(), 'profile_expired.spare');
    expect(stdout).toMatch(/^profile_expired\n/);
  });

  test.each(Object.entries(MIRRORED))(
    '%s is said to know the codes that its rules name',
    (name, codes) => {
      const file = `${name.replaceAll('.', '-')}.ts`;
      const folder = new URL('../../src/mirrors/', import.meta.url);
      expect(readdirSync(folder)).toContain(file);
      const source = readFileSync(new URL(file, folder), 'utf8');
      const named = CODES.filter((code) => source.includes(`(agent, '${code}'`));
      expect(named.filter((code) => !codes.includes(code))).toEqual([]);
    },
  );
});

describe('explain with a profile', () => {
  test('tells what is stored, when it ends, which rule fired, and what helps', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:default': token(-2 * HOUR_MS, { secret: SECRET }) });
    const { code, stdout } = await explain(home, 'anthropic:default', '--state-dir', dir);
    expect(code).toBe(0);
    for (const part of [
      /^anthropic:default, agent main$/m,
      /^ {2}stored +a token of anthropic$/m,
      /^ {2}ends +\d{4}-\d\d-\d\d \d\d:\d\dZ \(2 h ago\), as stored$/m,
      /^ {2}by the clock +expired \(warn window 1 d\)$/m,
      /^ {2}asked +not by this monitor; --probe asks now$/m,
      /^fail: anthropic:default expired 2 h ago$/m,
      /^ {2}rule +profile_expired, fail by default$/m,
      /^ {2}switch +\{ severity: \{ profile_expired: 'info' \} \}$/m,
      /^ {2}for it alone +\{ profiles: \{ "anthropic:default": \{ ignore: true \} \} \}$/m,
      /^ {4}claude setup-token$/m,
    ]) {
      expect(stdout).toMatch(part);
    }
    expect(stdout).not.toContain(SECRET.slice(13, 21));
  });

  test('says ok of a healthy one, and who inherits it', async () => {
    const home = house();
    home.write('gateway/openclaw.json', { agents: { list: [{ id: 'main' }, { id: 'work' }] } });
    home.write('gateway/agents/work/agent/auth-profiles.json', { version: 1, profiles: {} });
    const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
    const { stdout } = await explain(home, 'anthropic:default', '--state-dir', dir);
    expect(stdout).toMatch(/^anthropic:default, agents main, work \(from main\)$/m);
    expect(stdout).toContain('ok: no rule found anything about it.');
  });

  test('shows what the provider answers now, and remembers what a run was told', async () => {
    const provider = await startProvider();
    try {
      const home = house();
      const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS, { secret: SECRET }) });
      const config = home.write('config.json5', {
        gateways: [{ stateDir: dir }],
        probe: { providers: { anthropic: { baseUrl: provider.url } } },
      });
      const state = ['--monitor-state', home.state, '--config', config];
      const now = await explain(home, 'anthropic:default', '--probe', ...state);
      expect(now.stdout).toMatch(
        /^ {2}asked now +rejected: \w+, HTTP 401, code authentication_error, request \S+, metadata request/m,
      );
      await home.run(['run', ...state]);
      const later = await explain(home, 'anthropic:default', ...state);
      expect(later.stdout).toMatch(/^ {2}asked before +rejected: \w+, HTTP 401, /m);
      expect(later.stdout).not.toContain(SECRET.slice(13, 21));
    } finally {
      await provider.close();
    }
  });

  test('shows what an answer tells beside, now and later', async () => {
    const provider = await startProvider();
    try {
      const home = house();
      const secret = 'sk-or-v1-Zq7Kx2Vw9Lm4Tn8Rb3';
      provider.setCredential(secret, { name: 'key', state: 'accepted' });
      const profile = { type: 'api_key', provider: 'openrouter', key: secret };
      const config = home.write('config.json5', {
        gateways: [{ stateDir: gateway(home, { 'openrouter:a': profile }) }],
        probe: { providers: { openrouter: { baseUrl: provider.url } } },
      });
      const state = ['--monitor-state', home.state, '--config', config];
      const said =
        /accepted: valid, HTTP 200, .*, expiresAt 2030-01-01 00:00Z .*, limitRemaining 4\.5/;
      const now = await explain(home, 'openrouter:a', '--probe', ...state);
      expect(now.stdout).toMatch(said);
      await home.run(['run', ...state]);
      const later = await explain(home, 'openrouter:a', ...state);
      expect(later.stdout).toMatch(said);
    } finally {
      await provider.close();
    }
  });

  test('escapes hostile ids and offers no line that would lie', async () => {
    const home = house();
    const id = 'anthropic:\u001b[31mred\u202e';
    const dir = gateway(home, { [id]: token(-HOUR_MS) });
    const { code, stdout } = await explain(home, id, '--state-dir', dir);
    expect(code).toBe(0);
    expect(stdout).toContain(String.raw`anthropic:\u{1b}[31mred\u{202e}`);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
    expect(stdout).not.toContain('for it alone');
  });

  test('tells of an entry that is no profile', async () => {
    const home = house();
    const dir = gateway(home, { 'anthropic:odd': { type: 'nonsense' } });
    const { code, stdout } = await explain(home, 'anthropic:odd', '--state-dir', dir);
    expect(code).toBe(0);
    expect(stdout).toContain('profile_malformed, fail by default');
  });

  test('fits a narrow terminal', async (context) => {
    const home = house();
    const dir = gateway(home, { 'anthropic:default': token(-HOUR_MS) });
    const args = ['explain', 'anthropic:default', '--no-color', '--state-dir', dir];
    const { shown } = await onTerminal(context, home, args, { columns: 40 });
    const long = shown.split(/\r?\n/).filter((line) => columnsOf(line) > 40);
    // A part of a command that is too long stays whole, so that it can be pasted.
    expect(long.filter((line) => !line.includes('openclaw models'))).toEqual([]);
  });
});

test('explain alone tells the worst, and where to go on', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(-HOUR_MS), 'openai:ok': token(HOUR_MS) });
  const { code, stdout } = await explain(home, '--state-dir', dir);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^fail: anthropic:default expired 1 h ago \(main\)\n {2}auth-monitor explain anthropic:default$/m,
  );
});

test('explain alone says that nothing is wrong', async () => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const { code, stdout } = await explain(home, '--state-dir', dir);
  expect(code).toBe(0);
  expect(stdout).toContain('Nothing is wrong: 1 agent, 1 profile.');
});

test.each([
  [['anthropic:defualt'], 'did you mean anthropic:default?'],
  [['profile_expird'], 'did you mean profile_expired?'],
  [[SECRET], 'there is no such profile or code; auth-monitor check --verbose lists all profiles'],
  [['profile_expired', 'x'], 'explain takes one code or one profile id'],
])('%j is wrong usage', async (words, told) => {
  const home = house();
  const dir = gateway(home, { 'anthropic:default': token(90 * DAY_MS) });
  const { code, stdout, stderr } = await explain(home, ...words, '--state-dir', dir);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toContain(told);
  expect(stderr).not.toContain(SECRET.slice(13, 21));
});
