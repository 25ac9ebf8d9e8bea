import { describe, expect, it } from 'vitest';
import { countTests, sumUp } from '../../scripts/checks/count.mjs';

const file = (status: string, ...cases: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: cases.map((each) => ({ status: each })),
});

describe('the count of a test run', () => {
  it('counts every case', () => {
    const report = { testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped')] };
    expect(countTests(report, false)).toEqual({ passed: 2, failed: 1, note: '1 skipped' });
  });

  it('counts a missing report as a failure', () => {
    expect(countTests(undefined, true).failed).toBe(1);
  });

  it('counts a run without a test as a failure', () => {
    expect(countTests({ testResults: [] }, true)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests({ testResults: [file('passed', 'skipped')] }, true)).toMatchObject({
      passed: 0,
      failed: 1,
    });
  });

  it('counts a file that did not load as a failure', () => {
    const report = { testResults: [file('failed'), file('failed', 'passed', 'failed')] };
    expect(countTests(report, false)).toMatchObject({ passed: 1, failed: 2, note: '1 files did not load' });
  });

  it('counts a run that failed although every test passed', () => {
    const count = countTests({ testResults: [file('passed', 'passed')] }, false);
    expect(count).toMatchObject({ passed: 1, failed: 1 });
    expect(count.note).toContain('coverage');
  });
});

describe('the last line', () => {
  it('adds up', () => {
    const counts = [
      { passed: 2, failed: 0, note: '' },
      { passed: 3, failed: 1, note: '' },
    ];
    expect(sumUp(counts)).toEqual({ line: '5 passed, 1 failed', ok: false });
  });

  it('is not content with nothing', () => {
    expect(sumUp([])).toEqual({ line: '0 passed, 0 failed', ok: false });
  });
});
