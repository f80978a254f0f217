// Vietnamese.
import type { Language } from '../../core/phrases/language.ts';
import { alerts } from './alerts.ts';
import { profiles } from './profiles.ts';
import { providers } from './providers.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { number, times } from './times.ts';

export const vi: Language = {
  lang: 'vi',
  findings: {
    times,
    about: { ...profiles, ...providers },
    remedy: remedies,
    theProvider: 'nhà cung cấp',
    andMore: (names, more) => `${names} và ${number(more)} nữa`,
    reasons: report.text.faults,
  },
  alerts,
  report,
};
