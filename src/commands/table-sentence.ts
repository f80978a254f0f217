// Which sentences every language has to say of the command table.
import type { AskedSummary } from './init-options.ts';
import type { TableRow } from './table.ts';

/** A sentence of the table, as it stands there; what the wizard asks is among its own phrases. */
export type TableSentence = Exclude<
  | TableRow['summary']
  | TableRow['options'][number]['summary']
  | TableRow['examples'][number]['does']
  | TableRow['exits'],
  AskedSummary
>;
