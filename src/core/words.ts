// The words for every finding code; a code without words does not compile.
import type { FindingCode } from './finding.ts';
import { credentialWords } from './words/credential.ts';
import { expiryWords } from './words/expiry.ts';
import { providerAnswerWords } from './words/provider-answer.ts';
import { setupWords } from './words/setup.ts';
import type { Words } from './words/told.ts';
import { usabilityWords } from './words/usability.ts';

export const words: Readonly<Record<FindingCode, Words>> = {
  ...expiryWords,
  ...credentialWords,
  ...usabilityWords,
  ...providerAnswerWords,
  ...setupWords,
};
