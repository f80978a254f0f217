// Everything that is said about findings. English is the type: what a language lacks does not compile.
import { englishTimes, type Times } from '../moment.ts';
import { profilePhrases, type ProfilePhrases } from './profile-phrases.ts';
import { providerPhrases, type ProviderPhrases } from './provider-phrases.ts';
import { remedyPhrases, type RemedyPhrases } from './remedy-phrases.ts';

export interface FindingPhrases {
  readonly times: Times;
  readonly about: ProfilePhrases & ProviderPhrases;
  readonly remedy: RemedyPhrases;
  readonly theProvider: string;
  /** `a, b and 2 more`. */
  readonly andMore: (names: string, more: number) => string;
  /** OpenClaw's and providers' words for a reason; one without an entry is said with blanks. */
  readonly reasons: Readonly<Record<string, string>>;
}

export const findingPhrases: FindingPhrases = {
  times: englishTimes,
  about: { ...profilePhrases, ...providerPhrases },
  remedy: remedyPhrases,
  theProvider: 'the provider',
  andMore: (names, more) => `${names} and ${more} more`,
  reasons: {},
};
