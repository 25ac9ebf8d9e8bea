// Turns the end of a check into numbers. Every way to end without having tested counts as a failure.

/**
 * @typedef {{ status: string }} Case
 * @typedef {{ name: string, status: string, assertionResults: Case[] }} TestFile
 * @typedef {{ passed: number, failed: number, note: string }} Count
 */

/** @param {boolean} ok @returns {Count} a check without test cases counts as one */
export const countCheck = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, note: '' });

/**
 * @param {{ testResults: TestFile[] } | undefined} report vitest's; undefined when there is none
 * @param {boolean} ok whether vitest itself was content
 * @returns {Count}
 */
export function countTests(report, ok) {
  if (!report) return { passed: 0, failed: 1, note: 'it left no report' };
  const cases = report.testResults.flatMap((file) => file.assertionResults);
  const with_ = (/** @type {string[]} */ ...statuses) =>
    cases.filter(({ status }) => statuses.includes(status)).length;
  const passed = with_('passed');
  const skipped = with_('pending', 'skipped', 'todo', 'disabled');
  // A file that breaks before its first test has no failed case of its own.
  const brokenFiles = report.testResults.filter(isBroken).length;
  const failed = with_('failed') + brokenFiles;
  if (passed + failed === 0) return { passed: 0, failed: 1, note: 'no test ran' };
  const note = [
    brokenFiles > 0 ? `${brokenFiles} files did not load` : '',
    skipped > 0 ? `${skipped} skipped` : '',
    !ok && failed === 0
      ? 'every test passed, yet the run failed: too little coverage, or an error outside a test'
      : '',
  ];
  return { passed, failed: !ok && failed === 0 ? 1 : failed, note: note.filter(Boolean).join(', ') };
}

/** @param {TestFile} file */
const isBroken = (file) =>
  file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed');

/** @param {Count[]} counts */
export function sumUp(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}
