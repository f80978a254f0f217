// Finds the secret options in a config, so that literals can be warned of and all secrets looked up at once.
import * as z from 'zod';
import type { SecretSource } from '../core/secret-source.ts';

/** A secret option as given, and where it stands: `notifiers[0].smtp.password`. */
export interface SecretOption {
  readonly where: string;
  readonly source: SecretSource;
}

/** Every secret option of a valid raw config, in the order of the schema. */
export function secretOptions(schema: z.core.$ZodType, raw: unknown): readonly SecretOption[] {
  return [...walk(schema, raw, '')];
}

function* walk(schema: z.core.$ZodType, value: unknown, where: string): Iterable<SecretOption> {
  if (value === undefined || value === null) return;
  const { def } = (schema as z.core.$ZodTypes)._zod;
  // Optional, default, readonly and their like.
  if ('innerType' in def) yield* walk(def.innerType, value, where);
  else if (def.type === 'pipe') yield* walk(def.in, value, where);
  else if (def.type === 'object') {
    for (const [key, inner] of Object.entries(def.shape)) {
      yield* walk(inner, (value as Record<string, unknown>)[key], where ? `${where}.${key}` : key);
    }
  } else if (def.type === 'record') {
    for (const [index, inner] of Object.values(value).entries()) {
      yield* walk(def.valueType, inner, `${where}[key ${index + 1}]`);
    }
  } else if (def.type === 'array') {
    for (const [index, inner] of (value as unknown[]).entries()) {
      yield* walk(def.element, inner, `${where}[${index}]`);
    }
  } else if (def.type === 'union') {
    if (isSecretSource(def.options)) yield { where, source: value as SecretSource };
    else {
      const branch = def.options.find((option) => z.safeParse(option, value).success);
      if (branch) yield* walk(branch, value, where);
    }
  }
}

/** Known by its `{ credential }` branch: descriptions clone a schema, so identity would not tell. */
function isSecretSource(options: readonly z.core.$ZodType[]): boolean {
  return options.some((option) => {
    const { def } = (option as z.core.$ZodTypes)._zod;
    return def.type === 'object' && 'credential' in def.shape;
  });
}
