// What every report format has to keep, whatever the names in a report.
import { describe, expect, test } from 'vitest';
import { loadReporter, renderReport, type ReporterName } from '../../src/reporters/index.ts';
import type { View } from '../../src/reporters/reporter.ts';
import { parseReport } from '../../src/reporters/parse-report.ts';
import {
  everyFindingReport,
  hostileNames,
  hostileReport,
  makeReport,
  sampleReport,
} from './report.ts';

export const plainView: View = {
  color: false,
  width: null,
  unicode: true,
  verbose: false,
  quiet: false,
};

/** Everything that acts on a terminal or hides what is written; a line end is the format's own. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

export interface ReporterContract {
  /** Tab in `plain`, none elsewhere. */
  readonly allowed?: RegExp;
  /** The format has an escape of its own for everything (JSON), or takes text as it is (labels). */
  readonly escapesItself?: true;
  /** Where an output breaks the grammar of the format; it may also throw. */
  readonly grammar: (output: string) => readonly string[];
}

/** Runs the contract of every reporter on one of them. */
export function keepsReporterContract(name: ReporterName, contract: ReporterContract): void {
  describe(`the ${name} format`, () => {
    test('is registered under its own name', async () => {
      expect((await loadReporter(name)).name).toBe(name);
    });

    test('ends its last line, for a full and for an empty report', async () => {
      for (const report of [sampleReport(), everyFindingReport(), makeReport([], [])]) {
        const output = await renderReport(name, report, plainView);
        expect(output === '' || output.endsWith('\n')).toBe(true);
        expect(contract.grammar(output)).toEqual([]);
      }
    });

    test('works without the agents, as in very large fleets', async () => {
      const output = await renderReport(name, { ...everyFindingReport(), agents: [] }, plainView);
      expect(contract.grammar(output)).toEqual([]);
    });

    test('gives the same text for the same report', async () => {
      const report = everyFindingReport();
      expect(await renderReport(name, report, plainView)).toBe(
        await renderReport(name, structuredClone(report), plainView),
      );
    });

    test.each(Object.entries(hostileNames))(
      'is not broken by a name with %s',
      async (_, hostile) => {
        const report = hostileReport(hostile);
        parseReport(JSON.parse(JSON.stringify(report)));
        for (const view of [plainView, { ...plainView, width: 80, verbose: true }]) {
          const output = await renderReport(name, report, view);
          expect(contract.grammar(output)).toEqual([]);
          const foreign = contract.escapesItself
            ? ''
            : output.replace(contract.allowed ?? /\n/g, '');
          expect(HIDDEN.exec(foreign.replaceAll('\n', ''))).toBeNull();
        }
      },
    );
  });
}
