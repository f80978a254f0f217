// Names the directories the build reads and writes, and the package it builds.
// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root directory, without a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Where the finished package content lies. */
export const dist = join(root, 'dist');

/** @type {{ name: string, version: string, description: string, bin: Record<string, string> }} */
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Constants that src/version.ts reads; JSON text, as bundlers want them. */
export const constants = {
  __NAME__: JSON.stringify(manifest.name),
  __VERSION__: JSON.stringify(manifest.version),
  __BUILT_AT__: String(Number(process.env['SOURCE_DATE_EPOCH'] ?? Date.now() / 1000) * 1000),
};
