import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../../src/commands/parse-args.ts';
import { commandTable } from '../../src/commands/table.ts';
import { UsageError } from '../../src/core/errors.ts';
import { realWorld } from '../../src/world.ts';
import { inEnglish } from '../../src/core/told-fault.ts';
import { saidBy } from '../kit/said.ts';

const world = realWorld();
const parse = (...argv: string[]) => {
  const { command, invocation } = parseCommandLine(argv, world, commandTable);
  return { command: command.name, options: invocation.options, args: invocation.args };
};

describe('a command line', () => {
  test.each([
    [[], 'check', {}, []],
    [['check'], 'check', {}, []],
    [['--json'], 'check', { json: true }, []],
    [['run', '-q', '-v'], 'run', { quiet: true, verbose: true }, []],
    [['--probe'], 'check', { probe: true }, []],
    [['--probe=off'], 'check', { probe: 'off' }, []],
    [['--probe', '--json'], 'check', { probe: true, json: true }, []],
    [['--agent', 'a', '--agent=b'], 'check', { agent: ['a', 'b'] }, []],
    [['--state-dir', 'a=b=c'], 'check', { 'state-dir': ['a=b=c'] }, []],
    [['--state-dir=a=b'], 'check', { 'state-dir': ['a=b'] }, []],
    [['--now', '2026-01-01', '--now=2026-01-01'], 'check', { now: '2026-01-01' }, []],
    [['watch', '--web'], 'watch', { web: true }, []],
    [['watch', '--web=8080'], 'watch', { web: '8080' }, []],
    [['watch', '--web', '[::1]:8080', '--probe'], 'watch', { web: '[::1]:8080', probe: true }, []],
    [['watch', '--web', '--probe=off'], 'watch', { web: true, probe: 'off' }, []],
    [['notify', '--report', '-'], 'notify', { report: '-' }, []],
    [['test', 'a', '--now', '2026-01-01', 'b'], 'test', { now: '2026-01-01' }, ['a', 'b']],
    [['test', '--', '--a'], 'test', {}, ['--a']],
    [['schema', 'report'], 'schema', {}, ['report']],
  ])('%j', (argv, command, options, args) => {
    expect(parse(...argv)).toEqual({ command, options, args });
  });

  test.each([
    [['run', 'check'], 'to run check, put it first'],
    [['--config'], '--config needs a value: FILE'],
    [['--config', '--dry-run'], '--config needs a value: FILE'],
    [['--probe', 'metadata'], '--probe=metadata'],
    [['watch', '--web', '8080', 'metadata'], '--probe=metadata'],
    [['watch', '--web=8080', '8080'], 'watch takes no arguments'],
    [['--config', 'a', '--config', 'b'], '--config was given twice'],
    [['-q=1'], '--quiet takes no value'],
    [[''], 'check takes no arguments'],
  ])('%j is refused', (argv, says) => {
    expect(saidBy(() => parse(...argv), UsageError)).toContain(says);
  });

  test('whatever it holds, it is read or refused, and no foreign word is repeated', () => {
    const flags = commandTable.flatMap(({ options }) => options.map(({ name }) => `--${name}`));
    const names = commandTable.map(({ name }) => name);
    // No word of these letters is within two edits of one that we know.
    const foreign = fc.stringMatching(/^[QXZ]{9,12}$/);
    const joined = fc.tuple(fc.constantFrom(...flags), foreign).map((parts) => parts.join('='));
    const dashed = foreign.map((word) => `--${word}`);
    const known = fc.constantFrom(...flags, ...names, '-', '--', '-h', '-q', '');
    const argv = fc.array(fc.oneof(known, foreign, joined, dashed), { maxLength: 8 });
    fc.assert(
      fc.property(argv, (words) => {
        try {
          parse(...words);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          expect(inEnglish(error)).not.toMatch(/[QXZ]{3}/);
        }
      }),
    );
  });
});
