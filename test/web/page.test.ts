import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/core/duration.ts';
import type { History } from '../../src/core/history.ts';
import type { Report } from '../../src/core/report.ts';
import { loadTongue, tellReport } from '../../src/languages/index.ts';
import { renderReport } from '../../src/reporters/index.ts';
import type { View } from '../../src/reporters/reporter.ts';
import { Board } from '../../src/web/board.ts';
import { startPageServer } from '../../src/web/server.ts';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { fitsWidth, seriousFaults, underButtons, useBrowser } from '../kit/browser.ts';
import { sampleFindings, SAMPLE_NOW } from '../kit/findings.ts';
import {
  endingProfile,
  everyFindingReport,
  hostileNames,
  hostileReport,
  makeReport,
  reportAgent,
  reportFinding,
  reportProfile,
  sampleReport,
} from '../kit/report.ts';
import { plainView } from '../kit/reporter-contract.ts';
import { tempDir } from '../kit/temp-dir.ts';

const browser = useBrowser();

const history: History = {
  verdicts: [
    {
      verdict: 'ok',
      problems: 0,
      warnings: 0,
      firstAt: SAMPLE_NOW - 9 * DAY_MS,
      lastAt: SAMPLE_NOW - DAY_MS,
    },
    {
      verdict: 'failing',
      problems: 2,
      warnings: 1,
      firstAt: SAMPLE_NOW - DAY_MS,
      lastAt: SAMPLE_NOW,
    },
  ],
  told: [
    {
      at: SAMPLE_NOW - DAY_MS,
      channel: 'email',
      kind: 'firing',
      severity: 'fail',
      title: 'anthropic:work expired',
      incidents: 1,
    },
  ],
};

/** The address of a report's page, as a file. */
async function fileOf(report: Report, view: View = plainView): Promise<string> {
  const path = join(tempDir(), 'report.html');
  writeFileSync(path, await renderReport('html', report, { ...view, history }));
  return pathToFileURL(path).href;
}

const reports: readonly (readonly [string, () => Report])[] = [
  ['a small fleet', sampleReport],
  ['every finding', everyFindingReport],
  ['nothing at all', () => makeReport([], [])],
];
const looks = ['light', 'dark'] as const;
const cases = reports.flatMap(([name, report]) =>
  looks.map((colorScheme) => ({ name, report, colorScheme })),
);

/** As many agents as a large fleet has: most alike, some with credentials of their own, a few in trouble. */
function largeFleet(): Report {
  const agents = Array.from({ length: 1000 }, (_, number) =>
    reportAgent(
      `agent-${number}`,
      Array.from({ length: 20 }, (_, profile) =>
        number % 3 === 0
          ? endingProfile(`anthropic:${profile}`, (number + 2) * DAY_MS + profile * HOUR_MS)
          : reportProfile({ profileId: `openai:${profile}` }),
      ),
    ),
  );
  const { profile_expired } = sampleFindings;
  const findings = [7, 77, 778].map((number) =>
    reportFinding({ ...profile_expired, agent: `agent-${number}`, profileId: 'openai:3' }),
  );
  return makeReport(agents, findings);
}

/** Those that mean something to a page. */
const hostile = Object.entries(hostileNames).filter(([kind]) =>
  ['markup', 'markdown', 'metric', 'bidi', 'longWide', 'combining', 'proto'].includes(kind),
);

