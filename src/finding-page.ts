// Reads the page of a finding code from the documentation that is shipped with the program.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingCode } from './core/finding.ts';

/** Beside the chunks of the built program. */
const FOLDER = join(import.meta.dirname, '..', 'findings');

/** What stands under one heading, or before the first. */
export interface PageSection {
  readonly heading: string | null;
  readonly blocks: readonly PageBlock[];
}

/** A paragraph on one line, freed from Markdown; or lines to paste. */
export type PageBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] };

/** The page of a code; only a broken installation lacks one. */
export function readFindingPage(code: FindingCode): readonly PageSection[] {
  return parsePage(readFileSync(join(FOLDER, `${code}.md`), 'utf8'));
}

/** Takes the plain Markdown of our own pages apart: headings, paragraphs, fenced blocks. */
function parsePage(markdown: string): readonly PageSection[] {
  const [, ...body] = markdown.split('\n');
  const sections: { heading: string | null; blocks: PageBlock[] }[] = [];
  const current = () => sections.at(-1) ?? startSection(sections, null);
  let paragraph: string[] = [];
  let code: string[] | null = null;
  const endParagraph = (): void => {
    if (paragraph.length > 0) current().blocks.push({ kind: 'text', text: plain(paragraph) });
    paragraph = [];
  };
  for (const line of [...body, '']) {
    if (code !== null) {
      if (line.startsWith('```')) {
        current().blocks.push({ kind: 'code', lines: code });
        code = null;
      } else code.push(line);
    } else if (line.startsWith('```')) {
      endParagraph();
      code = [];
    } else if (line.startsWith('## ')) {
      endParagraph();
      startSection(sections, line.slice(3));
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(line);
  }
  return sections;
}

function startSection(
  sections: { heading: string | null; blocks: PageBlock[] }[],
  heading: string | null,
) {
  const section = { heading, blocks: [] };
  sections.push(section);
  return section;
}

function plain(lines: readonly string[]): string {
  return lines
    .join(' ')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '')
    .replaceAll('`', '');
}
