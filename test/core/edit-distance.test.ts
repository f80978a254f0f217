import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest } from '../../src/core/edit-distance.ts';

const KNOWN = ['stateDir', 'notifiers', 'schedule', 'scope', 'to', 'log'];

test.each([
  ['the word itself', 'schedule', 'schedule'],
  ['one letter less', 'schedle', 'schedule'],
  ['one letter more', 'schedulee', 'schedule'],
  ['one letter wrong', 'schedile', 'schedule'],
  ['two neighbours swapped', 'shcedule', 'schedule'],
  ['two edits', 'schdul', 'schedule'],
  ['another spelling of a compound', 'state-dir', 'stateDir'],
  ['a short word with one edit', 'lig', 'log'],
])('%s is recognised', (_, word, meant) => {
  expect(suggest(word, KNOWN)).toBe(meant);
});

test.each([
  ['three edits', 'schdl'],
  ['a short word with two edits', 'lxx'],
  ['another word', 'webhook'],
  ['nothing', ''],
  ['a very long word', 's'.repeat(65)],
])('%s is not recognised', (_, word) => {
  expect(suggest(word, KNOWN)).toBeNull();
});

test('the nearer of two known words wins', () => {
  expect(suggest('scop', ['stop', 'scope'])).toBe('stop');
  expect(suggest('scoope', ['stop', 'scope'])).toBe('scope');
});

test('two edits of any kind at any place are always recognised', () => {
  const word = 'notifiers';
  const edit = fc.record({
    at: fc.nat(word.length - 1),
    char: fc.constantFrom('', 'x', 'xx'),
    cut: fc.constantFrom(0, 1),
  });
  fc.assert(
    fc.property(edit, ({ at, char, cut }) => {
      fc.pre(char.length - cut >= -1 && char.length <= 2);
      expect(suggest(word.slice(0, at) + char + word.slice(at + cut), [word])).toBe(word);
    }),
  );
});
