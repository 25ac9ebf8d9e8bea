// Drives the real app, one file at a time: there is one screen and one processor or two. No second
// try: a journey that fails now and then is a fault.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{journeys,faults,escape}/**/*.test.ts'],
    globalSetup: 'tests/journeys/fill-template.ts',
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    retry: 0,
    allowOnly: false, // a forgotten .only would silence all the others
  },
});
