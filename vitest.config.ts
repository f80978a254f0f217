// How the tests run: one process of threads without isolation, after one build.
import { defineConfig } from 'vitest/config';
import { constants } from './build/paths.mjs';

export default defineConfig({
  define: constants,
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
