import { readdirSync, readFileSync } from 'node:fs';
import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { buildConfigSchema } from '../../src/config/config-schema.ts';
import { defaultSeverity } from '../../src/core/finding.ts';

const folder = new URL('../../docs/findings/', import.meta.url);
const codes = Object.keys(defaultSeverity);

function pageOf(name: string): string {
  return readFileSync(new URL(`${name}.md`, folder), 'utf8');
}

test('every finding code has a page, and every page a code', () => {
  const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
  expect(pages.filter((page) => page !== 'README').toSorted()).toEqual(codes.toSorted());
});

test.each(codes)('the page of %s says what, how judged, how fixed, how switched', (code) => {
  const page = pageOf(code);
  expect(page.split('\n')[0]).toBe(`# \`${code}\``);
  expect(page.match(/^## .+$/gm)).toEqual([
    '## How it is judged',
    '## How to fix it',
    '## How to switch it',
  ]);
});

test.each(Object.entries(defaultSeverity))('the page of %s names %s', (code, severity) => {
  expect(/^Default severity: .+$/m.exec(pageOf(code))?.[0]).toContain(`**${severity}**`);
});

test.each(codes)('the index lists %s', (code) => {
  expect(pageOf('README')).toContain(`[${code}](${code}.md)`);
});

test.each(codes)('the config on the page of %s is valid', (code) => {
  const block = /```json5\n([\s\S]+?)```/.exec(pageOf(code))?.[1] ?? '';
  const config: unknown = JSON5.parse(block);
  expect(buildConfigSchema([]).safeParse(config).error?.issues ?? []).toEqual([]);
});

test.each(codes)('no link on the page of %s leads nowhere', (code) => {
  const links = [...pageOf(code).matchAll(/\]\((\w+)\.md\)/g)].map(([, page]) => page);
  expect(links.filter((page) => !codes.includes(page ?? ''))).toEqual([]);
});
