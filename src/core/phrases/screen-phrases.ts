// What commands tell a person at a terminal besides the report; loaded only by the commands that do.
import type { AlertingPhrases } from './alerting-phrases.ts';
import type { DoctorPhrases } from './doctor-phrases.ts';
import type { ExplainPhrases } from './explain-phrases.ts';
import type { InitPhrases } from './init-phrases.ts';
import type { RulePhrases } from './rule-phrases.ts';

export interface ScreenPhrases {
  readonly alerting: AlertingPhrases;
  readonly doctor: DoctorPhrases;
  readonly explain: ExplainPhrases;
  readonly init: InitPhrases;
  readonly rules: RulePhrases;
}
