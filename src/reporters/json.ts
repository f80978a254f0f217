// The report itself, as docs and the published schema describe it.
import type { Report } from '../core/report.ts';
import type { Reporter } from './reporter.ts';

export const json: Reporter = {
  name: 'json',
  detail: 'profiles',
  render: (report) => [...parts(report)].join(''),
  parts,
};

/** What `JSON.stringify(report, null, 2)` makes, one agent and one finding at a time. */
function* parts(report: Report): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries(report)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    yield* Array.isArray(value) && value.length > 0 ? list(value) : [indented(value, 2)];
    separator = ',\n';
  }
  yield '\n}\n';
}

function* list(items: readonly unknown[]): Generator<string> {
  let separator = '[\n';
  for (const item of items) {
    yield `${separator}    ${indented(item, 4)}`;
    separator = ',\n';
  }
  yield '\n  ]';
}

// A line break inside a JSON text is only ever one of its layout.
function indented(value: unknown, columns: number): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(columns)}`);
}
