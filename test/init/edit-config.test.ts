import * as fc from 'fast-check';
import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { freshConfig, withChannels } from '../../src/init/edit-config.ts';

const CHANNEL = { type: 'exec', command: ['/bin/true', '--a b'] };

test('a fresh config takes channels and says what it is', () => {
  const text = withChannels(freshConfig({ gateways: [] }), [CHANNEL]);
  expect(JSON5.parse(text ?? '')).toEqual({ probe: { level: 'metadata' }, notifiers: [CHANNEL] });
  expect(text).toContain('// Who is told.');
});

test.each([
  ['{}', 'an empty config'],
  ['{ a: 1 }', 'one without the list'],
  ['{ a: 1, }', 'a comma behind the last key'],
  ['{ notifiers: [] }', 'an empty list'],
  ['{ "notifiers": [{ type: "x" },], b: 2 }', 'a comma behind the last channel'],
  ["{ 'notifiers': [{ type: 'x' }] // }]\n }", 'brackets in a comment'],
  ['{ a: "}]", notifiers: [{ t: "]}\\"" } /* ] */ ] }', 'brackets in strings'],
  ['{ c: { notifiers: [1] }, notifiers: [] }', 'a list of the same name deeper down'],
  ['// x\n{\n  notifiers: [ // none\n  ],\n}\n// end', 'comments around'],
  ['\uFEFF{ notifiers: [\r\n] }', 'a byte order mark'],
])('%j is extended (%s)', (text) => {
  const edited = withChannels(text, [CHANNEL]);
  const before = JSON5.parse<{ notifiers?: unknown[] }>(text.replace('\uFEFF', ''));
  const after = JSON5.parse<object>((edited ?? '').replace('\uFEFF', ''));
  expect(after).toEqual({ ...before, notifiers: [...(before.notifiers ?? []), CHANNEL] });
  const comments = text.match(/\/\/[^\n]*|\/\*.*?\*\//g) ?? [];
  for (const comment of comments) expect(edited).toContain(comment);
});

test.each(['', '[]', '{', '{ notifiers: 3 }', '{ notifiers: null }', 'nonsense'])(
  '%j is left alone',
  (text) => {
    expect(withChannels(text, [CHANNEL])).toBeNull();
  },
);

test('whatever a config holds, all of it is kept', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.option(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), { nil: undefined }),
      fc.constantFrom(0, 2),
      (settings, notifiers, space) => {
        const config = { ...settings, ...(notifiers && { notifiers }) };
        if (notifiers === undefined) delete (config as { notifiers?: unknown }).notifiers;
        const text = JSON.stringify(config, null, space);
        const edited = withChannels(text, [CHANNEL]);
        const kept = JSON.parse(text) as { notifiers?: unknown[] };
        expect(JSON5.parse(edited ?? 'null')).toEqual({
          ...kept,
          notifiers: [...(kept.notifiers ?? []), CHANNEL],
        });
      },
    ),
  );
});
