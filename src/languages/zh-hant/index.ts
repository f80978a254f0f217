// Traditional Chinese.
import type { Language } from '../../core/phrases/language.ts';
import { alerts } from './alerts.ts';
import { profiles } from './profiles.ts';
import { providers } from './providers.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { number, times } from './times.ts';

export const zhHant: Language = {
  lang: 'zh-Hant',
  findings: {
    times,
    about: { ...profiles, ...providers },
    remedy: remedies,
    theProvider: '供應商',
    andMore: (names, more) => `${names} 等，另有 ${number(more)} 個`,
    reasons: report.text.faults,
  },
  alerts,
  report,
};
