// Simplified Chinese.
import type { Language } from '../../core/phrases/language.ts';
import { alerts } from './alerts.ts';
import { profiles } from './profiles.ts';
import { providers } from './providers.ts';
import { remedies } from './remedies.ts';
import { report } from './report.ts';
import { number, times } from './times.ts';

export const zhHans: Language = {
  lang: 'zh-Hans',
  findings: {
    times,
    about: { ...profiles, ...providers },
    remedy: remedies,
    theProvider: '提供商',
    andMore: (names, more) => `${names} 等，另有 ${number(more)} 个`,
    reasons: report.text.faults,
  },
  alerts,
  report,
};
