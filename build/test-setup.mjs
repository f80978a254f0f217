// Builds dist/ once before the tests, because those of the built program run it from there.
// @ts-check
import { ensureBuilt } from './fresh.mjs';

/** A failed build is reported and leaves no dist/: the tests that need it fail, the others still tell. */
export default async function setUp() {
  try {
    await ensureBuilt();
  } catch (error) {
    console.error(`The build failed, so there is no dist/ to test.\n${String(error)}`);
  }
}
