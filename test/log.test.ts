import { describe, expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const KEY = `sk-ant-api03-${'Gh7Kq2Vw'.repeat(12)}`;

function logTo({ isTTY = false, level = 'info' } = {}) {
  let written = '';
  const stderr = { isTTY, columns: 80, write: (text: string) => void (written += text) };
  return { log: createLog({ stderr, now: () => NOW }, level), written: () => written };
}

describe('the log', () => {
  test('is one JSON object a line, with time and level in words', () => {
    const { log, written } = logTo();
    log.info({ verdict: 'ok' }, 'done\nwith it');
    log.warn('careful');
    expect(
      written()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { level: 'info', time: '2026-11-21T09:00:00.000Z', verdict: 'ok', msg: 'done\nwith it' },
      { level: 'warn', time: '2026-11-21T09:00:00.000Z', msg: 'careful' },
    ]);
  });

  test('is a plain line on a terminal, which nothing in it can drive', () => {
    const { log, written } = logTo({ isTTY: true });
    log.error({ agent: 'a\u001b[2J' }, 'red\u001b[31m\nline');
    expect(written()).toBe(
      '2026-11-21T09:00:00.000Z error red\\u{1b}[31m\\nline {"agent":"a\\u001b[2J"}\n',
    );
  });

  test.each([false, true])('holds no credential, on a terminal: %s', (isTTY) => {
    const { log, written } = logTo({ isTTY });
    log.warn({ url: `https://u:${KEY}@example.org/` }, `it said ${KEY}`);
    expect(written()).not.toContain('Gh7Kq');
    expect(written()).toContain('[redacted]');
  });

  test.each([
    ['an error', new RangeError('it says hunter2-hunter2'), 'RangeError'],
    ['a thrown text', 'hunter2-hunter2', 'string'],
    ['nothing', undefined, 'undefined'],
  ])('a bug is told by name and place, never by its message: %s', (_, bug, type) => {
    const { log, written } = logTo();
    log.error({ bug }, 'a run failed');
    expect(written()).not.toContain('hunter2');
    if (bug !== undefined) expect(JSON.parse(written())).toMatchObject({ bug: { type } });
    if (bug instanceof Error) expect(written()).toContain('log.test.ts');
  });

  test('is quiet below its level', () => {
    const { log, written } = logTo({ level: 'error' });
    log.warn('not this');
    expect(written()).toBe('');
  });
});
