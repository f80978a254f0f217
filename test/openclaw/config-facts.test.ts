import { describe, expect, test } from 'vitest';
import { configFacts, normalizeAgentId } from '../../src/openclaw/config-facts.ts';
import type { JsonObject } from '../../src/openclaw/config-file.ts';

const facts = (config: object) => configFacts(config as JsonObject);

/** Models of an agent of the list, or of the defaults. */
function refs(config: object, id?: string): string[] {
  const read = facts(config);
  const agent = read.agents.find((candidate) => candidate.id === id) ?? null;
  return read.routes(agent).map(({ use, provider, model }) => `${use} ${provider}/${model}`);
}

test.each([
  ['main', 'main'],
  ['  Ops ', 'ops'],
  ['Ops Bot', 'ops-bot'],
  ['a__b-c', 'a__b-c'],
  ['-x-', 'x'],
  ['ü!x', 'x'],
  ['a'.repeat(70), 'a'.repeat(64)],
  ['', 'main'],
  ['   ', 'main'],
  ['!!!', 'main'],
  ['__proto__', '__proto__'],
])('the agent id %j is %j', (id, expected) => {
  expect(normalizeAgentId(id)).toBe(expected);
});

describe('agents', () => {
  test('stand in a list or, later, in entries', () => {
    expect(
      facts({ agents: { list: [{ id: 'A' }, { id: 'b', agentDir: ' /x ' }] } }).agents,
    ).toMatchObject([
      { id: 'a', dir: null },
      { id: 'b', dir: '/x' },
    ]);
    expect(facts({ agents: { entries: { A: {}, b: null } } }).agents).toMatchObject([
      { id: 'a' },
      { id: 'b' },
    ]);
  });

  test('of one id are one agent, the first', () => {
    const list = [
      { id: 'a', agentDir: '/1' },
      { id: ' A ', agentDir: '/2' },
    ];
    expect(facts({ agents: { list, entries: { a: { agentDir: '/3' } } } }).agents).toMatchObject([
      { id: 'a', dir: '/1' },
    ]);
  });

  test.each([5, 'x', null, [5, null, 'x', {}, { id: 5 }], { a: 1 }])(
    'in a list like %j are none',
    (list) => {
      expect(facts({ agents: { list } }).agents).toEqual([]);
    },
  );
});

describe('models', () => {
  const model = { primary: 'anthropic/a', fallbacks: ['openai/b'] };

  test.each<[string, object, string[]]>([
    ['none', {}, []],
    ['a text', { model: 'openai/x' }, ['default openai/x']],
    ['primary and fallbacks', { model }, ['default anthropic/a', 'fallback openai/b']],
    [
      'image and its fallbacks',
      { imageModel: { primary: 'google/i', fallbacks: ['openai/j'] } },
      ['image google/i', 'image openai/j'],
    ],
    ['utility', { utilityModel: 'openrouter/auto' }, ['utility openrouter/auto']],
    ['no utility', { utilityModel: '' }, []],
    ['blanks', { model: { primary: '  ', fallbacks: [' ', 5] } }, []],
    ['a model with slashes', { model: 'openrouter/x/y' }, ['default openrouter/x/y']],
    ['a folded provider', { model: ' Z.AI/glm ' }, ['default zai/glm']],
    ['no slash', { model: 'claude-x' }, ['default anthropic/claude-x']],
    ['no provider', { model: '/x' }, []],
    ['no model', { model: 'x/' }, []],
    [
      'an alias',
      { model: 'Opus', models: { 'openai/o': { alias: ' opus ' } } },
      ['default openai/o'],
    ],
  ])('%s', (_, defaults, expected) => {
    expect(refs({ agents: { defaults } })).toEqual(expected);
  });

  test.each<[string, unknown, string[]]>([
    ['no model of its own', undefined, ['default anthropic/a', 'fallback openai/b']],
    ['a text', 'google/c', ['default google/c', 'fallback openai/b']],
    ['a primary', { primary: 'google/c' }, ['default google/c', 'fallback openai/b']],
    ['fallbacks', { fallbacks: ['xai/d'] }, ['default anthropic/a', 'fallback xai/d']],
    ['an empty list of fallbacks', { fallbacks: [] }, ['default anthropic/a']],
  ])('an agent with %s', (_, own, expected) => {
    const config = { agents: { defaults: { model }, list: [{ id: 'ops', model: own }] } };
    expect(refs(config, 'ops')).toEqual(expected);
  });

  test('the keys of agents.defaults.models are not in use', () => {
    expect(refs({ agents: { defaults: { models: { 'openai/x': {} } } } })).toEqual([]);
  });

  test.each([
    [{}, {}, true],
    [{ utilityModel: '' }, {}, false],
    [{ utilityModel: 'x/y' }, {}, false],
    [{}, { utilityModel: '' }, false],
    [{ utilityModel: 'x/y' }, { utilityModel: '' }, false],
  ])(
    'defaults %j and agent %j: the preset utility model is used: %s',
    (defaults, own, expected) => {
      const read = facts({ agents: { defaults, list: [{ id: 'ops', ...own }] } });
      expect(read.usesPresetUtility(read.agents[0] ?? null)).toBe(expected);
    },
  );
});

