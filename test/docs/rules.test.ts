// Holds the table of docs/rules.md against the rules themselves.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { effectOf, rulePhrases } from '../../src/core/phrases/rule-phrases.ts';
import { RULES, type Rule } from '../../src/core/rules.ts';

const PAGE = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');

test('the page has each rule with its sentences and its switches, and no other', () => {
  const rows = PAGE.split('\n').filter((line) => /^\| `\w+`/.test(line));
  const cells = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
  const expected = Object.entries(RULES as Readonly<Record<string, Rule>>).map(
    ([name, { what, why, switches }]) => [
      `\`${name}\``,
      what,
      why,
      switches
        .map((given) => `\`${inline(given.config)}\`: ${effectOf(rulePhrases, given)}`)
        .join('; '),
    ],
  );
  expect(cells).toEqual(expected);
});

/** As it is written in a config: keys bare where they can be. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, inner]) => `${/^\w+$/.test(key) ? key : JSON.stringify(key)}: ${inline(inner)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
