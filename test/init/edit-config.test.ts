import * as fc from 'fast-check';
import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { initPhrases } from '../../src/core/phrases/init-phrases.ts';
import {
  channelsIn,
  editChannels,
  freshConfig,
  withChanges,
  type ChannelEdits,
} from '../../src/init/edit-config.ts';

const NONE: ChannelEdits = { added: [], changed: new Map(), removed: [] };

function withChannels(text: string, added: readonly object[]): string | null {
  return editChannels(text, { ...NONE, added });
}

const CHANNEL = { type: 'exec', command: ['/bin/true', '--a b'] };

test('a fresh config takes channels and says what it is', () => {
  const text = withChannels(freshConfig({ gateways: [], lang: null }, initPhrases), [CHANNEL]);
  expect(JSON5.parse(text ?? '')).toEqual({ probe: { level: 'metadata' }, notifiers: [CHANNEL] });
  expect(text).toContain('// Who is told.');
});

test.each([
  ['vi', { lang: 'vi' }],
  ['en', {}],
  [null, {}],
] as const)('a fresh config of somebody who reads %s has %j', (lang, kept) => {
  const text = freshConfig({ gateways: [], lang }, initPhrases);
  expect(JSON5.parse(text)).toEqual({ ...kept, probe: { level: 'metadata' }, notifiers: [] });
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

const COMMENTED = `// mine
{
  warnWithin: '7d', // a week
  notifiers: [
    // for the night
    { type: 'email', name: 'ops', to: ['a@example.org'], smtp: { host: 'one', port: 25 } }, // mail
    {
      type: 'ntfy', // phone
      topic: { file: '/t' }, /* secret */
      // last word
    },
    { type: "webhook", url: { env: 'HOOK' } }
  ], // that is all
}
// end
`;
const COMMENTS = COMMENTED.match(/\/\/[^\n]*|\/\*.*?\*\//g) ?? [];

test.each([
  ['a value that is there', 'ops', { 'smtp.host': 'two' }],
  ['several at once', 'ops', { to: ['b@example.org', 'c@example.org'], 'smtp.port': 587 }],
  ['an option that was not there', 'ops', { 'smtp.user': 'me', minSeverity: 'fail' }],
  ['an option that goes', 'ops', { 'smtp.port': null }],
  ['the first and the last that go', 'ops', { to: null, smtp: null }],
  ['a channel on lines of its own', 'ntfy', { baseUrl: 'https://ntfy.example.org', topic: null }],
  ['one without a comma behind it', 'webhook', { url: { file: '/u' }, secret: { env: 'S' } }],
  ['a branch that was not there', 'webhook', { 'smtp.host': 'x' }],
])('%s is changed, and every comment stays', (_, name, changes: Record<string, unknown>) => {
  const edits = new Map(Object.entries(changes));
  const edited = editChannels(COMMENTED, { ...NONE, changed: new Map([[name, edits]]) });
  const [before, after] = [COMMENTED, edited ?? ''].map((text) => channelsIn(text));
  const index = ['ops', 'ntfy', 'webhook'].indexOf(name);
  expect(after?.[index]).toEqual(withChanges(before?.[index] ?? {}, edits));
  expect(after?.toSpliced(index, 1)).toEqual(before?.toSpliced(index, 1));
  for (const comment of COMMENTS) expect(edited).toContain(comment);
});

test.each([['ops'], ['ntfy'], ['webhook'], ['ops', 'webhook'], ['ops', 'ntfy', 'webhook']])(
  '%j are taken out, and nothing beside them',
  (...removed) => {
    const edited = editChannels(COMMENTED, { ...NONE, removed }) ?? '';
    const names = ['ops', 'ntfy', 'webhook'].filter((name) => !removed.includes(name));
    const types = names.map((name) => (name === 'ops' ? 'email' : name));
    expect(channelsIn(edited)).toMatchObject(types.map((type) => ({ type })));
    for (const comment of [
      '// mine',
      '// a week',
      '// for the night',
      '// that is all',
      '// end',
    ]) {
      expect(edited).toContain(comment);
    }
    expect(edited).not.toMatch(/\n\n/);
  },
);

test('adding, changing and taking out go together', () => {
  const edited = editChannels(COMMENTED, {
    added: [CHANNEL],
    changed: new Map([['ops', new Map([['smtp.host', 'two']])]]),
    removed: ['ntfy'],
  });
  expect(channelsIn(edited ?? '')).toMatchObject([
    { name: 'ops', smtp: { host: 'two', port: 25 } },
    { type: 'webhook' },
    CHANNEL,
  ]);
});

test('whatever channels there are, one is taken out and one changed alone', () => {
  const channel = fc.dictionary(fc.stringMatching(/^[a-z]\w{0,6}$/), fc.jsonValue());
  fc.assert(
    fc.property(
      fc.array(channel, { minLength: 2, maxLength: 5 }),
      fc.nat(),
      fc.jsonValue().filter((value) => value !== null),
      fc.constantFrom(0, 2),
      (made, seed, value, space) => {
        const channels = made.map((one, index) => ({ ...one, type: 'x', name: `n${index}` }));
        const removed = seed % channels.length;
        const changed = (removed + 1) % channels.length;
        const edits = new Map([['key.inner', value]]);
        const isPlain = Object.hasOwn(channels[changed] ?? {}, 'key');
        if (isPlain) return;
        const edited = editChannels(JSON.stringify({ notifiers: channels }, null, space), {
          added: [],
          changed: new Map([[`n${changed}`, edits]]),
          removed: [`n${removed}`],
        });
        const wanted = channels.map((one, index) =>
          index === changed ? withChanges(one, edits) : one,
        );
        expect(channelsIn(edited ?? '')).toEqual(
          JSON.parse(JSON.stringify(wanted.toSpliced(removed, 1))),
        );
      },
    ),
  );
});