describe('the page as a file', () => {
  test.for(cases)(
    'about $name, $colorScheme, complains of nothing and shuts nobody out',
    async ({ report, colorScheme }, context) => {
      const { page, complaints, asked } = await browser.open(context, {
        colorScheme,
        bypassCSP: true,
      });
      const address = await fileOf(report());
      await page.goto(address);
      expect(await seriousFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(asked.filter((url) => url !== address && url !== 'data:,')).toEqual([]);
    },
  );

  test.for([320, 390, 640, 1000])('fits a screen of %i pixels', async (width, context) => {
    const { page } = await browser.open(context, { viewport: { width, height: 800 } });
    await page.goto(await fileOf(everyFindingReport()));
    expect(await fitsWidth(page)).toBe(true);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    expect(await fitsWidth(page)).toBe(true);
  });

  test('its own policy lets its style and script work, and no other', async (context) => {
    const { page, complaints } = await browser.open(context);
    await page.goto(await fileOf(sampleReport()));
    expect(await page.locator('#find').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.let = 1' }))`,
    );
    expect(await page.evaluate('window.let')).toBeUndefined();
    expect(complaints.join()).toContain('Content Security Policy');
  });

  test('everything can be read without script', async (context) => {
    const { page } = await browser.open(context, { javaScriptEnabled: false });
    await page.goto(await fileOf(sampleReport()));
    const text = await page.locator('body').innerText();
    for (const words of [
      'OpenClaw auth is failing',
      'claude setup-token',
      'Coming expiries',
      'History',
    ]) {
      expect(text).toContain(words);
    }
    expect(await page.locator('#find').isVisible()).toBe(false);
  });

  test.for(['zh-Hans', 'zh-Hant', 'vi', 'my', 'uz'] as const)(
    'told in %s it fits a phone, is complained of by nobody, and its tools speak it',
    async (lang, context) => {
      const { page, complaints } = await browser.open(context, {
        viewport: { width: 360, height: 800 },
        bypassCSP: true,
      });
      const { report, view } = await tellReport(everyFindingReport(), plainView, lang);
      await page.goto(await fileOf(report, view));
      expect(await fitsWidth(page)).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await underButtons(page)).toEqual([]);
      await page.check('#bad');
      const { shown } = view.phrases.page.script;
      const found = await page.locator('#found').innerText();
      expect(found).toBe(shown.replace('#', /\d+/.exec(found)?.[0] ?? ''));
      expect(complaints).toEqual([]);
    },
  );

  test('headings are in order, and every table has a name and heads of its columns', async (context) => {
    const { page } = await browser.open(context);
    await page.goto(await fileOf(everyFindingReport()));
    const levels: readonly number[] = await page.evaluate(
      "[...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName[1]))",
    );
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const steps = levels.map((level, index) => level - (levels[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(1);
    const bare = 'table:not(:has(> caption:not(:empty))), thead th:not([scope=col])';
    expect(await page.locator(bare).count()).toBe(0);
    expect(await page.locator('table').count()).toBeGreaterThan(3);
  });

  test('a command can be copied as it is, and is broken before an option only', async (context) => {
    const { page } = await browser.open(context, { viewport: { width: 360, height: 800 } });
    const report = sampleReport();
    await page.goto(await fileOf(report));
    const commands = await page.locator('pre').allTextContents();
    for (const { remedy } of report.findings.filter(({ severity }) => severity === 'fail')) {
      expect(commands).toContain(remedy.join('\n'));
    }
    expect(await underButtons(page)).toEqual([]);
    const broken = await page.evaluate(
      "[...document.querySelectorAll('pre .word')].filter((one) => one.getBoundingClientRect().height > 30).map((one) => one.textContent)",
    );
    expect(broken).toEqual([]);
  });

  test('within an agent the worst comes first, then what ends first', async (context) => {
    const { page } = await browser.open(context);
    const report = everyFindingReport();
    await page.goto(await fileOf(report));
    for (const table of await page.locator('.profiles table').all()) {
      const marks = await table.locator('.state > span').allInnerTexts();
      const ranks = marks.map((mark) => ['✗', '!', '·', '✓'].indexOf(mark));
      const counting = ranks.filter((rank) => rank < 2);
      expect(counting).toEqual(counting.toSorted((a, b) => a - b));
      expect(ranks.slice(0, counting.length)).toEqual(counting);
    }
  });

  test('finds agents, and those with problems', async (context) => {
    const { page } = await browser.open(context);
    await page.goto(await fileOf(sampleReport()));
    const shown = page.locator('details[data-agents]:visible');
    expect(await shown.count()).toBe(2);
    await page.fill('#find', 'manual');
    expect(await shown.locator('.names').allInnerTexts()).toEqual(['main']);
    await page.fill('#find', '');
    await page.check('#bad');
    expect(await shown.locator('.names').allInnerTexts()).toEqual(['work', 'main']);
  });

  test.for(hostile)('a name with %s stays a name', async ([, name], context) => {
    const { page, complaints } = await browser.open(context, {
      viewport: { width: 390, height: 800 },
    });
    await page.goto(await fileOf(hostileReport(name)));
    expect(complaints).toEqual([]);
    expect(await page.evaluate('[...document.body.children].map((one) => one.tagName)')).toEqual([
      'HEADER',
      'MAIN',
      'FOOTER',
      'SCRIPT',
    ]);
    expect(await page.locator('img, a, iframe, main script').count()).toBe(0);
    expect(await fitsWidth(page)).toBe(true);
  });

  test('of a thousand agents puts the worst first and those that are alike together', async (context) => {
    const { page } = await browser.open(context);
    await page.goto(await fileOf(largeFleet()));
    const names = page.locator('details[data-agents] .names');
    const first = (await names.allInnerTexts()).slice(0, 3);
    expect(first).toEqual(['3 agents alike: agent-7, agent-77, agent-778', 'agent-0', 'agent-3']);
    expect(await names.count()).toBe(336);
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(30_000);
  });

  test('on paper it is black on white, with the open entries and without tools', async (context) => {
    const { page } = await browser.open(context, { colorScheme: 'dark' });
    await page.goto(await fileOf(sampleReport()));
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    expect(await page.locator('#find').isVisible()).toBe(false);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the page of watch', () => {
  test('shows by itself that a credential has ended, and keeps what the reader has opened', async (context) => {
    const { page, complaints } = await browser.open(context);
    const home = await alertHouse();
    home.store({ 'anthropic:a': 6000, 'anthropic:b': 99 * DAY_MS });
    const args = ['watch', '--web=0', '--config', home.config, '--now', iso(START)];
    const { child, ended, saw, stderr } = home.start(args);
    await saw('verdict expiring');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(stderr()) ?? [];
    await page.goto(url);
    expect(await page.locator('h1').innerText()).toBe('OpenClaw auth is about to expire');
    await page.fill('#find', 'anthropic');
    await page.locator('h1', { hasText: 'is failing' }).waitFor();
    expect(await page.inputValue('#find')).toBe('anthropic');
    expect(await page.locator('.card').first().innerText()).toContain('anthropic:a expired');
    expect(complaints).toEqual([]);
    child.kill();
    expect((await ended).code).toBe(0);
    await page.locator('#link', { hasText: 'does not answer' }).waitFor();
  });

  test('before the first run is over it is a page of the same look, in the language of the reader', async (context) => {
    const { page, complaints } = await browser.open(context, {
      viewport: { width: 360, height: 700 },
      colorScheme: 'dark',
    });
    const nothing = { busySinceAt: null, lastRunAt: null, lastExitCode: null, nextRunAt: null };
    const board = new Board(
      () => nothing,
      () => START,
      await loadTongue('my'),
    );
    const server = await startPageServer(
      { host: '127.0.0.1', port: 0 },
      { token: null, hosts: [] },
      async (path) => board.answer(path),
    );
    onTestFinished(() => server.close());
    await page.goto(server.url);
    expect(await page.locator('html').getAttribute('lang')).toBe('my');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
      'rgb(16, 20, 24)',
    );
    expect(await fitsWidth(page)).toBe(true);
    // The browser itself remarks on the 503.
    expect(complaints.filter((text) => !text.includes('503'))).toEqual([]);
  });
});
