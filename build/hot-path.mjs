// Decides which modules every `check` loads, and refuses a build that puts a package among them.
// @ts-check
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

/**
 * What a `check` without config loads. Their static imports share one chunk, because each further
 * file costs start-up time, and none of them may be an npm package, which costs far more.
 */
const HOT_ROOTS = ['src/main.ts', 'src/commands/check.ts'].map((path) => join(root, path));

/** What a `check` that has something to say loads besides, as one chunk for the same reason. */
const TOLD_ROOT = join(root, 'src/report-finding.ts');

/** The trampoline stays alone so that it can catch even a main chunk that does not load. */
const ENTRY = join(root, 'src/cli.ts');

/** @typedef {{ importedIds: readonly string[] }} ModuleEdges */

/**
 * The modules that `roots` import statically, themselves included, each with the one that led there.
 * @param {readonly string[]} roots
 * @param {(id: string) => ModuleEdges | null} edgesOf
 * @returns {Map<string, string | null>}
 */
export function staticClosure(roots, edgesOf) {
  /** @type {Map<string, string | null>} */
  const reachedFrom = new Map(roots.map((id) => [id, null]));
  for (const id of reachedFrom.keys()) {
    for (const next of edgesOf(id)?.importedIds ?? []) {
      if (!reachedFrom.has(next)) reachedFrom.set(next, id);
    }
  }
  return reachedFrom;
}

/**
 * The import chains by which a package came into a closure, e.g. `src/main.ts > src/a.ts > zod`.
 * @param {ReadonlyMap<string, string | null>} closure
 * @returns {string[]}
 */
export function packageChains(closure) {
  return [...closure.keys()].filter(isPackage).flatMap((id) => {
    const importer = closure.get(id);
    if (importer && isPackage(importer)) return [];
    const chain = [id];
    for (let step = importer; step; step = closure.get(step) ?? null) chain.unshift(step);
    return [chain.map((part) => relative(root, part)).join(' > ')];
  });
}

/** @param {string} id */
function isPackage(id) {
  return (
    /[\\/]node_modules[\\/]/.test(id) ||
    !(/^([\\/]|\0|\w:[\\/])/.test(id) || id.startsWith('node:'))
  );
}

/**
 * A rolldown plugin that knows the hot modules once the graph is complete, and fails the build there.
 * @returns {{ plugin: import('rolldown').Plugin, isHot: (id: string) => boolean, isTold: (id: string) => boolean }}
 */
export function hotPath() {
  /** @type {Set<string>} */
  const hot = new Set();
  /** @type {Set<string>} */
  const told = new Set();
  return {
    isHot: (id) => hot.has(id),
    isTold: (id) => told.has(id),
    plugin: {
      name: 'hot-path',
      buildEnd(error) {
        if (error) return;
        const known = new Set(this.getModuleIds());
        for (const id of [ENTRY, ...HOT_ROOTS]) {
          if (!known.has(id))
            this.error(`${relative(root, id)} is on the hot path but not in the program`);
        }
        const closure = staticClosure([ENTRY, ...HOT_ROOTS], (id) => this.getModuleInfo(id));
        const chains = packageChains(closure);
        if (chains.length > 0) {
          this.error(
            [
              'Every `check` would load a package; put it behind `await import()`:',
              ...chains.map((chain) => `  ${chain}`),
            ].join('\n'),
          );
        }
        for (const id of closure.keys()) if (id !== ENTRY && known.has(id)) hot.add(id);
        const words = staticClosure([TOLD_ROOT], (id) => this.getModuleInfo(id));
        for (const id of words.keys()) if (known.has(id) && !hot.has(id)) told.add(id);
      },
    },
  };
}
