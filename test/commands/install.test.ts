import { expect, test } from 'vitest';
import { installing, uninstalling } from '../../src/commands/install-options.ts';
import { targetOf } from '../../src/commands/install.ts';
import { targets } from '../../src/install/index.ts';
import { realWorld } from '../../src/world.ts';
import { fault } from '../../src/core/fault.ts';

/** What every target understands. */
const SHARED = [
  'dry-run',
  'force',
  'config',
  'monitor-state',
  'lang',
  'state-dir',
  'openclaw-profile',
];

const flags = [...new Set([...installing, ...uninstalling].map(({ name }) => name))];

const cases = Object.entries(targets).flatMap(([name, { flags: own }]) =>
  flags.map((flag) => [name, flag, own] as const),
);

test.each(cases)('%s takes --%s, or it is wrong usage', async (name, flag, own) => {
  const asked = targetOf({ world: realWorld(), args: [name], options: { [flag]: true } });
  const isTaken = SHARED.includes(flag) || own.includes(flag);
  if (isTaken) expect(await asked).not.toBeNull();
  else
    await expect(asked).rejects.toMatchObject({
      exitCode: 64,
      fault: fault('notFor', name, `--${flag}`),
    });
});

test('every flag of a target is an option of the command', () => {
  const known = new Set(flags);
  for (const { flags: own } of Object.values(targets)) {
    for (const flag of own) expect(known).toContain(flag);
  }
});
