// Drives the pages of the administration in Debian's Chromium, against a server that runs. No second try: what fails now and then
// is a fault.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/administration/**/*.test.ts'],
    globalSetup: 'tests/administration/start-chromium.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes: a second, the usual, is a time and no state.
    expect: { poll: { timeout: 20_000 } },
    retry: 0,
    allowOnly: false, // a forgotten .only would silence all the others
  },
});
