// What the documentation shows of a phone is typed on one, page by page.
import { expect, onTestFinished, test } from 'vitest';
import { DAY_MS, token } from '../kit/built-cli.ts';
import { makePhone } from '../kit/phone.ts';
import { documented } from '../docs/documented.ts';
import { groundOf } from '../docs/grounds.ts';
import { blocksOf, pages } from '../docs/pages.ts';
import { unprinted } from '../docs/shown-output.ts';

const shown = documented.filter((command) => groundOf(command) === 'phone');

function configOf(page: string): string {
  const blocks = pages.filter(({ path }) => path === page).flatMap(blocksOf);
  return blocks.find(({ language }) => language === 'json5')?.lines.join('\n') ?? '{}';
}

test.for([...new Set(shown.map(({ page }) => page))])('%s', async (page, context) => {
  const phone = makePhone();
  if (typeof phone === 'string') return context.skip(phone);
  onTestFinished(() => phone.gone());
  const profiles = { 'anthropic:phone': token(90 * DAY_MS) };
  phone.write('.openclaw/agents/main/agent/auth-profiles.json', { version: 1, profiles });
  if (page.startsWith('docs/channels/')) {
    phone.write('.config/openclaw-auth-monitor/config.json5', configOf(page));
  }
  for (const { text, shown: output } of shown.filter((one) => one.page === page)) {
    const { code, stdout, stderr } = await phone.run('sh', '-c', text);
    const said = `${page}: ${text}\n${stderr}${stdout}`;
    expect.soft(code, said).toBe(0);
    expect.soft(stderr, said).not.toMatch(/[Uu]nknown|See auth-monitor|this is a bug/);
    expect.soft(unprinted(output ?? [], stdout, phone.home), said).toEqual([]);
  }
});
