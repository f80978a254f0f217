// What commands tell at a terminal, in Simplified Chinese.
import type { ScreenPhrases } from '../../core/phrases/screen-phrases.ts';
import { alerting } from './alerting.ts';
import { doctor } from './doctor.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { rules } from './rules.ts';

export const screens: ScreenPhrases = { alerting, doctor, explain, init, rules };
