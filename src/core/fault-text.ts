// Lets faults travel through zod, which carries its messages as text.
import { fault, type Fault } from './fault.ts';
import type { wishPhrases } from './phrases/wish-phrases.ts';

type PlainWish = {
  [Name in keyof typeof wishPhrases]: (typeof wishPhrases)[Name] extends string ? Name : never;
}[keyof typeof wishPhrases];

/** Faults as the message of one zod issue. */
export function asMessage(...faults: readonly Fault[]): string {
  return JSON.stringify(faults);
}

/** The message of a schema that expects something else. */
export function expecting(wish: PlainWish | Fault): string {
  return asMessage(fault('expected', typeof wish === 'string' ? fault(wish) : wish));
}

/** The faults in the message of a zod issue; words that zod or a package has by itself stay as they are. */
export function faultsIn(message: string): readonly Fault[] {
  return message.startsWith(OURS)
    ? (JSON.parse(message) as readonly Fault[])
    : [fault('said', message)];
}

const OURS = '[{"says":';
