// A link from one page of the documentation to another leads there.
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.mjs';
import { pages, proseOf } from './pages.ts';

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(path: string): readonly string[] {
  const page = pages.find((candidate) => candidate.path === path);
  const headings = page === undefined ? [] : proseOf(page).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const links = pages.flatMap((page) =>
  [...proseOf(page).matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => ({ path: page.path, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target)),
);

test.each(links)('$path leads to $target', ({ path, target }) => {
  const [file = '', anchor] = target.split('#');
  const place = file === '' ? path : posix.join(posix.dirname(path), file);
  expect(existsSync(`${root}/${place}`)).toBe(true);
  if (anchor !== undefined) expect(anchorsOf(place)).toContain(anchor);
});

test('every page of docs/ is reached from its index', () => {
  const reached = new Set(['docs/README.md']);
  for (const path of reached) {
    for (const link of links.filter((candidate) => candidate.path === path)) {
      const [file = ''] = link.target.split('#');
      const place = posix.join(posix.dirname(path), file);
      if (place.endsWith('.md')) reached.add(place);
    }
  }
  const inDocs = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(inDocs.filter((path) => !reached.has(path))).toEqual([]);
});
