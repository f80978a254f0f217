// What the report formats for people speak in.
import type { AboutPhrases } from './about-phrases.ts';
import type { MarkdownPhrases } from './markdown-phrases.ts';
import type { PagePhrases } from './page-phrases.ts';
import type { TextPhrases } from './text-phrases.ts';

export interface ReportPhrases {
  readonly text: TextPhrases;
  readonly about: AboutPhrases;
  readonly markdown: MarkdownPhrases;
  readonly page: PagePhrases;
}
