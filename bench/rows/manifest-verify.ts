import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Manifest, MOST_FILES } from '../../core/contract/repository/manifest.ts';
import { manifestPlace } from '../../core/contract/repository/places.ts';
import { storeManifest } from '../../trust/repository/read-manifest.ts';
import { readManifest } from '../../updates/read-manifest.ts';
import { folderSource } from '../../updates/source/folder-source.ts';
import type { Row } from '../row.ts';
import { FOLLOWED } from '../updates/signed-repository.ts';

const WARM_UP = 5;
const PAIRS = 40;
const MOST = 3;

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * From the file in a repository to a manifest that is proven and checked, with as many files as may be: reading, hashing, unpacking,
 * parsing, every path. The floor hashes and parses the same text, unpacked and in memory, and they take turns.
 */
export const manifestVerify: Row = {
  name: 'manifest-verify',
  unit: 'ms',
  goal: `${MOST_FILES} files in at most ${MOST} times hashing and parsing the same bytes`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    try {
      const manifest = manifestOf(MOST_FILES);
      const text = Buffer.from(JSON.stringify(manifest));
      const { bytes: stored, target } = storeManifest(manifest);
      const file = join(folder, manifestPlace(FOLLOWED, target.hashes.sha256));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, stored);
      say(`${text.length} bytes, ${stored.length} as it is stored`);
      const source = await folderSource(folder);
      const measured: number[] = [];
      const floor: number[] = [];
      for (let pair = -WARM_UP; pair < PAIRS; pair++) {
        const began = performance.now();
        sha256(text);
        JSON.parse(text.toString('utf8'));
        const bare = performance.now() - began;
        const again = performance.now();
        const { files } = await readManifest(source, FOLLOWED, target);
        const ms = performance.now() - again;
        if (files.length !== MOST_FILES) throw new Error('The manifest was not read whole.');
        if (pair < 0) continue;
        floor.push(bare);
        measured.push(ms);
      }
      return { measured, floor };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Names as packs have them: a picture and two texts for each article. */
function manifestOf(count: number): Manifest {
  const names = ['article.yaml', 'en.md', 'nl.md'];
  const files = Array.from({ length: count }, (_, index) => ({
    path: `articles/artikel-${String(Math.floor(index / 3)).padStart(5, '0')}/${names[index % 3]}`,
    length: 1000 + index,
    sha256: sha256(String(index)),
  }));
  const { library, pack } = FOLLOWED;
  return { format: 1, library, pack, version: 1, created_at: '2026-11-24T12:00:00Z', files };
}
