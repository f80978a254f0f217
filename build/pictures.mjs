// Makes the pictures of docs/images from the demo's sample, in a headless Chromium.
// usage: node build/pictures.mjs [DIRECTORY]
// @ts-check
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt } from './fresh.mjs';
import { root } from './paths.mjs';
import { terminalPage } from './pictures/ansi.mjs';
import { page, play, terminal } from './pictures/stage.mjs';

const DESK = { width: 1000, height: 1240 };
const PHONE = { width: 390, height: 844 };
const MAIL = { width: 640, height: 900 };

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
  await picture('report-phone', report, { viewport: PHONE });
  await picture('report-print', report, { viewport: DESK, media: 'print' });
  const mail = mails.findLast((html) => html.includes('anthropic:work')) ?? '';
  await picture('mail-light', mail, { viewport: MAIL });
  await picture('mail-dark', mail, { viewport: MAIL, colorScheme: 'dark' });
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
 * @param {string} html
 * @param {{ viewport: { width: number, height: number }, colorScheme?: 'light' | 'dark', media?: 'print', element?: string }} look
 */
async function picture(name, html, { viewport, colorScheme = 'light', media, element }) {
  const tab = await browser.newPage({ viewport, colorScheme });
  await tab.setContent(html);
  if (media) await tab.emulateMedia({ media });
  const path = join(directory, `${name}.png`);
  await (element ? tab.locator(element) : tab).screenshot({ path });
  await tab.close();
  console.log(`${name}.png ${Math.ceil(statSync(path).size / 1024)} KiB`);
}
