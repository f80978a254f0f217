// Each home has a page that goes from the first command to the last.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../build/paths.mjs';

const docs = join(root, 'docs');
const pages = ['ci.md', ...readdirSync(join(docs, 'homes')).map((name) => `homes/${name}`)];

const SECTIONS = [
  /^Install\b|^The gateway is|^Credentials in CI/,
  /\b[Ss]ecrets\b/,
  /^What it looks like$/,
  /^Update$/,
  /^Remove$/,
  /^Trouble$/,
];

test.each(pages)(
  '%s says how to install, keep secrets, look, update, remove and mend it',
  (page) => {
    const text = readFileSync(join(docs, page), 'utf8');
    const headings = [...text.matchAll(/^##+ (.*)$/gm)].map(([, heading = '']) => heading);
    for (const section of SECTIONS) {
      expect(headings.some((heading) => section.test(heading))).toBe(true);
    }
  },
);
