// What install notes in a file of settings, for uninstall: which directories were not there before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Facts {
  /** Directories of the state that were not there before. */
  readonly states: readonly string[];
  /** The config, when install wrote it. */
  readonly config: string | null;
  /** Other directories that were not there before. */
  readonly made: readonly string[];
}

/** Comments of a shell. */
export function factLines({ states, config, made }: Facts): readonly string[] {
  return [
    ...states.map((path) => `# state: ${path}`),
    ...(config === null ? [] : [`# config: ${config}`]),
    ...made.map((path) => `# made: ${path}`),
  ];
}

/** What an earlier install has noted in the settings of `dir`. */
export function readFacts(dir: string): Facts {
  const path = join(dir, 'settings');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const all = (word: string): string[] =>
    [...text.matchAll(new RegExp(`^# ${word}: (.+)$`, 'gm'))].map(([, value = '']) => value);
  return {
    states: all('state'),
    config: all('config')[0] ?? null,
    made: all('made'),
  };
}
