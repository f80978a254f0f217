// What install notes in a file of settings, for uninstall: which directories were not there before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Facts {
  /** The directory of the state, when it was not there before. */
  readonly state: string | null;
  /** The config, when install wrote it. */
  readonly config: string | null;
  /** Other directories that were not there before. */
  readonly made: readonly string[];
}

/** Comments of a shell. */
export function factLines({ state, config, made }: Facts): readonly string[] {
  return [
    ...(state === null ? [] : [`# state: ${state}`]),
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
    state: all('state')[0] ?? null,
    config: all('config')[0] ?? null,
    made: all('made'),
  };
}
