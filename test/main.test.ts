import { describe, expect, test } from 'vitest';
import { WriteError } from '../src/core/errors.ts';
import { fault } from '../src/core/fault.ts';
import { main } from '../src/main.ts';
import { realWorld, type World } from '../src/world.ts';

/** A world without home, whose output is kept. */
function worldOf(write?: (text: string) => void) {
  const said = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      if (name === 'stdout') write?.(text);
      said[name] += text;
    },
  });
  const world: World = {
    ...realWorld(),
    env: {},
    home: null,
    cwd: '/nowhere',
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  };
  return { world, said };
}

describe('a command line', () => {
  test.each([
    [['--version'], 0],
    [['help'], 0],
    [['nonsense'], 64],
    [['run', '--config', '/nowhere/x'], 78],
    [['notify', '--report', '/nowhere/x'], 74],
    [['check', '--format', 'word'], 1],
    [['run', '--probe=off', '--quiet'], 73],
  ])('%j ends with %i', async (argv, code) => {
    const { world } = worldOf();
    expect(await main(argv, world)).toBe(code);
  });

  test('a path that holds control characters cannot drive the terminal', async () => {
    const { world, said } = worldOf();
    expect(await main(['check', '--config', '/x\u001b[2J\u0007'], world)).toBe(78);
    expect(said.stderr).toContain('/x\\u{1b}[2J\\u{7} cannot be used');
  });

  test('to Nagios a full stdout is UNKNOWN, though it cannot be told', async () => {
    const { world } = worldOf(() => {
      throw new WriteError(fault('cannotPrint', 'full'));
    });
    expect(await main(['check', '--format', 'nagios'], world)).toBe(3);
  });

  test.each([
    [['--lang', 'vi'], /^openclaw-auth-monitor: lỗi của chính chương trình giám sát/],
    [[], /^$/],
  ])('of a bug, %j says %j before the trampoline does', async (words, says) => {
    const { world, said } = worldOf(() => {
      throw new TypeError('no');
    });
    await expect(main(['--version', ...words], world)).rejects.toThrow(TypeError);
    expect(said.stderr).toMatch(says);
  });

  test('a bug is not taken for an expected fault', async () => {
    const { world } = worldOf(() => {
      throw new TypeError('no');
    });
    await expect(main(['--version'], world)).rejects.toThrow(TypeError);
  });
});
