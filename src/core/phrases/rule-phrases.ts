// What the named rules are and do, in English; every language says the same.
import { RULES, type RuleName } from '../rules.ts';

export interface RulePhrases {
  readonly rules: Readonly<Record<RuleName, { readonly what: string; readonly why: string }>>;
  readonly effects: EffectPhrases;
}

/** What a switch of a rule does, as a half sentence. */
const effects = {
  becomes: (severity: string) => `it is ${severity}`,
  strict: 'a login counts by its clock, and every stored profile counts',
  watched: 'this one profile counts',
  everything: 'every stored profile counts',
  leftOut: 'agents outside the config are left out',
  noEvidence: 'what it counted is no evidence',
  noService: 'the service unit is not read',
};

type EffectPhrases = typeof effects;

export const rulePhrases: RulePhrases = { rules: RULES, effects };

/** Tells what a switch does. */
export function effectOf(
  { effects: words }: RulePhrases,
  { effect, severity }: RuleEffect,
): string {
  return effect === 'becomes' ? words.becomes(severity ?? '') : words[effect];
}

/** `severity` goes with `becomes`. */
export interface RuleEffect {
  readonly effect: keyof EffectPhrases;
  readonly severity?: string;
}
