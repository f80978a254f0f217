// The report itself, as docs and the published schema describe it.
import type { Reporter } from './reporter.ts';

export const json: Reporter = {
  name: 'json',
  detail: 'profiles',
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
