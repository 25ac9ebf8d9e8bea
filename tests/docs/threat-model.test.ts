// "A line without a test is a promise, and there should be none": every line of a table names a test that is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const lines = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| What they'));

it('names a test that is there on every line', () => {
  expect(lines.length).toBeGreaterThan(40);
  for (const line of lines) {
    const tests = [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => String(name));
    expect(tests.length, line).toBeGreaterThan(0);
    for (const test of tests) expect([test, existsSync(join(ROOT, test))]).toEqual([test, true]);
  }
});
