// Reads the config file: JSON or JSON5, strictly, with every fault at once and no value in any of them.
import type * as z from 'zod';
import { fault } from '../core/fault.ts';
import { ConfigError } from '../core/errors.ts';
import type { Remark } from '../core/phrases/remark-phrases.ts';
import type { World } from '../world.ts';
import { faultsOf, wordIssue } from './config-faults.ts';
import { buildConfigSchema, type Config } from './config-schema.ts';
import { isReadableByOthers, readOwnFile } from './own-file.ts';
import { scheduleFault } from './schedule-fault.ts';
import { secretOptions, type SecretOption } from './secret-options.ts';

const MAX_BYTES = 1024 * 1024;

export interface LoadedConfig {
  readonly config: Config;
  /** Allowed, but worth a word; without any value. */
  readonly warnings: readonly Remark[];
  /** Every secret option of the config, for looking all of them up. */
  readonly secrets: readonly SecretOption[];
}

/**
 * Loads and validates a config file. `notifierSchemas` gives the schemas for channels by their types as
 * they stand in the file. A file that cannot be read or parsed, and
 * any fault in it, is a ConfigError that lists all faults.
 */
export async function loadConfig(
  world: World,
  path: string,
  notifierSchemas: (types: readonly unknown[]) => Promise<readonly z.ZodObject[]>,
): Promise<LoadedConfig> {
  const file = readOwnFile(world.files, path, MAX_BYTES);
  if (!file.ok) throw new ConfigError(path, [file.reason]);
  const raw = await parseText(path, file.text);
  const schema = buildConfigSchema(await notifierSchemas(typesIn(raw)), world.home);
  const parsed = schema.safeParse(raw, { error: wordIssue });
  const schedule = await scheduleFault(Object(raw).schedule, world.now());
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error, raw, schema)),
    ...(schedule === null ? [] : [schedule]),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(path, faults);
  const secrets = secretOptions(schema, raw);
  const isOpen = isReadableByOthers(file.mode, world.platform);
  const warnings = isOpen
    ? secrets.filter(isLiteral).map(
        ({ where }): Remark =>
          ({ secretInConfig }) =>
            secretInConfig(path, where),
      )
    : [];
  return { config: parsed.data, warnings, secrets };
}

/** The `type` of every channel in a raw config, whatever it is. */
function typesIn(raw: unknown): readonly unknown[] {
  const { notifiers } = Object(raw) as { notifiers?: unknown };
  return Array.isArray(notifiers)
    ? notifiers.map((entry: unknown) => (Object(entry) as { type?: unknown }).type)
    : [];
}

async function parseText(path: string, text: string): Promise<unknown> {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // JSON is the faster subset; only what it refuses is worth loading JSON5 for.
  }
  const { default: JSON5 } = await import('json5');
  try {
    return JSON5.parse<unknown>(text);
  } catch (error) {
    // JSON5's own message repeats a character of the text.
    const { lineNumber, columnNumber } = error as { lineNumber?: number; columnNumber?: number };
    throw new ConfigError(path, [
      fault('at', `${path}:${lineNumber}:${columnNumber}`, fault('notJson5')),
    ]);
  }
}

function isLiteral({ source }: SecretOption): boolean {
  return typeof source === 'string';
}
