// The words in which `explain` speaks, of one language.
import { englishTimes, formatTime, fromNow, type Times } from '../core/moment.ts';
import { toIso } from '../core/iso.ts';
import { explainPhrases, type ExplainPhrases } from '../core/phrases/explain-phrases.ts';
import { findingPhrases, type FindingPhrases } from '../core/phrases/finding-phrases.ts';
import { incidentPhrases, type IncidentPhrases } from '../core/phrases/incident-phrases.ts';
import { rulePhrases, type RulePhrases } from '../core/phrases/rule-phrases.ts';
import { textPhrases, type TextPhrases } from '../core/phrases/text-phrases.ts';
import type { FindingCode } from '../core/finding.ts';
import type { Tongue } from './tongue.ts';

export interface ExplainWords {
  readonly words: ExplainPhrases;
  readonly rules: RulePhrases;
  readonly about: FindingPhrases['about'];
  readonly incidents: Readonly<Record<FindingCode, IncidentPhrases>>;
  readonly text: TextPhrases;
  readonly times: Times;
}

export function explainWords(tongue: Tongue | null): ExplainWords {
  return {
    words: tongue?.explain ?? explainPhrases,
    rules: tongue?.rules ?? rulePhrases,
    about: tongue?.findings.about ?? findingPhrases.about,
    incidents: tongue?.speech.alerts.incidents ?? incidentPhrases,
    text: tongue?.report.text ?? textPhrases,
    times: tongue?.findings.times ?? englishTimes,
  };
}

/** `2026-11-21 09:30Z (2 h ago)`; both epoch ms. */
export function momentWords(at: number, now: number, times: Times): string {
  return `${formatTime(toIso(at))} (${fromNow(at, now, times)})`;
}
