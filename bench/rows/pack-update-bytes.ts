import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeBetween } from '../../core/contract/repository/manifest-change.ts';
import type { Row } from '../row.ts';
import { countingServer } from '../updates/counting-server.ts';
import { listed, madeUpPack } from '../updates/made-up-pack.ts';
import { buildInstall, kioskFolder, runInstall } from '../updates/run-install.ts';
import { signedRepository } from '../updates/signed-repository.ts';

const FILES = 500;
const BYTES = 25_000_000;
const MOST = 1.02;
const MOST_OTHER = 60_000;

/**
 * What a web server sends to a kiosk for an update of ten files in five hundred, heads of the answers and all. The floor is the bytes
 * of these ten files. Manifest and metadata are counted apart.
 */
export const packUpdateBytes: Row = {
  name: 'pack-update-bytes',
  unit: 'bytes',
  goal: `10 of ${FILES} files: at most ${MOST} times their bytes, and at most ${MOST_OTHER} of manifest and metadata`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    try {
      const repository = await signedRepository(join(folder, 'repository'));
      const server = await countingServer(join(folder, 'repository'));
      try {
        const before = madeUpPack(FILES, BYTES, 1);
        const after = madeUpPack(FILES, BYTES, 2);
        const change = changeBetween({ files: listed(before) } as never, { files: listed(after) } as never);
        const dataDir = kioskFolder(join(folder, 'kiosk'), repository.root);
        await buildInstall();
        await repository.publish(1, before);
        await runInstall(server.address, dataDir);
        server.sent();
        await repository.publish(2, after);
        await runInstall(server.address, dataDir);
        const { contents, other } = server.sent();
        say(`${change.contents.length} files changed: ${contents} bytes sent of them, ${other} of all else`);
        return { measured: [contents], floor: [change.bytes], holds: other <= MOST_OTHER };
      } finally {
        await server.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
