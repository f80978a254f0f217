// What is wrong, as data: it becomes a sentence in the language of whoever is told. On the hot path.
import type { FaultPhrases } from './phrases/fault-phrases.ts';

/** A sentence by its name, and what goes into it. */
export interface Fault {
  readonly says: keyof FaultPhrases;
  readonly parts: readonly Part[];
}

export type Part = string | number | null | Fault;

/** What a sentence takes; words of it may be a fault of their own. */
type PartsOf<Phrase> = Phrase extends (...parts: infer Parts) => string
  ? {
      readonly [Index in keyof Parts]: Parts[Index] | (string extends Parts[Index] ? Fault : never);
    }
  : readonly [];

/** A fault; a sentence that is missing, and a part too few or too many, do not compile. */
export function fault<Name extends keyof FaultPhrases>(
  says: Name,
  ...parts: PartsOf<FaultPhrases[Name]>
): Fault {
  return { says, parts };
}
