import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { columnsOf } from '../../src/core/terminal.ts';
import { startProvider } from '../../src/demo/provider.ts';
import { alertHouse } from '../kit/alert-house.ts';
import { gateway, HOUR_MS, house, token, type House } from '../kit/built-cli.ts';
import { onTerminal } from '../kit/terminal.ts';

const COLOUR = /\u001b\[[0-9;]*m/g;
const plain = (shown: string): string => shown.replaceAll(COLOUR, '');

function ill(home: House): string[] {
  return ['check', '--state-dir', gateway(home, { 'anthropic:a': token(-HOUR_MS) })];
}

describe('on a terminal', () => {
  test('the report has colours, and the verdict is kept', async (context) => {
    const home = house();
    const { code, shown } = await onTerminal(context, home, ill(home));
    expect(code).toBe(1);
    expect(shown).toMatch(COLOUR);
    expect(plain(shown)).toContain('✗ expired');
  });

  test.for([
    ['--no-color', ['--no-color'], {}],
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['a terminal that is dumb', [], { TERM: 'dumb' }],
    ['--output', ['--output', '/dev/stdout'], {}],
  ] as const)('there is no colour with %s', async ([, args, env], context) => {
    const home = house();
    const { code, shown } = await onTerminal(context, home, [...ill(home), ...args], { env });
    expect(code).toBe(1);
    expect(shown).toContain('✗ expired');
    expect(shown).not.toContain('\u001b');
  });

  test('every line fits a narrow one, and a long command is broken to be pasted', async (context) => {
    for (const columns of [40, 60, 100]) {
      const home = house();
      const { shown } = await onTerminal(context, home, ill(home), { columns });
      const lines = plain(shown).split('\n');
      // A word that is longer than the line stays whole.
      const tooLong = lines.filter(
        (line) => columnsOf(line) > columns && line.trim().includes(' '),
      );
      expect([columns, tooLong]).toEqual([columns, []]);
      expect(shown).toContain(' \\');
    }
  });

  test.for([
    [['doctor'], 'en'],
    [['outbox'], 'en'],
    [['silence', 'list'], 'vi'],
    [['run', '--dry-run'], 'zh-Hans'],
    [['test'], 'en'],
    [['explain'], 'my'],
    [['init', '--yes'], 'en'],
  ] as const)('what %j tells fits a narrow one, in %s', async ([args, lang], context) => {
    const home = await alertHouse();
    home.store({ 'anthropic:nights': -HOUR_MS });
    const smtp = { host: home.mail.host, port: 1, tls: 'none' };
    const mail = { type: 'email', name: 'the-operators', from: 'a@example.org', smtp };
    home.configure({ lang, notifiers: [{ ...mail, to: ['b@example.org'] }] });
    await home.at(0);
    const silence = ['silence', 'add', '--code', 'billing_blocked', '--until', '8h'];
    const place = ['--config', home.config];
    await home.run([...silence, '--comment', 'moving house, wake nobody', ...place]);
    const { shown } = await onTerminal(context, home, [...args, ...place], {
      columns: 40,
      redirect: '2>/dev/null',
    });
    const tooLong = plain(shown)
      .split('\n')
      .filter((line) => columnsOf(line) > 40 && /\S\s+\S/.test(line));
    expect(tooLong).toEqual([]);
    expect(shown.length).toBeGreaterThan(20);
  });

  test('one that knows no UTF-8 gets none', async (context) => {
    const home = house();
    const { shown } = await onTerminal(context, home, ill(home), { env: { LANG: 'C' } });
    expect(plain(shown)).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test('a pipe gets no colour though stderr is a terminal', async (context) => {
    const home = house();
    await onTerminal(context, home, ill(home), { redirect: '>report.txt' });
    expect(readFileSync(join(home.dir, 'report.txt'), 'utf8')).not.toContain('\u001b');
  });

  test('NO_COLOR that is empty means nothing', async (context) => {
    const home = house();
    const { shown } = await onTerminal(context, home, ill(home), { env: { NO_COLOR: '' } });
    expect(shown).toMatch(COLOUR);
  });
});

describe('progress', () => {
  /** A gateway whose provider answers nothing for longer than a second. */
  async function slow(home: House): Promise<string[]> {
    const provider = await startProvider();
    onTestFinished(() => provider.close());
    provider.faults.set('*', 'stalled_headers');
    const config = home.write('config.json5', {
      gateways: [{ stateDir: gateway(home, { 'anthropic:a': token(HOUR_MS) }) }],
      probe: { timeout: '2s', providers: { anthropic: { baseUrl: provider.url } } },
      state: { dir: home.state },
    });
    return ['run', '--quiet', '--config', config];
  }

  test('is shown on a terminal after a second, and taken away again', async (context) => {
    const home = house();
    const { code, shown } = await onTerminal(context, home, await slow(home), {
      redirect: '>report.txt',
    });
    expect(code).toBe(2);
    expect(shown).toMatch(/^\rasking providers\u001b\[K.*\r\u001b\[K$/s);
  });

  test('is not shown where stderr is no terminal', async (context) => {
    const home = house();
    const { shown } = await onTerminal(context, home, await slow(home), {
      redirect: '2>stderr.txt',
    });
    expect(shown).not.toContain('asking providers');
    expect(readFileSync(join(home.dir, 'stderr.txt'), 'utf8')).toBe('');
  });

  test('is not shown of a run that is over at once', async (context) => {
    const home = house();
    const { shown } = await onTerminal(context, home, ill(home), { redirect: '>report.txt' });
    expect(shown).toBe('');
  });
});

test.each([
  [16, [], 15, 'EXPIRES'],
  [17, [], 0, '+ 16 more ok'],
  [17, ['--verbose'], 16, 'EXPIRES'],
  [16, ['--quiet'], 0, '1 problem'],
] as const)(
  'of %i profiles with %j, %i healthy ones are shown',
  async (count, args, shown, part) => {
    const home = house();
    const profiles = Array.from({ length: count }, (_, index) => [
      `anthropic:${index}`,
      token(index === 0 ? -HOUR_MS : 2000 * HOUR_MS),
    ]);
    const dir = gateway(home, Object.fromEntries(profiles));
    const { stdout } = await home.run(['check', '--state-dir', dir, ...args]);
    expect(stdout.match(/^✓ ok/gm) ?? []).toHaveLength(shown);
    expect(stdout).toContain(part);
  },
);