test('orders and declared profiles are listed by folded provider, other shapes are absent', () => {
  const { order, declared } = facts({
    auth: {
      order: { 'Z.AI': [' a ', '', 5, 'b'], x: 'text' },
      profiles: {
        a: { provider: ' Z.AI ', mode: 'token' },
        b: { provider: 5, mode: 'token' },
        c: 5,
      },
    },
  });
  expect([...order]).toEqual([['zai', ['a', 'b']]]);
  expect([...declared]).toEqual([['a', { provider: 'zai', mode: 'token' }]]);
});

test.each([
  ['sk', 'text'],
  ['  ', 'none'],
  [undefined, 'none'],
  [5, 'none'],
  [{ source: 'env', id: 'X' }, 'reference'],
])('an apiKey of %j counts as %s', (apiKey, expected) => {
  const { providers } = facts({ models: { providers: { 'Open AI': { apiKey } } } });
  expect(providers.get('open ai')?.apiKey).toBe(expected);
});

test.each<[string, Record<string, object>, string]>([
  ['the one of the very name', { Acme: { apiKey: 'k' }, acme: {} }, 'none'],
  ['the one of the very name, first', { acme: { apiKey: 'k' }, Acme: {} }, 'text'],
  ['else the first', { ACME: { apiKey: 'k' }, Acme: {} }, 'text'],
])('of several entries of a provider counts %s', (_, providers, expected) => {
  expect(facts({ models: { providers } }).providers.get('acme')?.apiKey).toBe(expected);
});

test.each([null, 5, 'x', [], { agents: 5, auth: [], models: 'x', secrets: null, env: 5 }])(
  'a config like %j has no facts and breaks nothing',
  (config) => {
    const read = configFacts((config ?? {}) as JsonObject);
    expect([read.agents, read.routes(null), read.order.size]).toEqual([[], [], 0]);
  },
);

test.each(['constructor', '__proto__', 'toString'])(
  'names like %s are names like any other',
  (name) => {
    const config = JSON.parse(
      `{"auth":{"order":{"${name}":["x"]},"profiles":{"${name}":{"provider":"${name}","mode":"token"}}},
      "models":{"providers":{"${name}":{"apiKey":"k"}}},
      "agents":{"defaults":{"model":"${name}/m","models":{"${name}/m":{"alias":"${name}"}}}}}`,
    ) as JsonObject;
    const read = configFacts(config);
    const provider = name.toLowerCase();
    expect(read.order.get(provider)).toEqual(['x']);
    expect(read.declared.get(name)?.provider).toBe(provider);
    expect(read.providers.get(provider)?.apiKey).toBe('text');
    expect(read.routes(null)).toMatchObject([{ provider, model: 'm' }]);
  },
);
