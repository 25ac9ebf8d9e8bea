// The unit tests: fast, no Electron. What drives the real app is in vitest.journeys.config.ts, what takes seconds for one
// test in vitest.long.config.ts.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/{journeys,faults,escape,administration}/**', 'tests/**/*.long.test.ts'],
    maxWorkers: '100%', // without it one of two cores does nothing
    testTimeout: 60_000, // tests wait for states: this ends one that hangs, also on a busy machine
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } }, // the usual second is a time and no state
    isolate: false, // a fresh process for each of the files takes four times as long; no test leaves a trace
    allowOnly: false, // a forgotten .only would silence all the others
    coverage: {
      provider: 'v8',
      include: ['core/**/*.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: { branches: 95 },
    },
  },
});
