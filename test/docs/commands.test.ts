// A command that the documentation shows exists, with all its options.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../../build/paths.mjs';
import { FORMATS } from '../../src/commands/options.ts';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { ExitCode } from '../../src/core/exit-code.ts';
import { reporterNames } from '../../src/reporters/index.ts';
import { realWorld } from '../../src/world.ts';
import { blocksOf, pages, proseOf } from './pages.ts';

/** Up to where one command goes on: a pipe, a list, a redirection or the end of a substitution. */
const END = /[|;&)><"]/;
/** The program where a shell would start it: first, after an operator, a prompt, `sudo` or `ssh HOST`. */
const START =
  /(?:^|[|;&(]|\$)\s*(?:sudo |ssh \w+ )?(?:\w+=\S+ )*(?:openclaw-)?auth-monitor(?=\s|$|\))/g;

function commandLinesIn(line: string): string[] {
  return [...line.replace(/^\$ /, '').matchAll(START)].map((match) => {
    const rest = line.replace(/^\$ /, '').slice(match.index + match[0].length);
    return (rest.split(END)[0] ?? '').split(' # ')[0]?.trim() ?? '';
  });
}

const shown = pages.flatMap((page) =>
  [
    ...blocksOf(page).flatMap(({ language, lines }) => {
      if (language === 'sh' || language === 'yaml') return lines.map((line) => line.trim());
      return language === 'console' ? lines.filter((line) => line.startsWith('$ ')) : [];
    }),
    ...[...proseOf(page).matchAll(/`((?:openclaw-)?auth-monitor [^`]+)`/g)].map(
      ([, code = '']) => code,
    ),
  ].flatMap((line) => commandLinesIn(line).map((args) => ({ path: page.path, args }))),
);

test.each([...new Map(shown.map((entry) => [entry.args, entry])).values()])(
  '$path: auth-monitor $args',
  ({ args }) => {
    const words = args.split(/\s+/).filter((word) => word !== '');
    const { command } = parseCommandLine(words, realWorld(), commandTable);
    expect(commandTable).toContain(command);
  },
);

describe('the documentation', () => {
  const text = (path: string) => pages.find((page) => page.path === path)?.text ?? '';

  test('shows every command', () => {
    const used = shown.map(({ args }) => args.split(' ')[0]);
    const missing = commandTable.filter(({ name }) => !used.includes(name));
    expect(missing.map(({ name }) => name)).toEqual(['demo']);
    expect(text('README.md')).toContain('npm run demo');
  });

  test('names no npm script that does not exist', () => {
    const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const named = pages.flatMap((page) =>
      [...page.text.matchAll(/\bnpm (?:run )?(test|(?<=run )\w+(?::\w+)*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('explains every exit code', () => {
    const explained = [...text('docs/exit-codes.md').matchAll(/^\| (\d+) +\|/gm)].map(([, n]) =>
      Number(n),
    );
    expect(explained).toEqual(Object.values(ExitCode));
  });

  test('explains every format that the command line takes, and each has a reporter', () => {
    const explained = [...text('docs/report.md').matchAll(/^\| `(\w+)` +\|/gm)].map(
      ([, name]) => name,
    );
    expect(explained).toEqual(expect.arrayContaining([...FORMATS]));
    expect(reporterNames.toSorted()).toEqual([...FORMATS].toSorted());
  });
});
