// Writes what a chunk hands to others as plain properties in the place of getters.
// @ts-check

const GETTER =
  /Object\.defineProperty\(exports,(["'`])([\w$]+)\1,\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

/**
 * A getter per name keeps track of a variable that changes later. None of ours does (the linter sees to
 * it), and on the hot path a hundred of them cost a twentieth of what a check adds to bare Node.
 * @returns {import('rolldown').Plugin}
 */
export function plainExports() {
  return {
    name: 'plain-exports',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        // They stand at the end of a chunk, so that its source map stays true.
        if (file.type === 'chunk') file.code = file.code.replace(GETTER, 'exports.$2=$3');
      }
    },
  };
}
