// Every page of the documentation, with what stands in it.
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../../build/paths.mjs';

export interface Page {
  /** Below the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Block {
  /** The word after the fence. */
  readonly language: string;
  readonly lines: readonly string[];
}

export const pages: readonly Page[] = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${root}/docs`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
].map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

export function blocksOf({ text }: Page): readonly Block[] {
  return [...text.matchAll(FENCE)].map(([, language = '', body = '']) => ({
    language,
    lines: body.split('\n'),
  }));
}

/** The page without its fenced blocks. */
export function proseOf({ text }: Page): string {
  return text.replaceAll(FENCE, '');
}
