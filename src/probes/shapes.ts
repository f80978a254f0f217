// Recognises the answers of providers: what is not one of these shapes came from somebody else.
import { type Answer, fields } from './answer.ts';
import { VALID } from './classify.ts';
import type { Judgement, ProbeFacts } from './probe.ts';

type Accept = (body: unknown, answer: Answer) => Judgement | null;

/** OpenAI's list of models, which many providers copy. */
export const openAiList: Accept = (body) =>
  fields(body)['object'] === 'list' && Array.isArray(fields(body)['data']) ? VALID : null;

/**
 * For endpoints whose demand for a key is not proved: a refusal counts as such, since a public endpoint
 * has nothing to refuse, but an acceptance is only likely.
 */
export function unproved(accept: Accept): Accept {
  return (body, answer) => {
    const judgement = accept(body, answer);
    return judgement?.outcome === 'accepted' ? { ...judgement, confidence: 'likely' } : judgement;
  };
}

/** A working credential about which the provider told more; facts that it left out are dropped. */
export function validWith(facts: Readonly<Record<string, number | undefined>>): Judgement {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return known.length === 0 ? VALID : { ...VALID, facts: Object.fromEntries(known) as ProbeFacts };
}

/** Epoch ms of an ISO time; undefined for anything else, null ("never") included. */
export function isoTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}
