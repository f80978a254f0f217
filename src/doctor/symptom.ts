// What a doctor's line is: one thing that was looked at, how it is, and what mends it.

import type { Fault } from '../core/fault.ts';
import type { DoctorPhrases } from '../core/phrases/doctor-phrases.ts';
import type { RemarkPhrases } from '../core/phrases/remark-phrases.ts';
import type { Times } from '../core/moment.ts';

/** `broken`: the monitor does not do its job; `attention`: it does, and a person should know. */
export type State = 'ok' | 'attention' | 'broken';

export type Subject = keyof DoctorPhrases['subjects'];

/** What symptoms are told in. */
export interface Wording {
  readonly words: DoctorPhrases;
  readonly times: Times;
  readonly wordsOf: (fault: Fault) => string;
  readonly remarks: RemarkPhrases;
}

export interface Symptom {
  /** What was looked at: `config`, `channel`, … Grows, does not change its meaning. */
  readonly subject: Subject;
  readonly state: State;
  /** One plain sentence without secrets; foreign text in it may still hold anything. */
  readonly text: string;
  /** Lines to paste; one that starts with `# ` is an advice. */
  readonly fix: readonly string[];
}

export function ok(subject: Subject, text: string): Symptom {
  return { subject, state: 'ok', text, fix: [] };
}

export function attention(subject: Subject, text: string, ...fix: readonly string[]): Symptom {
  return { subject, state: 'attention', text, fix };
}

export function broken(subject: Subject, text: string, ...fix: readonly string[]): Symptom {
  return { subject, state: 'broken', text, fix };
}
