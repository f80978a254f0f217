// How the tests run: one process of threads without isolation, after one build.
import { defineConfig } from 'vitest/config';
import { constants } from './build/paths.mjs';

export default defineConfig({
  // Tests set the clock as they like; only the built program knows when it was built.
  define: { ...constants, __BUILT_AT__: '0' },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['build/test-setup.mjs'],
    pool: 'threads',
    // Four times faster; no test may leave module state, environment or timers behind.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    // Far above what any test takes, so that a busy machine fails none.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { include: ['src/**'], reporter: ['text-summary', 'html'] },
  },
});
