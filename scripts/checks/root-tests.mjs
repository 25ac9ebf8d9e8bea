// Some tests fill disks of their own up and cut their power. A loop device is root's alone, and SQLite does not find its way into the
// namespace in which somebody else may mount; everything else runs under any account.
import { journeys, longTests } from '../checks.mjs';
import { asRootHere } from '../setup/as-root.mjs';
import { Failure } from '../setup/say.mjs';

/** The long tests that mount a disk for themselves. */
export const ROOT_TESTS = [
  'tests/db/ops/desk/faults/disk.long.test.ts',
  'tests/db/ops/desk/faults/killed-and-cut.long.test.ts',
  'tests/server/sending-faults.long.test.ts',
  'tests/trust/repository/disk-trouble.long.test.ts',
  'tests/updates/faults/full-disk.long.test.ts',
  'tests/updates/faults/power-cuts.long.test.ts',
  'tests/updates/faults/pulled-stick.long.test.ts',
  'tests/updates/stick/real-mount.long.test.ts',
];

/** The journeys that do: whoever is not root does it in a namespace, and root where it may. */
export const SMALL_DISKS = ['tests/faults/full-disk.test.ts', 'tests/faults/read-only-disk.test.ts'];

/** @typedef {{ uid: number | undefined, mayMount: boolean }} Account `uid` is undefined where there are none */

/**
 * A Failure when these steps, or the files that were named, are more than this account may run: better now than after half an hour.
 * @param {import('../checks.mjs').Check[]} chosen @param {string[]} files @param {Account} account
 */
export function refuseWithoutRoot(chosen, files, { uid, mayMount }) {
  /** @param {string[]} tests */
  const wanted = (tests) =>
    files.length === 0 || tests.some((test) => files.some((file) => test.includes(file)));
  const isLong = chosen.includes(longTests) && wanted(ROOT_TESTS);
  if (uid === 0 && !mayMount && (isLong || (chosen.includes(journeys) && wanted(SMALL_DISKS))))
    throw new Failure(
      'Some tests fill up disks of their own or cut their power, and root may not mount any here, as in most containers.',
      'start the container with `--privileged`; or run what mounts nothing: `npm test -- unit`, `npm test -- administration`.',
    );
  if (uid === undefined || uid === 0 || !isLong) return;
  throw new Failure(
    `${ROOT_TESTS.length} files of long tests fill up disks of their own or cut their power, which only root may.`,
    `run \`${asRootHere('npm test')}\`; or what needs no root, a step at a time: \`npm test -- unit\`, \`npm test -- administration\`, \`npm test -- journeys\`.`,
  );
}
