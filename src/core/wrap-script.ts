// Breaks texts of scripts that put no blanks between their words: Chinese between characters, Burmese
// between syllables.
import { columnsOf, takeColumns } from './terminal.ts';

/**
 * What stays together: a Chinese character with what closes behind it and opens before it, a Burmese
 * syllable (a consonant that no virama binds to the one before, and all up to the next such), or a run
 * of anything else with what opens before it.
 */
const PIECE =
  /(?:[（《「『【“]{0,3}(?![（《「『【])[\u2e80-\u9fff\uff01-\uff60][，。、；：！？）》」』】”…]*|[\u1000-\u109f](?:[\u102b-\u103e\u105e-\u1060၊။]|(?<=\u1039).|[\u1000-\u1021](?=[\u1037\u1039\u103a]))*|[（《「『【“]{0,3}[^\u1000-\u109f\u2e80-\u9fff\uff01-\uff60（《「『【“]+[，。、；：！？）》」』】]*|.)(?:\u00a0\S+)?/gu;

/** Lines of at most `columns` columns; blanks are where to break first. */
export function wrapScript(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let gap = line === '' ? '' : ' ';
    for (const piece of columnsOf(line + gap + word) <= columns ? [word] : piecesOf(word)) {
      if (columnsOf(line + gap + piece) <= columns) {
        line += gap + piece;
      } else {
        if (line !== '') lines.push(line);
        line = piece;
        while (columnsOf(line) > columns) {
          const head = takeColumns(line, columns);
          if (head === '') break;
          lines.push(head);
          line = line.slice(head.length);
        }
      }
      gap = '';
    }
  }
  return [...lines, line];
}

function piecesOf(word: string): readonly string[] {
  return word.match(PIECE) ?? [word];
}
