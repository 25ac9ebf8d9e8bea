// Which tests failed and with what, in a line each: said at the very end of a run, an hour after the first of them.
import { relative } from 'node:path';

const MOST_SIGNS = 200;

/**
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} Case
 * @typedef {{ name: string, message?: string, assertionResults: Case[] }} TestFile
 */

/**
 * @param {{ testResults: TestFile[] } | undefined} report vitest's; undefined when there is none
 * @param {string} root the paths are told from there
 * @returns {string[]} of each test that failed its file, its name and the first line of what went wrong; of a file that broke
 *   before its first test the file and that line
 */
export function failuresOf(report, root) {
  return (report?.testResults ?? []).flatMap((file) => {
    const path = relative(root, file.name);
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return file.message ? [`${path}: ${firstLine(file.message)}`] : [];
    return failed.map((test) => `${path}: ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`);
  });
}

/** @param {string} text */
const firstLine = (text) => (text.trim().split('\n')[0] ?? '').slice(0, MOST_SIGNS);
