// Paths below a directory, for those that are made once for every agent.
import { sep } from 'node:path';

/**
 * `path.join` for a `dir` that is resolved already and names without `..`. Its normalising is not free: from ten
 * agents on V8 compiles that loop once more to speed it up, which costs a check 4 to 6 MB on Node 20 and 22 (measured).
 */
export function below(dir: string, ...names: readonly string[]): string {
  return (dir.endsWith(sep) ? dir : dir + sep) + names.join(sep);
}
