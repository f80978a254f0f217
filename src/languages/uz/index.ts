// Uzbek.
import type { Language } from '../../core/phrases/language.ts';
import { alerts } from './alerts.ts';
import { profiles } from './profiles.ts';
import { providers } from './providers.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { number, times } from './times.ts';

export const uz: Language = {
  lang: 'uz',
  findings: {
    times,
    about: { ...profiles, ...providers },
    remedy: remedies,
    theProvider: 'provayder',
    andMore: (names, more) => `${names} va yana ${number(more)} ta`,
    reasons: report.text.faults,
  },
  alerts,
  report,
};
