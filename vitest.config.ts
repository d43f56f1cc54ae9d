import { defineConfig } from 'vitest/config';
import { PATIENCE_MS, TEST_LIMIT_MS } from './test/testkit/patience.js';

export default defineConfig({
  resolve: {
    // Packages load graphql as CommonJS. Vite alone would pick its ES modules for our sources, and graphql refuses
    // schemas from "another module or realm".
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/testkit/globalSetup.ts'],
    setupFiles: ['test/testkit/fixedSeed.ts', 'test/testkit/windowEvents.ts'],
    reporters: ['default', './test/testkit/totalsReporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A worker loads the product once instead of once for each file: a third of the suite's work. No test mocks a module.
    isolate: false,
    // The suite kills processes, cuts connections and drives browsers on machines with other work. What passes in
    // the second attempt only is named at the end of the run: it is a flaw of the product or of the test, to be mended.
    retry: 1,
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: TEST_LIMIT_MS,
    teardownTimeout: TEST_LIMIT_MS,
    expect: { poll: { timeout: PATIENCE_MS } },
  },
});
