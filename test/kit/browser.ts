// A real headless Chromium for the tests of the page; where none is installed they skip and say so.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished, type TestContext } from 'vitest';

const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Everything that keeps Chromium from asking for what no test needs. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Tab {
  readonly page: Page;
  /** What the page complained of, and every address that it asked for. */
  readonly complaints: readonly string[];
  readonly asked: readonly string[];
}

export interface BrowserKit {
  open(context: TestContext, options?: BrowserContextOptions): Promise<Tab>;
}

/** One browser for the tests of a file. */
export function useBrowser(): BrowserKit {
  let browser: Browser | null = null;
  beforeAll(async () => {
    if (existsSync(PROGRAM)) {
      browser = await chromium.launch({ executablePath: PROGRAM, args: FLAGS });
    }
  });
  afterAll(async () => browser?.close());
  return {
    async open(context, options = {}) {
      if (browser === null) return context.skip(`there is no ${PROGRAM}`);
      const own = await browser.newContext(options);
      onTestFinished(() => own.close());
      const page = await own.newPage();
      const complaints: string[] = [];
      const asked: string[] = [];
      page.on('console', (line) => {
        if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => asked.push(request.url()));
      return { page, complaints, asked };
    },
  };
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds serious or critical, as `rule: element`. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no further script in; the browser's debugger may.
  await page.addScriptTag({ path: AXE }).catch(() => undefined);
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
}

/** True when nothing of the page lies beside the screen. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= innerWidth');
}

/** What is written beneath the button that copies it. */
export async function underButtons(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('.fix')].flatMap((fix) => {
    const button = fix.querySelector('button').getBoundingClientRect();
    const walker = document.createTreeWalker(fix.querySelector('pre'), NodeFilter.SHOW_TEXT);
    const hidden = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const isUnder = [...range.getClientRects()].some((box) => box.width > 0
        && box.right > button.left + 1 && box.left < button.right
        && box.bottom > button.top + 4 && box.top < button.bottom - 4);
      if (isUnder) hidden.push(node.textContent);
    }
    return hidden;
  })`);
}
