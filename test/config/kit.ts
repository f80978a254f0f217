// Worlds and channels for the config tests: a temporary directory, and schemas like the real channels'.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { channelFields, secretSource } from '../../src/config/option-types.ts';
import { ConfigError } from '../../src/core/errors.ts';
import { realWorld, type World } from '../../src/world.ts';
import { wordsOf } from '../../src/core/told-fault.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');

const email = z.strictObject({
  type: z.literal('email'),
  ...channelFields,
  from: z.email(),
  to: z.array(z.email()).min(1),
  smtp: z.strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    tls: z.enum(['starttls', 'implicit', 'none']).default('starttls'),
    user: z.string().optional(),
    password: secretSource.describe('Login password.').optional(),
  }),
});

const webhook = z
  .strictObject({
    type: z.literal('webhook'),
    ...channelFields,
    url: secretSource,
    secret: z.union([secretSource, z.array(secretSource)]).optional(),
    headers: z.record(z.string(), secretSource).default({}),
  })
  .refine(({ url }) => url !== '', 'no url');

const telegram = z.strictObject({
  type: z.literal('telegram'),
  ...channelFields,
  botToken: secretSource,
  chatId: z.string().min(1),
});

export const channels: readonly z.ZodObject[] = [email, webhook, telegram];

/** A temporary directory with these files (path to text), removed when the test ends. */
export function directoryWith(files: Readonly<Record<string, string>>, mode = 0o600): string {
  const directory = mkdtempSync(join(tmpdir(), 'oam-config-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    chmodSync(path, mode);
  }
  return directory;
}

/** The real files under a made-up environment. */
export function worldWith(changes: Partial<World> = {}): World {
  return { ...realWorld(), env: {}, home: null, platform: 'linux', now: () => NOW, ...changes };
}

/** The faults of a ConfigError in English. */
export function saidFaults({ faults }: ConfigError): readonly string[] {
  return faults.map((fault) => wordsOf(fault));
}

/** The ConfigError that a step ends with. */
export async function faultOf(step: () => unknown): Promise<ConfigError> {
  try {
    await step();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('expected a ConfigError');
}
