// Recognises the answers of providers: what is not one of these shapes came from somebody else.
import { SECOND_MS } from '../core/duration.ts';
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

type Told = Readonly<Record<string, string | number | boolean | undefined>>;

/** What the provider told beside its verdict; undefined when that is nothing. */
export function told(facts: Told): { readonly facts?: ProbeFacts } {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return known.length === 0 ? {} : { facts: Object.fromEntries(known) as ProbeFacts };
}

/** A working credential about which the provider told more; facts that it left out are dropped. */
export function validWith(facts: Told): Judgement {
  return { ...VALID, ...told(facts) };
}

/** Epoch ms of an ISO time; undefined for anything else, null ("never") included. */
export function isoTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

/** Epoch ms of a time in seconds; undefined for anything that is no time of this calendar. */
export function unixTime(value: unknown): number | undefined {
  const seconds = amount(value);
  const isTime = seconds !== undefined && seconds > 0 && seconds <= 8_640_000_000_000;
  return isTime ? seconds * SECOND_MS : undefined;
}

/** A finite number, or a text that is one (`"12.50"`); undefined for anything else. */
export function amount(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value);
  const number = isText ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A name of a plan, role or currency; undefined for anything that could be more than a name. */
export function plainWord(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][\w-]{0,31}$/.test(value) ? value : undefined;
}
