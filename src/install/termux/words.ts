// What the scripts on a phone say, as a file that a shell reads.
import type { InstallPhrases } from '../../core/phrases/install-phrases.ts';
import { shellQuoted } from './places.ts';

/** One variable for each sentence: `lastRun` becomes `SAY_LAST_RUN`. */
export function wordsText({ phone }: Pick<InstallPhrases, 'phone'>): string {
  return [
    '# What the scripts beside this file say. `install termux` writes it, in your language.',
    ...Object.entries(phone).map(
      ([name, sentence]) => `${variableOf(name)}=${shellQuoted(sentence)}`,
    ),
    '',
  ].join('\n');
}

function variableOf(name: string): string {
  return `SAY_${name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`;
}
