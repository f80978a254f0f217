import { describe, expect, test } from 'vitest';
import { configFacts } from '../../src/openclaw/config-facts.ts';
import type { JsonObject } from '../../src/openclaw/config-file.ts';
import { Environment } from '../../src/openclaw/environment.ts';
import { parseSecretRef, refPresence } from '../../src/openclaw/secret-refs.ts';

const env = (id: string, provider = '') => ({ source: 'env', provider, id }) as const;

test.each<[unknown, unknown]>([
  [{ source: 'env', provider: 'default', id: 'MY_KEY' }, env('MY_KEY', 'default')],
  [{ source: 'env', id: 'MY_KEY' }, env('MY_KEY')],
  ['${MY_KEY}', env('MY_KEY')],
  ['$MY_KEY', env('MY_KEY')],
  ['secretref-env:MY_KEY', { ...env('MY_KEY'), isRetired: true }],
  ['__env__:MY_KEY', { ...env('MY_KEY'), isRetired: true }],
  ['secretref-managed', { source: 'managed', provider: '', id: '' }],
  [
    { source: 'file', provider: 'f', id: '/a/key' },
    { source: 'file', provider: 'f', id: '/a/key' },
  ],
  [
    { source: 'file', id: 'value' },
    { source: 'file', provider: '', id: 'value' },
  ],
  [
    { source: 'exec', id: 'a/b.c:d#e' },
    { source: 'exec', provider: '', id: 'a/b.c:d#e' },
  ],
  [
    { source: 'store', id: 'K' },
    { source: 'store', provider: '', id: 'K' },
  ],
  ['sk-fake', null],
  ['$my_key', null],
  ['${MY_KEY', null],
  ['x$MY_KEY', null],
  [{ source: 'env', id: '' }, null],
  [{ source: 'env', id: 'A'.repeat(128) }, env('A'.repeat(128))],
  [{ source: 'vault', id: 'K' }, null],
  [{ source: 'constructor', id: 'K' }, null],
  [{ source: 'env', provider: 5, id: 'K' }, null],
  [null, null],
  [5, null],
  [['$MY_KEY'], null],
])('%j is the reference %j', (value, expected) => {
  expect(parseSecretRef(value)).toEqual(expected);
});

describe('the value behind a reference', () => {
  const facts = (secrets: object) => configFacts({ secrets } as JsonObject);
  const environment = new Environment([{ name: '', env: { MY_KEY: 'k', BLANK: ' ' }, own: false }]);
  const names = new Set(['STORED']);
  const presence = (ref: unknown, secrets: object = {}): string => {
    const parsed = parseSecretRef(ref);
    if (parsed === null) throw new Error('no reference');
    return refPresence(parsed, facts(secrets), environment, names);
  };
  const env = (provider: object) => ({ providers: { prod: { source: 'env', ...provider } } });

  test.each<[unknown, object, string]>([
    ['$MY_KEY', {}, 'present'],
    ['$OTHER', {}, 'unknown'],
    ['$BLANK', {}, 'unknown'],
    [{ source: 'env', provider: 'prod', id: 'MY_KEY' }, {}, 'absent'],
    [{ source: 'env', provider: 'prod', id: 'MY_KEY' }, env({}), 'present'],
    [{ source: 'env', provider: 'prod', id: 'MY_KEY' }, env({ allowlist: ['MY_KEY'] }), 'present'],
    [{ source: 'env', provider: 'prod', id: 'MY_KEY' }, env({ allowlist: [] }), 'not_allowed'],
    [{ source: 'env', provider: 'prod', id: 'OTHER' }, env({ allowlist: ['X'] }), 'not_allowed'],
    ['$MY_KEY', { defaults: { env: 'prod' } }, 'present'],
    [{ source: 'env', provider: 'default', id: 'MY_KEY' }, { defaults: { env: 'prod' } }, 'absent'],
    // What no id may look like resolves to nothing.
    [{ source: 'env', id: 'my_key' }, {}, 'absent'],
    [{ source: 'env', id: 'A'.repeat(129) }, {}, 'absent'],
    [{ source: 'file', id: 'a' }, {}, 'absent'],
    [{ source: 'exec', id: '../x' }, {}, 'absent'],
    [{ source: 'exec', id: 'a/./b' }, {}, 'absent'],
    [{ source: 'env', provider: 'Not OK', id: 'MY_KEY' }, {}, 'absent'],
    [{ source: 'store', id: 'STORED' }, {}, 'present'],
    [{ source: 'store', id: 'GONE' }, {}, 'absent'],
    [{ source: 'store', provider: 'prod', id: 'STORED' }, env({}), 'absent'],
    [{ source: 'file', id: '/a' }, {}, 'absent'],
    [
      { source: 'file', provider: 'f', id: '/a' },
      { providers: { f: { source: 'file' } } },
      'unknown',
    ],
    [
      { source: 'file', provider: 'f', id: 'value' },
      { providers: { f: { source: 'file' } } },
      'absent',
    ],
    [
      { source: 'file', provider: 'f', id: 'value' },
      { providers: { f: { source: 'file', mode: 'singleValue' } } },
      'unknown',
    ],
    [{ source: 'exec', id: 'a' }, {}, 'absent'],
    [
      { source: 'exec', provider: 'v', id: 'a' },
      { providers: { v: { source: 'exec' } } },
      'unknown',
    ],
    ['secretref-managed', {}, 'unknown'],
  ])('%j with %j is %s', (ref, secrets, expected) => {
    expect(presence(ref, secrets)).toBe(expected);
  });

  test('in a secret store that could not be read is unknown', () => {
    const ref = { source: 'store', provider: '', id: 'GONE' } as const;
    expect(refPresence(ref, facts({}), environment, null)).toBe('unknown');
  });
});
