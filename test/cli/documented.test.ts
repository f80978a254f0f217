import { expect, test } from 'vitest';
import { blocksOf, pages } from '../docs/pages.ts';
import { DAY_MS, gateway, HOUR_MS, house, token } from '../kit/built-cli.ts';

/** What needs no server, no id that a run has made, and no file of another machine. */
const HARMLESS =
  /^(?:|check|explain|doctor|report|outbox(?! drop)|silence (?:add|list)|run --dry-run|schema)(?= |$)(?!.* (?:\/|--probe|LABEL))/;

const shown = pages
  .flatMap((page) => blocksOf(page).filter(({ language }) => language === 'sh'))
  .flatMap(({ lines }) => lines)
  .flatMap((line) => /^auth-monitor *([^|;&><#$]*)$/.exec(line.replace(/ # .*/, ''))?.[1] ?? [])
  .map((args) => args.trim())
  .filter((args) => HARMLESS.test(args));

test('most of what the documentation shows is run here', () => {
  expect(new Set(shown).size).toBeGreaterThan(20);
});

test.each([...new Set(shown)])('auth-monitor %s does what it is shown for', async (args) => {
  const home = house();
  const profiles = { 'anthropic:default': token(-HOUR_MS), 'openai:default': token(90 * DAY_MS) };
  gateway(home, profiles, 'home/.openclaw');
  for (const agent of ['work', 'lab']) {
    home.write(`home/.openclaw/agents/${agent}/agent/auth-profiles.json`, {
      version: 1,
      profiles,
    });
  }
  if (args.includes('--last')) await home.run(['run', '--quiet']);
  const { code, stderr } = await home.run(args === '' ? [] : args.split(/ +/));
  expect([0, 1, 2], stderr).toContain(code);
  expect(stderr).not.toMatch(/See auth-monitor|this is a bug/);
});
