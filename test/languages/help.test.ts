// What `--help` says in each language: every sentence of the table, nothing else, in lines that fit.
import { describe, expect, test } from 'vitest';
import { showHelp } from '../../src/commands/help.ts';
import { commandTable } from '../../src/commands/table.ts';
import { columnsOf } from '../../src/core/terminal.ts';
import { loadHelp } from '../../src/languages/index.ts';
import { realWorld } from '../../src/world.ts';

const TAGS = ['zh-Hans', 'zh-Hant', 'vi', 'my', 'uz'] as const;
const PAGES = [null, ...commandTable.map(({ name }) => name)];

async function helpIn(lang: string, page: string | null, columns?: number): Promise<string> {
  let text = '';
  const stdout = {
    isTTY: columns !== undefined,
    columns,
    write: (part: string) => (text += part),
  };
  const env = { LANG: 'en_US.UTF-8' };
  const world = { ...realWorld(), env, stdout };
  expect(await showHelp({ world, options: { lang }, args: [] }, page)).toBe(0);
  return text;
}

/** Words of our table that no other language has; names of flags, values and commands are none. */
const ENGLISH =
  /(?<![-\w./])(?:the|is|are|of|what|this|and|with|was|not|which|Show|Mute|One of|fine)(?![-\w./])/;

/** Commands to paste, and what a shell takes as a word. */
const LITERAL = /^ {2}(?:sudo |ssh |case )?.*auth-monitor .*$|`[^`]*`|--[\w-]+/gm;

describe.each(TAGS)('%s', (lang) => {
  test.each(PAGES)('the help of %s holds no English sentence and fits a terminal', async (page) => {
    const text = await helpIn(lang, page);
    expect(text).not.toMatch(/undefined|\[object/);
    expect(text.replaceAll(LITERAL, '')).not.toMatch(ENGLISH);
    const words = text.split('\n').filter((line) => !line.includes('auth-monitor '));
    expect(words.filter((line) => columnsOf(line) > 80)).toEqual([]);
  });

  test('names every option and keeps every command fit to paste, on a phone too', async () => {
    for (const { name, options, examples } of commandTable) {
      const text = await helpIn(lang, name, 40);
      for (const option of options) expect(text).toContain(`--${option.name}`);
      for (const { line } of examples) expect(text).toContain(`\n  ${line}\n`);
      const prose = text.split('\n').filter((line) => !/^ {2}\S|auth-monitor/.test(line));
      expect(prose.filter((line) => columnsOf(line) > 40)).toEqual([]);
    }
  });

  test('has no sentence that the table has no more', async () => {
    const said = new Set(
      commandTable.flatMap(({ summary, exits, options, examples }) => [
        summary,
        exits,
        ...options.map((option) => option.summary),
        ...examples.map(({ does }) => does),
      ]),
    );
    const { sentences } = await loadHelp(lang);
    expect(Object.keys(sentences).filter((sentence) => !said.has(sentence))).toEqual([]);
  });
});

test('English is the table itself', async () => {
  expect(await helpIn('en', 'run')).toContain('\nUsage: auth-monitor run [OPTIONS]\n');
  expect(await helpIn('en', null)).toContain('  1               something is expired,');
});
