// Holds a config against the shapes of an era: unknown fields, missing ones, fields of another kind.
import { isObject, type Json, type JsonObject } from './config-file.ts';
import type { Shape } from './config-shapes.ts';

const KINDS: Readonly<Record<string, (value: Json) => boolean>> = {
  text: (value) => typeof value === 'string',
  obj: isObject,
  list: Array.isArray,
  bool: (value) => typeof value === 'boolean',
  num: (value) => typeof value === 'number',
  int: Number.isInteger,
};

interface Field {
  readonly kind: string;
  readonly isNeeded: boolean;
}

/** What of `config` fits no shape, without any value of it; at most one text per place. */
export function shapeFaults(config: JsonObject, shapes: readonly Shape[]): string[] {
  return shapes.flatMap(([path, fields]) => {
    const known = new Map(fields.split(' ').map(fieldOf));
    return placesAt(config, path === '' ? [] : path.split('.'), '').flatMap(({ value, place }) =>
      faultsOf(value, known, place === '' ? 'the top level' : place),
    );
  });
}

function fieldOf(text: string): [string, Field] {
  const [name = '', kind = ''] = text.split(':');
  const isNeeded = name.endsWith('!');
  return [isNeeded ? name.slice(0, -1) : name, { kind, isNeeded }];
}

function faultsOf(value: JsonObject, known: ReadonlyMap<string, Field>, place: string): string[] {
  const unknown = Object.keys(value).filter((key) => !known.has(key)).length;
  const odd = [...known].filter(([name, { kind, isNeeded }]) => {
    const held = Object.hasOwn(value, name) ? value[name] : undefined;
    return held === undefined ? isNeeded : KINDS[kind]?.(held) === false;
  });
  return [
    ...(unknown > 0 ? [`${unknown} unknown key(s) in ${place}`] : []),
    ...odd.map(([name]) => `${place}.${name} is missing or of a wrong kind`),
  ];
}

interface Place {
  readonly value: JsonObject;
  readonly place: string;
}

/** The objects at a path, as far as there are any. */
function placesAt(value: Json | undefined, path: readonly string[], place: string): Place[] {
  const [step, ...rest] = path;
  if (step === undefined) return isObject(value) ? [{ value, place }] : [];
  if (step !== '*') {
    const below = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    return placesAt(below, rest, place === '' ? step : `${place}.${step}`);
  }
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item) => placesAt(item, rest, `${place}[]`));
  }
  if (!isObject(value)) return [];
  return Object.values(value).flatMap((item) => placesAt(item, rest, `${place}.*`));
}
