import { expect, it } from 'vitest';
import { failuresOf } from '../../scripts/checks/failures.mjs';

const aCase = (status: string, fullName: string, ...failureMessages: string[]) => ({
  status,
  fullName,
  failureMessages,
});

it('names each test that failed, with the first line of what went wrong', () => {
  const report = {
    testResults: [
      {
        name: '/project/tests/a.test.ts',
        assertionResults: [
          aCase('passed', 'a door opens'),
          aCase('failed', 'a door closes', 'AssertionError: expected 1 to be 2\n    at a.test.ts:3'),
        ],
      },
    ],
  };
  expect(failuresOf(report, '/project')).toEqual([
    'tests/a.test.ts: a door closes: AssertionError: expected 1 to be 2',
  ]);
});

it('names a file that broke before its first test', () => {
  const broken = { name: '/project/tests/b.test.ts', message: 'Error: boom\n    at b', assertionResults: [] };
  expect(failuresOf({ testResults: [broken] }, '/project')).toEqual(['tests/b.test.ts: Error: boom']);
});

it('has nothing to say of a run without a failure, nor of one without a report', () => {
  const good = { name: '/project/a.test.ts', message: '', assertionResults: [aCase('passed', 'it is')] };
  expect(failuresOf({ testResults: [good] }, '/project')).toEqual([]);
  expect(failuresOf(undefined, '/project')).toEqual([]);
});
