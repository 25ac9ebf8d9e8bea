// Tests that start processes of their own or are about sizes, seconds each: `npm test` runs them, `npm run check` does not.
import { defineConfig } from 'vitest/config';
import { slowFirst } from './vitest.slow-first.ts';

/** Each takes half a minute or more. */
const SLOW = [
  'accounts-postgres.long.test.ts',
  'accounts.long.test.ts',
  'import-memory.long.test.ts',
  'power-cuts.long.test.ts',
  'killed-update.long.test.ts',
  'every-write.long.test.ts',
  'nothing-lost.long.test.ts',
  'killed-and-cut.long.test.ts',
];

export default defineConfig({
  test: {
    include: ['tests/**/*.long.test.ts'],
    sequence: { sequencer: slowFirst(SLOW) },
    maxWorkers: '100%', // without it one of two cores does nothing
    testTimeout: 120_000,
    hookTimeout: 60_000, // a database of its own takes a while to start on a busy machine
    // What is waited for comes when it comes: a second, the usual, is a time and no state.
    expect: { poll: { timeout: 20_000 } },
    allowOnly: false, // a forgotten .only would silence all the others
  },
});
