import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { SEVERITY_KEYS } from '../../src/config/severity-table.ts';
import { notifierSchemas, notifierTypes } from '../../src/notifiers/index.ts';

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Node & { readonly oneOf?: readonly Node[] };
}

const schema = configJsonSchema(await notifierSchemas(notifierTypes)) as Node;

test('the schema is a closed draft 2020-12 object in which nothing is required', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of openclaw-auth-monitor',
    type: 'object',
    additionalProperties: false,
  });
  expect(schema.required).toBeUndefined();
});

test('every key of the top level is described', () => {
  const silent = Object.entries(schema.properties ?? {}).filter(([, node]) => !node.description);
  expect(silent).toEqual([]);
});

test('defaults and durations are what one writes, not what is made of it', () => {
  const { warnWithin, policy, schedule } = schema.properties ?? {};
  expect(warnWithin).toMatchObject({ type: 'string', default: '24h' });
  expect(policy?.default).toBe('default');
  expect(schedule?.default).toBe('*/30 * * * *');
});

test('every channel is offered with its own options, and only `type` and what it needs is required', () => {
  const offered = schema.properties?.['notifiers']?.items?.oneOf ?? [];
  expect(offered).toHaveLength(notifierTypes.length);
  for (const channel of offered) {
    expect(channel.additionalProperties).toBe(false);
    expect(channel.required).toContain('type');
    expect(channel.required).not.toContain('minSeverity');
  }
});

test('every variant that a check ranks by itself can be set', () => {
  const known = new Set(SEVERITY_KEYS.map((key) => key.split('.')[1]));
  const ranked = readdirSync('src/checks').flatMap((file) => [
    ...readFileSync(join('src/checks', file), 'utf8').matchAll(/\bvariant: '(\w+)'/g),
  ]);
  expect(ranked.length).toBeGreaterThan(0);
  expect(ranked.filter(([, variant]) => !known.has(variant))).toEqual([]);
});
