import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('../../electron/lean-heap.ts', import.meta.url).href;

/** Bytes that a process keeps for new objects, after it made garbage of which some lives on for a while. */
function newSpaceAfterWork(lean: boolean): number {
  const code = `
    import { getHeapSpaceStatistics } from 'node:v8';
    const { keepHeapLean } = await import(${JSON.stringify(MODULE)});
    if (${lean}) keepHeapLean();
    const alive = [];
    for (let i = 0; i < 1_000_000; i++) alive[i % 40_000] = { number: i, text: 'visit ' + i };
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(space.space_size);`;
  const args = ['--input-type=module', '--eval', code];
  return Number(
    execFileSync(process.execPath, args, { encoding: 'utf8', cwd: fileURLToPath(new URL('.', MODULE)) }),
  );
}

describe('a lean heap', () => {
  it('does not let the part for new objects grow, as V8 does by itself', () => {
    expect(newSpaceAfterWork(true)).toBeLessThan(newSpaceAfterWork(false) / 2);
  });
});
