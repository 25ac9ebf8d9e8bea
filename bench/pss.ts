import { readdirSync, readFileSync } from 'node:fs';

/**
 * The proportional set size of a process and all its descendants, in megabytes: memory of their own, and
 * their share of what they have in common with others. Linux only.
 */
export function pssOfTree(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + pssKilobytes(each), 0) / 1024;
}

function treeOf(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const tree = [root];
  for (const each of tree)
    tree.push(...[...parents].filter(([, parent]) => parent === each).map(([pid]) => pid));
  return tree;
}

/** A process that ended meanwhile has no parent. */
function parentOf(pid: string): number | undefined {
  // The name of the program stands in brackets and may hold anything: what follows the last one is fixed.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return fields === undefined ? undefined : Number(fields[1]);
}

function pssKilobytes(pid: number): number {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup ?? '')?.[1] ?? 0);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
