import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LANGS, type Lang } from '../../src/core/lang.ts';
import { alertHouse, iso, START } from '../kit/alert-house.ts';
import { DAY_MS, HOUR_MS, type Ended } from '../kit/built-cli.ts';
import { onTerminal } from '../kit/terminal.ts';

/** Everything that runs, reports and CI steps remark, in one order. */
async function remarks(lang: Lang, isWhole: boolean) {
  const home = await alertHouse();
  home.store({ 'anthropic:a': -HOUR_MS });
  home.configure({
    lang,
    heartbeat: { url: `${home.webhook.url}/nowhere` },
    notifiers: [
      { type: 'webhook', url: home.webhook.url },
      // The data is no good: such a message is not tried again at once.
      { type: 'exec', name: 'gone', command: ['/bin/sh', '-c', 'exit 65'] },
    ],
  });
  chmodSync(home.config, 0o644);
  const told: Ended[] = [];
  const shown = () => told.map(({ stderr }) => stderr.replaceAll(/127\.0\.0\.1:\d+/g, 'loopback'));
  const tell = async (ended: Promise<Ended>): Promise<void> => {
    const end = await ended;
    told.push({ ...end, stderr: end.stderr.replaceAll(home.dir, '/house') });
  };
  await tell(home.at(0));
  const config = ['--config', home.config];
  if (!isWhole) return shown();
  await tell(home.at(0, ['--log-level', 'error']));
  await tell(home.run(['report', '--last', '--now', iso(START + 3 * DAY_MS), ...config]));
  writeFileSync(join(home.state, 'state.json'), 'rubbish');
  await tell(home.run(['outbox', ...config]));
  await tell(home.at(HOUR_MS));
  home.configure({ lang, notifiers: [] });
  await tell(home.at(HOUR_MS));
  const env = { GITLAB_CI: 'true', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2', CI_PROJECT_ID: '1' };
  await tell(home.run(['ci', '--env', 'TOKEN', ...config], { env }));
  return shown();
}

test.each(LANGS.filter((lang) => lang !== 'en'))(
  'what a run remarks is told in %s, line by line, as in English',
  async (lang) => {
    // A sentence that is nowhere but in the code is found by one language.
    const isWhole = lang === 'zh-Hans';
    const [english, told] = await Promise.all([remarks('en', isWhole), remarks(lang, isWhole)]);
    expect(english.join('')).toMatch(/^warning: .* chmod 600 it/m);
    expect(english.join('')).toMatch(/^gone: firing \(1\) not delivered, /m);
    if (isWhole) {
      expect(english.join('')).toMatch(/^warning: the last run was 3 d ago$/m);
      expect(english.join('')).toMatch(/ is damaged, /m);
      expect(english.join('')).toMatch(/^notice: not judged, since merge requests/m);
    }
    for (const [index, expected] of english.entries()) {
      const lines = told[index]?.split('\n') ?? [];
      const inEnglish = expected.split('\n');
      expect(lines.length, told[index]).toBe(inEnglish.length);
      for (const [at, line] of inEnglish.entries()) {
        if (line === '') continue;
        expect(lines[at]).not.toBe(line);
        expect(lines[at]).not.toMatch(/undefined|null|NaN|\[object/);
        expect(lines[at]).not.toMatch(/ (?:the|is|are|of|has|was|not|with|from|and|delivered)\b/);
      }
    }
  },
  30_000,
);

test('stderr on a terminal without UTF-8 gets English, whatever stdout is', async (context) => {
  const home = await alertHouse();
  const dir = home.store({ 'anthropic:a': 90 * DAY_MS });
  const args = ['run', '--state-dir', dir, '--monitor-state', home.state, '--lang', 'vi'];
  const options = { env: { LANG: 'C' }, redirect: '>/dev/null' };
  const { shown } = await onTerminal(context, home, args, options);
  expect(shown).toMatch(/^warning: no channel is configured/m);
});
