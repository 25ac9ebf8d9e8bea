// Some tests fill disks of their own up and cut their power. A loop device is root's alone, and SQLite does not find its way into the
// namespace in which somebody else may mount; everything else runs under any account.
import { longTests } from '../checks.mjs';
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

/**
 * A Failure when these steps, or the files that were named, are more than this account may run: better now than after half an hour.
 * @param {import('../checks.mjs').Check[]} chosen @param {string[]} files @param {number | undefined} uid undefined where there are none
 */
export function refuseWithoutRoot(chosen, files, uid) {
  if (uid === undefined || uid === 0 || !chosen.includes(longTests)) return;
  if (files.length > 0 && !ROOT_TESTS.some((test) => files.some((file) => test.includes(file)))) return;
  throw new Failure(
    `${ROOT_TESTS.length} files of long tests fill up disks of their own or cut their power, which only root may.`,
    'run `sudo env "PATH=$PATH" npm test`; or what needs no root, a step at a time: `npm test -- unit`, `npm test -- administration`, `npm test -- journeys`.',
  );
}
