// A real disk on a real device, mounted where desktops mount them: in a namespace of its own, so that nobody else sees it.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aDataFolder } from '../../builders/a-store.ts';

const LIST = join(import.meta.dirname, '../../../updates/stick/mounted-places.ts');
/** What a shell does in there. Node may not lie where something is mounted over it, so only /mnt is covered. */
const MOUNT = `
set -e
truncate -s 4M "$1/image"
mkfs.ext4 -qF "$1/image"
mount -t tmpfs balie-test /mnt
mkdir "/mnt/MIJN STICK" /mnt/memory
mount -o loop "$1/image" "/mnt/MIJN STICK"
mount -t tmpfs balie-test /mnt/memory
exec "$2" --input-type=module -e "
  const { mountedPlaces } = await import(process.argv[1]);
  console.log(JSON.stringify(mountedPlaces().map(({ folder }) => folder)));
" "$3"
`;

test('a disk that is mounted is listed by its folder, and memory is not', () => {
  const arguments_ = ['-c', MOUNT, 'sh', aDataFolder(), process.execPath, LIST];
  const listed = execFileSync('unshare', ['--mount', 'sh', ...arguments_], { encoding: 'utf8' });
  const found = JSON.parse(listed) as string[];
  expect(found.filter((folder) => folder.startsWith('/mnt'))).toEqual(['/mnt/MIJN STICK']);
});
