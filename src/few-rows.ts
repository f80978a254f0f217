// Decides when a person sees every profile without having asked: when there are few. On the hot path.
import type { ReportRows } from './report-rows.ts';

/** As many rows as fit a screen beside what is wrong. */
export const FEW_PROFILES = 16;

/** Holds on to what is judged as long as it is little; its rows are made only in the end. */
export class FewRows {
  readonly #open: () => Promise<ReportRows>;
  readonly #kept: Parameters<ReportRows['add']>[] = [];
  #profileCount = 0;

  constructor(open: () => Promise<ReportRows>) {
    this.#open = open;
  }

  add(...judged: Parameters<ReportRows['add']>): void {
    this.#profileCount += judged[1].length;
    if (this.#profileCount <= FEW_PROFILES) this.#kept.push(judged);
  }

  /** Null when there are more than few. */
  async rows(): Promise<ReportRows | null> {
    if (this.#profileCount > FEW_PROFILES) return null;
    const rows = await this.#open();
    for (const judged of this.#kept) rows.add(...judged);
    return rows;
  }
}
