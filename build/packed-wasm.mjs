// Ships the WebAssembly of SQLite compressed, which makes it a third of its size.
// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const LOADER = /[\\/](node-sqlite3-wasm)\.js$/;
const READS = 'return readBinary(file)';
/** Of 11: two more would save a tenth, and take twenty times as long at every build. */
const QUALITY = 9;
/** The least window that costs nothing in size: unpacking needs as much memory. */
const WINDOW_BITS = 19;
/** More than comes out, in bytes: it is unpacked in one piece, not gathered from many. */
const ROOM = 2 ** 21;

/**
 * A rolldown plugin that lets the package unpack its WebAssembly when it loads it, and puts the
 * compressed file beside the chunk that does. Fails the build when the package reads it another way.
 * @returns {import('rolldown').Plugin}
 */
export function packedWasm() {
  return {
    name: 'packed-wasm',
    load(id) {
      if (!LOADER.test(id)) return null;
      const parts = readFileSync(id, 'utf8').split(READS);
      if (parts.length !== 2) this.error(`${id} does not read its WebAssembly as it did`);
      const unpacks = `brotliDecompressSync(readBinary(file+".br"),{chunkSize:${ROOM}})`;
      return parts.join(`return require("node:zlib").${unpacks}`);
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const id = chunk.type === 'chunk' && chunk.moduleIds.find((module) => LOADER.test(module));
        if (!id) continue;
        const name = `${LOADER.exec(id)?.[1]}.wasm`;
        this.emitFile({
          type: 'asset',
          fileName: posix.join(posix.dirname(chunk.fileName), `${name}.br`),
          source: brotliCompressSync(readFileSync(`${dirname(id)}/${name}`), {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: QUALITY,
              [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
            },
          }),
        });
      }
    },
  };
}
