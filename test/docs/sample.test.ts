// What the README shows of the demo is what the demo prints, times and temporary directories aside.
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { dist } from '../../build/paths.mjs';
import { blocksOf, pages } from './pages.ts';

function withoutChances(line: string): string {
  return line
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\dZ/g, 'TIME')
    .replaceAll(/\/\S*-demo-\w+/g, '/TEMPORARY')
    .replaceAll(/in \d+ h(?: \d+ min)?/g, 'in HOURS')
    .trimEnd();
}

test('every line that the README shows of the demo is printed by it', () => {
  const output = execFileSync(process.execPath, [`${dist}/cli.cjs`, 'demo'], { encoding: 'utf8' });
  const printed = new Set(output.split('\n').map(withoutChances));
  const readme = pages.filter(({ path }) => path === 'README.md').flatMap(blocksOf);
  const lines = readme
    .filter(({ language }) => language === 'console')
    .flatMap((block) => block.lines)
    .filter((line) => line !== '…');
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.map(withoutChances).filter((line) => !printed.has(line))).toEqual([]);
});
