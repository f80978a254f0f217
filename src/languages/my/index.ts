// Burmese.
import type { Language } from '../../core/phrases/language.ts';
import { alerts } from './alerts.ts';
import { profiles } from './profiles.ts';
import { providers } from './providers.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { number, times } from './times.ts';

export const my: Language = {
  lang: 'my',
  findings: {
    times,
    about: { ...profiles, ...providers },
    remedy: remedies,
    theProvider: 'provider',
    andMore: (names, more) => `${names} နှင့် နောက်ထပ် ${number(more)} ခု`,
    reasons: report.text.faults,
  },
  alerts,
  report,
};
