// Holds what the last run found and answers each path with it; every answer is made once a run.
import { createHash } from 'node:crypto';
import type { History } from '../core/history.ts';
import type { MonitorError } from '../core/errors.ts';
import { escapeHtml } from '../core/html.ts';
import { toIso } from '../core/iso.ts';
import type { Report } from '../core/report.ts';
import { renderReport, type ReporterName } from '../reporters/index.ts';
import { STYLE } from '../reporters/page/style.ts';
import type { View } from '../reporters/reporter.ts';
import { pagePhrases } from '../core/phrases/page-phrases.ts';
import type { FaultPhrases } from '../core/phrases/fault-phrases.ts';
import type { ReportPhrases } from '../core/phrases/report-phrases.ts';
import { textPhrases } from '../core/phrases/text-phrases.ts';
import { visible } from '../core/terminal.ts';
import { linesOf } from '../core/told-fault.ts';
import { healthOf, type Pulse } from './health.ts';

export interface Answer {
  readonly status: 200 | 404 | 503;
  readonly type: string;
  readonly body: string;
  /** Changes with the body; null for what is always new. */
  readonly tag: string | null;
}

/** What there is to show; replaced as a whole after each run. */
export interface Shown {
  readonly report: Report;
  /** The same with the profile ids that metrics may show. */
  readonly metrics: Report;
  readonly history: History | undefined;
}

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

const PAGES: Readonly<
  Record<
    string,
    { readonly format: ReporterName; readonly of: 'report' | 'metrics'; readonly type: string }
  >
> = {
  '/': { format: 'html', of: 'report', type: HTML },
  '/api/report': { format: 'json', of: 'report', type: JSON_TYPE },
  '/metrics': {
    format: 'prometheus',
    of: 'metrics',
    type: 'text/plain; version=0.0.4; charset=utf-8',
  },
};

const PLAIN_VIEW: View = { color: false, width: null, unicode: true, verbose: false, quiet: false };

/** The language in which people read the page; programs get English. */
export interface Tongue {
  /** English when absent. */
  readonly phrases?: ReportPhrases;
  readonly faults?: FaultPhrases;
  retell(report: Report): Report;
}

/** What is served; between runs it costs no more than its texts. */
export class Board {
  readonly #pulse: () => Pulse;
  readonly #now: () => number;
  readonly #tongue: Tongue;
  #shown: Shown | null = null;
  #fault: MonitorError | null = null;
  #made = new Map<string, Promise<string>>();

  constructor(pulse: () => Pulse, now: () => number, tongue: Tongue) {
    this.#pulse = pulse;
    this.#now = now;
    this.#tongue = tongue;
  }

  /** A run came to a verdict. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#fault = null;
    this.#made.clear();
  }

  /** A run came to none: what is shown is older than it should be, and says so. */
  fail(error: MonitorError): void {
    this.#fault = error;
    this.#made.clear();
  }

  /** The answer to a path; null where there is nothing. */
  async answer(path: string): Promise<Answer | null> {
    if (path === '/healthz') return this.#health();
    const page = Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
    if (page === undefined) return null;
    const { format, of, type } = page;
    const shown = this.#shown;
    if (shown === null) return this.#notYet(type);
    const made = this.#made.get(path) ?? this.#make(format, shown[of], this.#view(shown));
    this.#made.set(path, made);
    return { status: 200, type, body: await made, tag: `"${this.#tag(shown)}"` };
  }

  async #make(format: ReporterName, report: Report, view: View): Promise<string> {
    if (format !== 'html') return renderReport(format, report, view);
    const { phrases, retell } = this.#tongue;
    return renderReport(format, retell(report), phrases ? { ...view, phrases } : view);
  }

  #notYet(type: string): Answer {
    const answer = (body: string, as = type): Answer => ({
      status: 503,
      type: as,
      body,
      tag: null,
    });
    if (type === JSON_TYPE) {
      return answer(`${JSON.stringify({ error: this.#why() ?? pagePhrases.notYet })}\n`);
    }
    if (type !== HTML) return answer(`${this.#why() ?? pagePhrases.notYet}\n`, TEXT);
    const told = this.#why(this.#tongue.faults);
    if (told !== null) return answer(`${told}\n`, TEXT);
    return answer(notYetPage(this.#tongue.phrases ?? { page: pagePhrases, text: textPhrases }));
  }

  #health(): Answer {
    const health = healthOf(this.#pulse(), this.#now());
    const status = health.status === 'ok' ? 200 : 503;
    return { status, type: JSON_TYPE, body: `${JSON.stringify(health)}\n`, tag: null };
  }

  #view(shown: Shown): View {
    const { nextRunAt } = this.#pulse();
    const live = {
      nextRunAt: nextRunAt === null ? null : toIso(nextRunAt),
      fault: this.#why(this.#tongue.faults),
      tag: this.#tag(shown),
    };
    return { ...PLAIN_VIEW, live, ...(shown.history && { history: shown.history }) };
  }

  /** The first line of what went wrong, which is what there is room for. */
  #why(phrases?: FaultPhrases): string | null {
    return this.#fault && visible(linesOf(this.#fault, phrases)[0]);
  }

  #tag({ report }: Shown): string {
    const what = JSON.stringify([report.generatedAt, this.#why()]);
    return createHash('sha256').update(what).digest('hex').slice(0, 16);
  }
}

/** Reloads itself until there is something to show. */
function notYetPage({ page, text }: Pick<ReportPhrases, 'page' | 'text'>): string {
  const name = escapeHtml(page.name);
  return `<!doctype html>
<html lang="${text.lang}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><title>${name}</title><style>${STYLE}</style></head>
<body><header><h1>${name}</h1></header><main><p class="card gap">${escapeHtml(page.notYet)}</p></main></body></html>
`;
}
