import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Content } from '../../db/blobs/blob-store.ts';
import { startOwnNginx } from '../../tests/builders/own-nginx.ts';
import type { Row } from '../row.ts';
import { median } from '../statistics.ts';
import { listed, madeUpPack, type PackContents, writeContents } from '../updates/made-up-pack.ts';
import { startRsync } from '../updates/rsync-daemon.ts';
import { buildInstall, kioskFolder, runFetch, runInstall } from '../updates/run-install.ts';
import { signedRepository } from '../updates/signed-repository.ts';

const FILES = 500;
const BYTES = 100_000_000;
const PAIRS = 5;
const MOST = 1.1;

/**
 * A whole install over the network of this machine, from opening the store to the flip: metadata, contents, the check of the pack,
 * everything on the disk. The floor is rsync from its daemon, of the same files to the same disk, and the same `sync`. Each is a
 * process of its own that begins with nothing, and they take turns. A third takes its turn and says what a part of the install alone
 * takes: to fetch the contents, prove them and bring them to the disk.
 */
export const packInstall: Row = {
  name: 'pack-install',
  unit: 'ms',
  goal: `${FILES} files, ${BYTES / 1_000_000} MB in at most ${MOST} times rsync from a daemon and sync -f`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const at = (name: string) => join(folder, name);
    try {
      await buildInstall();
      const contents = madeUpPack(FILES, BYTES, 1);
      writeContents(at('pack'), contents);
      const repository = await signedRepository(at('repository'));
      await repository.publish(1, contents);
      const daemon = await startRsync(at('pack'), folder);
      const nginx = await startOwnNginx(at('repository'));
      try {
        const measured: number[] = [];
        const floor: number[] = [];
        const fetched: number[] = [];
        for (let pair = 1; pair <= PAIRS; pair++) {
          // What one of them left to be written is not the other's to wait for.
          spawnSync('sync', ['-f', folder]);
          const bare = daemon.copy(at('copied'));
          spawnSync('sync', ['-f', folder]);
          const { ms } = await runInstall(nginx.url, kioskFolder(at('kiosk'), repository.root));
          spawnSync('sync', ['-f', folder]);
          const alone = await runFetch(nginx.url, at('fetched'), unlike(contents));
          say(
            `pair ${pair} of ${PAIRS}: ${ms.toFixed(0)} ms (to fetch and no more: ${alone.ms.toFixed(0)} ms), rsync ${bare.toFixed(0)} ms`,
          );
          measured.push(ms);
          floor.push(bare);
          fetched.push(alone.ms);
          for (const each of ['copied', 'kiosk', 'fetched'])
            rmSync(at(each), { recursive: true, force: true });
        }
        say(`to fetch and no more: ${(median(fetched) / median(floor)).toFixed(2)} times rsync`);
        return { measured, floor };
      } finally {
        await nginx.remove();
        await daemon.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Each content once: two files may have the same. */
function unlike(contents: PackContents): readonly Content[] {
  return [...new Map(listed(contents).map(({ sha256, length }) => [sha256, { sha256, length }])).values()];
}
