// Runs the tests and ends with one plain line: `N passed, M failed`, with `, K skipped` when there are any.
// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseCLI, startVitest } from 'vitest/node';
import { dist } from './paths.mjs';

const LIMIT_MS = 15 * 60_000;

/** What the closing line says; a run that never starts is one failure. */
let outcome = { passed: 0, failed: 1, skipReasons: [''].slice(1) };

// The very last words of the process, whatever else is still closing down.
process.on('exit', () => {
  const { passed, failed, skipReasons } = outcome;
  if (failed > 0 || passed === 0) process.exitCode = 1;
  for (const reason of new Set(skipReasons)) {
    console.log(`skipped ${skipReasons.filter((other) => other === reason).length}: ${reason}`);
  }
  const skips = skipReasons.length > 0 ? `, ${skipReasons.length} skipped` : '';
  console.log(`${passed} passed, ${failed} failed${skips}`);
});

// A test that blocks its thread is beyond the reach of vitest's own time limits.
setTimeout(() => {
  console.error(`The tests did not end within ${LIMIT_MS / 60_000} minutes.`);
  process.exit();
}, LIMIT_MS).unref();

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, { ...options, run: true, watch: false });
const modules = vitest.state.getTestModules();
const results = modules.flatMap((module) =>
  [...module.children.allTests()].map((test) => test.result()),
);
const passed = results.filter((result) => result.state === 'passed').length;
const skipped = results.filter((result) => result.state === 'skipped');
// What fails outside a test counts too: a module that does not load, a stray rejection, the build.
const faults =
  modules.filter((module) => module.errors().length > 0).length +
  vitest.state.getUnhandledErrors().length +
  (existsSync(join(dist, 'cli.cjs')) ? 0 : 1);
outcome = {
  passed,
  failed: results.length - passed - skipped.length + faults,
  skipReasons: skipped.map((result) => result.note ?? 'no reason given'),
};
await vitest.close();
process.exit();
