import { readdirSync, readFileSync } from 'node:fs';

/**
 * The proportional set size of a process and all its descendants, in megabytes: memory of their own, and
 * their share of what they have in common with others. Linux only.
 */
export function pssOfTree(pid: number): number {
  return inMegabytes(treeOf(pid), 'Pss');
}

/**
 * What a process and its descendants hold that is in no file, in megabytes, without pages: these come and go with the visit, and weigh
 * differently by what they show. Linux only.
 */
export function keptByTree(pid: number): number {
  const kept = treeOf(pid).filter((each) => !read(`/proc/${each}/cmdline`)?.includes('--type=renderer'));
  return inMegabytes(kept, 'Pss_Anon');
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

function inMegabytes(pids: readonly number[], what: 'Pss' | 'Pss_Anon'): number {
  const line = new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm');
  return (
    pids.reduce((sum, pid) => sum + Number(line.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0), 0) /
    1024
  );
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
