// The verdict in one word, for `case` in shell scripts.
import type { Reporter } from './reporter.ts';

export const word: Reporter = {
  name: 'word',
  detail: 'findings',
  render: (report) => `${report.verdict}\n`,
};
