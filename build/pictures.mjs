// Makes the pictures of docs/images from the demo's sample, in a headless Chromium.
// usage: node build/pictures.mjs [DIRECTORY]
// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt } from './fresh.mjs';
import { root } from './paths.mjs';
import { terminalPage } from './pictures/ansi.mjs';
import { smaller } from './pictures/png.mjs';
import { page, play, servePage, terminal } from './pictures/stage.mjs';

const DESK = { width: 1000, height: 1000 };
const PHONE = { width: 390, height: 844 };
const MAIL = { width: 640, height: 100 };

/** Everything that keeps Chromium from asking for what no picture needs. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const directory = process.argv[2] ?? join(root, 'docs/images');
// What is bundled here finds its packages from inside node_modules only.
const scratch = mkdtempSync(join(root, 'node_modules/.pictures-'));
await ensureBuilt();
mkdirSync(directory, { recursive: true });
const { stage, env, args, mails } = await play(scratch);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  const report = page(args, env);
  await picture('report-light', report, { viewport: DESK });
  await picture('report-dark', report, { viewport: DESK, colorScheme: 'dark' });
  const scroll = '#timeline';
  await picture('report-timeline', report, { viewport: DESK, scroll });
  const served = await servePage(args, env);
  await picture('page', served.url, { viewport: DESK, scroll: '#agents', colorScheme: 'dark' });
  await served.close();
  await picture('report-phone', report, { viewport: PHONE });
  await picture('report-print', report, { viewport: DESK, media: 'print' });
  const mail = mails.findLast((html) => html.includes('anthropic:work')) ?? '';
  await picture('mail-light', mail, { viewport: MAIL, element: 'body' });
  await picture('mail-dark', mail, { viewport: MAIL, element: 'body', colorScheme: 'dark' });
  for (const columns of [80, 40]) {
    const shown = terminalPage(terminal(args, env, columns), columns);
    await picture(`terminal-${columns}`, shown, { viewport: DESK, element: 'pre' });
  }
} finally {
  await browser.close();
  await stage.clear();
  rmSync(scratch, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {string} source HTML, or where it is served
 * @param {{ viewport: { width: number, height: number }, colorScheme?: 'light' | 'dark', media?: 'print', element?: string, scroll?: string }} look
 */
async function picture(name, source, { viewport, colorScheme = 'light', media, element, scroll }) {
  const tab = await browser.newPage({ viewport, colorScheme });
  await (source.startsWith('http:') ? tab.goto(source) : tab.setContent(source));
  if (scroll) await tab.evaluate(`document.querySelector('${scroll}').scrollIntoView()`);
  if (media) await tab.emulateMedia({ media });
  const png = smaller(await (element ? tab.locator(element) : tab).screenshot());
  writeFileSync(join(directory, `${name}.png`), png);
  await tab.close();
  console.log(`${name}.png ${Math.ceil(png.length / 1024)} KiB`);
}
