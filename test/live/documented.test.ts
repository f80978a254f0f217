// Every command that the documentation shows is run: page by page, in its order, by the built program.
import { describe, expect, test } from 'vitest';
import { circumstanceOf, circumstances, expectedCode } from '../docs/circumstances.ts';
import { documented } from '../docs/documented.ts';
import { groundOf } from '../docs/grounds.ts';
import { readerOf, toolsFor } from '../docs/reader.ts';
import { unprinted } from '../docs/shown-output.ts';
import { needsProgram } from '../kit/live-server.ts';

const here = documented.filter((command) => groundOf(command) === 'reader');

/** The output of the README is that of the demo, and compared with it (sample.test.ts). */
const SAMPLE = 'README.md';

describe('a reader types what is shown', () => {
  test.for([...new Set(here.map(({ page }) => page))])('%s', async (page, context) => {
    const commands = here.filter((one) => one.page === page);
    for (const tool of toolsFor(commands)) needsProgram(context, tool);
    const reader = await readerOf(page, { hasConfig: page !== 'docs/quick-start.md' });
    for (const command of commands) {
      const { before, env, outOfOrder } = circumstanceOf(command) ?? {};
      if (outOfOrder !== undefined) reader.others.outOfOrder(outOfOrder);
      if (before !== undefined) await reader.type(before);
      const isEndless = /^auth-monitor watch\b/.test(command.text);
      const { code, stdout, stderr } = isEndless
        ? await reader.typeAndStop(command.text)
        : await reader.type(command.text, env);
      const said = `${page}: ${command.text}\n${stderr}${stdout}`;
      expect.soft(code, said).toBe(expectedCode(command));
      expect.soft(stderr, said).not.toMatch(/[Uu]nknown|unexpected|See auth-monitor|this is a bug/);
      // What install says of a config that will not work there.
      expect.soft(stdout, said).not.toContain('which the job does not have');
      const missing = page === SAMPLE ? [] : unprinted(command.shown ?? [], stdout, reader.dir);
      expect.soft(missing, said).toEqual([]);
    }
  });
});

test('every circumstance is that of a command', () => {
  const used = new Set(here.map(circumstanceOf));
  expect(circumstances.filter((one) => !used.has(one))).toEqual([]);
});
