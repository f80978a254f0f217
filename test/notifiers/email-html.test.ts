import { describe, expect, test } from 'vitest';
import { describeNotification } from '../../src/core/alerts/notification-text.ts';
import type { Notification } from '../../src/core/alerts/notification.ts';
import { commandHtml } from '../../src/core/html.ts';
import { LANGS, type Lang } from '../../src/core/lang.ts';
import { loadSpeech } from '../../src/languages/index.ts';
import { notificationHtml } from '../../src/notifiers/email-html.ts';
import { fitsWidth, seriousFaults, useBrowser } from '../kit/browser.ts';
import {
  hostileNotification,
  NOTIFICATION_KINDS,
  notification,
  notificationOf,
} from '../kit/notifications.ts';

const browser = useBrowser();

async function told(message: Notification, lang: Lang): Promise<string> {
  const spoken = lang === 'en' ? message : { ...message, speech: await loadSpeech(lang) };
  return notificationHtml(describeNotification(spoken), message.kind);
}

describe('the HTML of a mail', () => {
  test.for(LANGS)(
    'in %s fits a phone and shuts nobody out, by day and by night',
    async (lang, context) => {
      const { page } = await browser.open(context, { viewport: { width: 360, height: 700 } });
      const odd = lang === 'en' ? [notificationOf('recovered'), hostileNotification()] : [];
      for (const message of [notification(), ...odd]) {
        await page.setContent(await told(message, lang));
        expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await fitsWidth(page)).toBe(true);
          expect(await seriousFaults(page)).toEqual([]);
        }
      }
    },
  );

  test.each(NOTIFICATION_KINDS)('%s loads nothing and runs nothing', async (kind) => {
    const html = await told(notificationOf(kind), 'en');
    expect(html).not.toMatch(/<(?:img|script|iframe|link|form)|url\(|https?:/);
  });
});

describe('a command in HTML', () => {
  test.each([
    [
      'openclaw models auth login --provider anthropic --agent work',
      'openclaw models auth login <span class="word" dir="ltr">--provider anthropic</span> <span class="word" dir="ltr">--agent work</span>',
    ],
    ['claude setup-token', 'claude <span class="word" dir="ltr">setup-token</span>'],
    ["rm '<b>'  &", 'rm &#39;&lt;b&gt;&#39;  &amp;'],
    [
      "x 'a:שלום עולם' y",
      'x <span dir="ltr">&#39;a:שלום</span> <span dir="ltr">עולם&#39;</span> y',
    ],
    ['# 请充值', '# 请充值'],
  ])('%s keeps an option with its value, and each name in its place', (line, html) => {
    expect(commandHtml(line)).toBe(html);
  });
});
