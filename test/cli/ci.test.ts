// `ci` as a step runs it: credentials in variables, outputs and summary in files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ExitCode } from '../../src/core/exit-code.ts';
import { startProvider } from '../../src/demo/provider.ts';
import { reportOf, house, type House } from '../kit/built-cli.ts';
import { Canaries } from '../kit/canaries.ts';

const NOW = '2026-11-21T09:00:00Z';
const KEY = `sk-ant-api03-${'Fk3Zt9Qw'.repeat(11)}`;
const SETUP = `sk-ant-oat01-${'Fk3Zt9Qw'.repeat(12)}`;

const jwt = (exp: number) =>
  ['{"alg":"none"}', JSON.stringify({ exp }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

async function ci(args: readonly string[], env: Record<string, string> = {}, at: House = house()) {
  return at.run(['ci', '--now', NOW, ...args], { env });
}

/** Outputs as the runner reads them. */
function outputsIn(path: string): Record<string, string> {
  const blocks = readFileSync(path, 'utf8').matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

describe('the verdict', () => {
  const ends = Math.floor(Date.parse(NOW) / 1000);
  test.each([
    ['a sound key', ['--env', 'KEY:anthropic'], { KEY }, ExitCode.ok],
    ['an empty variable', ['--env', 'KEY'], { KEY: '' }, ExitCode.failing],
    ['a variable that is not set', ['--env', 'KEY'], {}, ExitCode.failing],
    ['only blanks', ['--env', 'KEY'], { KEY: ' \n' }, ExitCode.failing],
    ['a placeholder', ['--env', 'KEY'], { KEY: 'changeme' }, ExitCode.failing],
    ['a line break inside', ['--env', 'KEY'], { KEY: `${KEY}\n${KEY}` }, ExitCode.failing],
    ['a JWT that has ended', ['--env', 'KEY'], { KEY: jwt(ends) }, ExitCode.failing],
    [
      'a JWT that ends within a day',
      ['--env', 'KEY'],
      { KEY: jwt(ends + 86_400) },
      ExitCode.expiring,
    ],
    ['a JWT that ends later', ['--env', 'KEY'], { KEY: jwt(ends + 86_401) }, ExitCode.ok],
    [
      'an end that has passed',
      ['--env', 'A', '--expires', 'A=2026-11-21'],
      { A: KEY },
      ExitCode.failing,
    ],
    ['an end tomorrow', ['--env', 'A', '--expires', 'A=2026-11-22'], { A: KEY }, ExitCode.expiring],
    [
      'a wider window',
      ['--env', 'A', '--expires', 'A=2026-11-27', '--warn-within', '7d'],
      { A: KEY },
      ExitCode.expiring,
    ],
    [
      'an estimated end that has passed',
      ['--env', 'A', '--issued', 'A=2025-01-01'],
      { A: SETUP },
      ExitCode.expiring,
    ],
    [
      'an estimated end far away',
      ['--env', 'A', '--issued', 'A=2026-11-01'],
      { A: SETUP },
      ExitCode.ok,
    ],
    [
      'a shorter life',
      ['--env', 'A', '--issued', 'A=2026-11-01', '--lifetime', '21d'],
      { A: SETUP },
      ExitCode.expiring,
    ],
    ['the worst of several', ['--env', 'A', '--env', 'B'], { A: KEY, B: '' }, ExitCode.failing],
  ])('%s', async (_, args, env, code) => {
    expect((await ci(args, env as Record<string, string>)).code).toBe(code);
  });

  test.each([
    ['expired', ExitCode.ok],
    ['expiring', ExitCode.expiring],
    ['never', ExitCode.ok],
  ])('--fail-on %s ends a step about to expire with %i', async (failOn, code) => {
    const args = ['--env', 'A', '--expires', 'A=2026-11-22', '--fail-on', failOn];
    expect((await ci(args, { A: KEY })).code).toBe(code);
  });

  test.each([
    ['expired', ExitCode.failing],
    ['never', ExitCode.ok],
  ])('--fail-on %s ends a step that fails with %i', async (failOn, code) => {
    expect((await ci(['--env', 'A', '--fail-on', failOn])).code).toBe(code);
  });

  test('a value under two names is worth a word', async () => {
    const ended = await ci(['--env', 'A', '--env', 'B', '--json'], { A: KEY, B: KEY });
    expect(ended.code).toBe(ExitCode.ok);
    expect(reportOf(ended).findings.map(({ title }) => title)).toEqual([
      'B holds the same credential as A',
    ]);
  });
});

test.each([
  ['no variable', [], 'ci needs --env NAME'],
  ['a secret in the place of its name', ['--env', KEY], '--env takes the name'],
  ['a name twice', ['--env', 'A', '--env', 'A'], 'a variable twice'],
  [
    'an end of an unknown name',
    ['--env', 'A', '--expires', 'B=2026-12-01'],
    '--expires takes NAME=DATE',
  ],
  ['a date that is none', ['--env', 'A', '--expires', 'A=soon'], 'an ISO date'],
  [
    'both dates',
    ['--env', 'A', '--expires', 'A=2026-12-01', '--issued', 'A=2026-12-01'],
    'are both given',
  ],
  ['a report of no format', ['--env', 'A', '--write', 'pdf=a.pdf'], '--write takes FORMAT=FILE'],
  ['a life that is none', ['--env', 'A', '--lifetime', 'long'], '--lifetime is a duration'],
])('%s is wrong usage', async (_, args, words) => {
  const { code, stderr, stdout } = await ci(args);
  expect(code).toBe(ExitCode.usage);
  expect(stderr).toContain(words);
  expect(stderr + stdout).not.toContain('Fk3Zt9Qw');
});

describe('on GitHub', () => {
  const runner = (at: House, more: Record<string, string> = {}) => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: at.write('output', ''),
    GITHUB_STEP_SUMMARY: at.write('summary', '# before\n'),
    RUNNER_TEMP: at.dir,
    ...more,
  });

  test('outputs, summary and report are written', async () => {
    const at = house();
    const env = runner(at, { A: SETUP });
    const { code } = await ci(['--env', 'A', '--expires', 'A=2026-11-28'], env, at);
    expect(code).toBe(ExitCode.ok);
    expect(outputsIn(env.GITHUB_OUTPUT)).toEqual({
      status: 'ok',
      'exit-code': '0',
      'expires-at': '2026-11-28T00:00:00.000Z',
      'days-left': '6',
      'report-path': join(at.dir, 'openclaw-auth.json'),
    });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^# before\n## ✅/);
    const report = JSON.parse(readFileSync(join(at.dir, 'openclaw-auth.json'), 'utf8'));
    expect(report.agents[0].profiles[0]).toMatchObject({ profileId: 'A', provider: 'anthropic' });
  });

  test('every secret is masked before anything else, and stands nowhere besides', async () => {
    const at = house();
    const canaries = new Canaries();
    const env = runner(at, {
      A: canaries.make('A', 'sk-ant-api03-', 90),
      B: `${canaries.make('B', 'sk-or-', 40)}\n${canaries.make('second line', '', 40)}`,
    });
    const args = ['--env', 'A', '--env', 'B', '--write', `junit=${join(at.dir, 'a.xml')}`];
    const { stdout, stderr } = await ci(args, env, at);
    const lines = stdout.split('\n');
    const masks = lines.filter((line) => line.startsWith('::add-mask::'));
    expect(lines.slice(0, 3)).toEqual(masks);
    expect(canaries.in(masks.join('\n'))).toEqual(['A', 'B', 'second line']);
    const rest = ['output', 'summary', 'openclaw-auth.json', 'a.xml']
      .map((name) => readFileSync(join(at.dir, name), 'utf8'))
      .concat(stderr, lines.slice(3));
    expect(canaries.in(rest.join('\n'))).toEqual([]);
  });

  test('the table for people holds no command, and what follows are commands', async () => {
    const at = house();
    const { stdout } = await ci(['--env', 'A'], runner(at, { A: `${KEY} ` }), at);
    const [, token] = /^::stop-commands::([0-9a-f]{32})$/m.exec(stdout) ?? [];
    const [, table = '', after = ''] = stdout.split(
      new RegExp(`^::(?:stop-commands::)?${token}.*\\n`, 'm'),
    );
    expect(table).toContain('exit code');
    expect(after).toMatch(/^(?:::(?:error|warning|notice) .*\n)+$/);
    expect(stdout).toContain(`::add-mask::${KEY} \n::add-mask::${KEY}\n`);
  });

  test('a named format gets nothing else into its output', async () => {
    const at = house();
    const ended = await ci(['--env', 'A', '--json'], runner(at, { A: KEY }), at);
    expect(reportOf(ended).verdict).toBe('ok');
    expect(ended.stdout).not.toContain(KEY);
  });

  test('an empty secret of a fork is skipped with a notice', async () => {
    const at = house();
    const env = runner(at, { GITHUB_EVENT_NAME: 'pull_request', A: '' });
    const { code, stdout } = await ci(['--env', 'A'], env, at);
    expect(code).toBe(ExitCode.ok);
    expect(stdout).toContain('::notice title=OpenClaw auth%3A skipped::not judged, since');
    expect(outputsIn(env.GITHUB_OUTPUT)['status']).toBe('skipped');
    expect((await ci(['--env', 'A', '--require'], env, at)).code).toBe(ExitCode.failing);
  });

  test('a repository that did not set its secret fails', async () => {
    const at = house();
    const { code, stdout } = await ci(
      ['--env', 'A'],
      runner(at, { GITHUB_EVENT_NAME: 'push' }),
      at,
    );
    expect(code).toBe(ExitCode.failing);
    expect(stdout).toContain('::error title=A holds no key::');
    expect(stdout).toContain('gh secret set A');
  });

  test('a file that cannot be written ends with 73', async () => {
    const at = house();
    const env = { ...runner(at, { A: KEY }), GITHUB_OUTPUT: join(at.dir, 'nowhere', 'output') };
    expect((await ci(['--env', 'A'], env, at)).code).toBe(ExitCode.cannotWrite);
  });
});

test('--probe asks the provider, one request for each distinct secret', async () => {
  const at = house();
  const provider = await startProvider();
  onTestFinished(() => provider.close());
  const config = at.write('config.json5', {
    probe: { providers: { anthropic: { baseUrl: provider.url } } },
  });
  const env = { A: KEY, B: KEY, C: `${KEY.slice(0, -1)}x` };
  const args = ['--env', 'A', '--env', 'B', '--env', 'C', '--probe', '--json', '--config', config];
  const ended = await ci(args, env, at);
  expect(ended.code).toBe(ExitCode.failing);
  expect(reportOf(ended).findings.map(({ code, profileId }) => [code, profileId])).toEqual(
    expect.arrayContaining([
      ['credential_rejected', 'A'],
      ['credential_rejected', 'B'],
      ['credential_rejected', 'C'],
    ]),
  );
  expect(provider.journal).toHaveLength(2);
});
