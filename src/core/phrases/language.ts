// A language: everything that people are told, in it. What is missing does not compile.
import type { Lang } from '../lang.ts';
import type { AlertPhrases } from './alert-phrases.ts';
import type { FindingPhrases } from './finding-phrases.ts';
import type { ReportPhrases } from './report-phrases.ts';

export interface Language {
  readonly lang: Lang;
  readonly findings: FindingPhrases;
  readonly alerts: AlertPhrases;
  readonly report: ReportPhrases;
}
