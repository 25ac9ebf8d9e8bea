// Tests that root ran in somebody's folder leave nothing there that this person cannot build over.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/**
 * Gives what root made in a folder to whom the folder belongs; nothing where that is root, or who runs this is not.
 * @param {string} folder @param {{ uid?: number | undefined, change?: (command: string, args: string[]) => void }} [options]
 */
export function giveBack(folder, { uid = process.getuid?.(), change = run } = {}) {
  const { uid: owner, gid } = statSync(folder);
  if (uid !== 0 || owner === 0) return;
  change('find', [
    folder,
    '-xdev',
    '-user',
    '0',
    '-exec',
    'chown',
    '--no-dereference',
    `${owner}:${gid}`,
    '{}',
    '+',
  ]);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  spawnSync(command, args, { stdio: 'ignore' });
}
