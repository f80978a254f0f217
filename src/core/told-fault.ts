// Makes sentences of faults, in the language of the sentences given; English where nothing else is wanted.
import type { MonitorError } from './errors.ts';
import type { Fault } from './fault.ts';
import { faultPhrases, type FaultPhrases } from './phrases/fault-phrases.ts';

/** One fault in words. */
export function wordsOf({ says, parts }: Fault, phrases: FaultPhrases = faultPhrases): string {
  const phrase = phrases[says];
  if (typeof phrase === 'string') return phrase;
  const words = parts.map((part) =>
    typeof part === 'object' && part !== null ? wordsOf(part, phrases) : part,
  );
  // Which parts belong to which sentence was checked where the fault was made.
  return (phrase as (...parts: readonly unknown[]) => string)(...words);
}

/** An error in words: what happened, then the faults one by one, a line each. */
export function linesOf(
  { fault, faults }: MonitorError,
  phrases: FaultPhrases = faultPhrases,
): readonly [string, ...string[]] {
  return [wordsOf(fault, phrases), ...faults.map((one) => `  - ${wordsOf(one, phrases)}`)];
}

/** An error in English, for the log and for what stays in English. */
export function inEnglish(error: MonitorError): string {
  return linesOf(error).join('\n');
}
