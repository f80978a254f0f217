// Every sentence that an expected fault can be told in, in English; loaded only when one is told.
import { configPhrases } from './config-phrases.ts';
import { setupPhrases } from './setup-phrases.ts';
import { troublePhrases } from './trouble-phrases.ts';
import { usagePhrases } from './usage-phrases.ts';

export const faultPhrases = {
  ...usagePhrases,
  ...setupPhrases,
  ...configPhrases,
  ...troublePhrases,
};

export type FaultPhrases = typeof faultPhrases;
