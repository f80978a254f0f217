// Builds dist/: chunks, licences, schemas, man pages and completions, or nothing at all.
// @ts-check
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { generate } from './generate.mjs';
import { thirdPartyLicences } from './licences.mjs';
import { dist, root } from './paths.mjs';

/**
 * Builds into a directory beside `dist` and puts it in place when all of it is done, so that a failed
 * build leaves the last one and a running CLI never sees half of one.
 */
export async function build() {
  const next = join(root, `dist-${process.pid}`);
  const last = `${next}-old`;
  mkdirSync(next);
  try {
    const chunks = await bundle(next);
    chmodSync(join(next, 'cli.cjs'), 0o755);
    const licences = thirdPartyLicences(chunks.flatMap((chunk) => chunk.moduleIds));
    writeFileSync(join(next, 'THIRD-PARTY-LICENSES.txt'), licences);
    await generate(next);
    // `explain` shows these pages; it has no words of its own that could differ from them.
    cpSync(join(root, 'docs/findings'), join(next, 'findings'), { recursive: true });
    putInPlace(next, last);
  } finally {
    for (const path of [next, last]) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Another build may do the same at this moment; whichever comes last stays.
 * @param {string} next
 * @param {string} last
 */
function putInPlace(next, last) {
  for (;;) {
    try {
      rmSync(last, { recursive: true, force: true });
      if (existsSync(dist)) renameSync(dist, last);
      renameSync(next, dist);
      return;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code !== 'ENOENT' && code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
      if (!existsSync(next)) throw error;
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
