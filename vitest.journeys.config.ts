// Drives the real app, two files at a time, each on a screen of its own: much of a journey is waiting. No second
// try: a journey that fails now and then is a fault.
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { slowFirst } from './vitest.slow-first.ts';

/** Each takes most of a minute or more. */
const SLOW = [
  'access-displays.test.ts',
  'admin.test.ts',
  'idle.test.ts',
  'speech.test.ts',
  'keyboard.test.ts',
  'content-update.test.ts',
  'activity.test.ts',
  'killed.test.ts',
  'help-request.test.ts',
];

/**
 * Alone, after the others: one weighs the app, part of which it shares with any other that runs; one stops and starts a print system
 * while the kiosk asks it, which has a patience of seconds.
 */
const ALONE = ['tests/journeys/many-visits.test.ts', 'tests/faults/printers.test.ts'];

const project = (
  name: string,
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration => ({
  test: {
    name,
    setupFiles: 'tests/journeys/own-screen.ts',
    // Tests wait for states: this ends one that hangs. The longest takes a minute alone, and longer beside another on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for comes when it comes: a second, the usual, is a time and no state.
    expect: { poll: { timeout: 20_000 } },
    retry: 0,
    ...test,
  },
});

export default defineConfig({
  test: {
    globalSetup: 'tests/journeys/fill-template.ts',
    sequence: { sequencer: slowFirst(SLOW) },
    allowOnly: false, // a forgotten .only would silence all the others
    projects: [
      project('side by side', {
        include: ['tests/{journeys,faults,escape}/**/*.test.ts'],
        exclude: ALONE,
        maxWorkers: 2,
        sequence: { groupOrder: 0 },
      }),
      project('alone', { include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } }),
    ],
  },
});
