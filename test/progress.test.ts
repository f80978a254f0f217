// The line that a terminal shows while a run lasts.
import { expect, test } from 'vitest';
import type { Lang } from '../src/core/lang.ts';
import { withProgress } from '../src/progress.ts';
import { realWorld } from '../src/world.ts';

/** What a terminal is shown of a step that takes five seconds. */
async function shownIn(lang: Lang, env: Record<string, string>): Promise<string> {
  let now = 0;
  let shown = '';
  const stderr = { isTTY: true, columns: 80, write: (text: string) => (shown += text) };
  const world = { ...realWorld(), env, stderr, monotonicMs: () => now };
  await withProgress(world, lang, async (show) => {
    now = 5_000;
    show?.(({ asked }) => asked(3, 7));
  });
  return shown;
}

test.each([
  ['en', { LANG: 'C.UTF-8' }, '\rasking providers 3/7\u001b[K'],
  ['vi', { LANG: 'C.UTF-8' }, '\rđang hỏi nhà cung cấp 3/7\u001b[K'],
  ['vi', { LANG: 'C' }, '\rasking providers 3/7\u001b[K'],
] as const)('the line on a terminal in %s with %j', async (lang, env, line) => {
  expect(await shownIn(lang, env)).toBe(`${line}\r\u001b[K`);
});
