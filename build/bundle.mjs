// Bundles src/ and the packages it uses into CommonJS chunks that load on demand.
// @ts-check
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { hotPath } from './hot-path.mjs';
import { packedWasm } from './packed-wasm.mjs';
import { constants, root } from './paths.mjs';
import { plainExports } from './plain-exports.mjs';

/**
 * Writes `cli.cjs`, `chunks/*.cjs` and their source maps into `directory`. CommonJS, because loading
 * Node's ESM loader costs start-up time on every run. Throws with the import chain when a package got
 * onto the hot path, and when the hot path would need more than one chunk beside the bundler's own.
 * @param {string} directory
 * @returns {Promise<import('rolldown').OutputChunk[]>}
 */
export async function bundle(directory) {
  const { plugin, isHot, isTold } = hotPath();
  const build = await rolldown({
    cwd: root,
    input: { cli: join(root, 'src/cli.ts') },
    platform: 'node',
    plugins: [plugin, packedWasm(), plainExports()],
    transform: { target: 'node20.19', define: constants },
    onLog(level, log) {
      // A warning here is an unresolved import or a broken cycle: it must not pass unread.
      if (level === 'warn') throw new Error(`rolldown: ${log.message}`);
    },
  });
  const { output } = await build.write({
    dir: directory,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
    sourcemap: true,
    comments: false,
    codeSplitting: {
      groups: [
        { name: 'main', test: isHot },
        { name: 'report-finding', test: isTold },
      ],
    },
    minify: {
      // Names of functions and classes stay: error names and stack traces are read by people.
      compress: { target: 'node20.19', keepNames: { function: true, class: true } },
      mangle: { toplevel: true, keepNames: { function: true, class: true } },
      codegen: { removeWhitespace: true },
    },
  });
  const chunks = output.filter((file) => file.type === 'chunk');
  const main = chunks.find((chunk) => chunk.fileName === 'chunks/main.cjs');
  const further = main?.imports.filter(
    (name) => name.startsWith('chunks/') && name !== 'chunks/rolldown-runtime.cjs',
  );
  if (!main || further?.length) {
    throw new Error(`The hot path is not one chunk: ${further?.join(', ') ?? 'no main chunk'}`);
  }
  return chunks;
}
