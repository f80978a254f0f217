// Writes a moment the way messages name it.
import type { Iso } from './report.ts';
import { label } from './terminal.ts';

const COLUMNS = 120;

/** `2026-11-22 09:30 UTC`. */
export function clock(iso: Iso): string {
  return label(iso.replace(/^(\S{10})T(\d\d:\d\d):\d\d(?:\.\d+)?Z$/, '$1 $2 UTC'), COLUMNS);
}
