import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackOnChannel } from '../../../core/contract/repository/names.ts';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import type { WriteDb } from '../../../db/open.ts';
import { loadPackFolder } from '../../../packs/load-pack-folder.ts';
import { type Prepared, prepareUpdate } from '../../../updates/prepare-update.ts';
import { folderSource } from '../../../updates/source/folder-source.ts';
import type { Source } from '../../../updates/source/source.ts';
import { asUpdateError, UpdateError } from '../../../updates/update-error.ts';
import { aDataFolder, aStore } from '../a-store.ts';
import { packFolder } from '../pack-folder.ts';
import { TODAY } from '../today.ts';
import { NOW, STABLE } from './raw-repository.ts';

/** A kiosk that shows factory content of version 1 and knows a root. */
export type TestKiosk = {
  readonly dataDir: string;
  readonly db: WriteDb;
  /** Makes ready what is new, as at a time. */
  readonly prepare: (
    from: { readonly folder: string } | Source,
    options?: Options,
  ) => Promise<Prepared['outcome']>;
  /** The same, and shows it. What came of it: the kind of outcome, or the fault. */
  readonly update: (from: { readonly folder: string } | Source, options?: Options) => Promise<string>;
  readonly shown: () => number | undefined;
  readonly title: () => string | undefined;
};
type Options = {
  readonly now?: number;
  readonly follow?: PackOnChannel;
  readonly acceptExpired?: boolean;
  readonly threadsFrom?: number | undefined;
  /** Another root than the one that it was set up with. */
  readonly bundledRoot?: Buffer;
};

/** The bytes of a store with factory content: made once, because it takes a moment. */
let image: Buffer | undefined;

function withFactoryContent(): Buffer {
  const db = aStore('content');
  const factory = loadPackFolder(packFolder(), TODAY);
  if (!factory.ok) throw new Error('The good pack of the tests is not good.');
  installPack(db, factory);
  return db.serialize();
}

/** A new kiosk, which trusts the first root of a repository. */
export function aKiosk(bundledRoot: Buffer, dataDir = aDataFolder()): TestKiosk {
  const file = join(dataDir, 'content.db');
  image ??= withFactoryContent();
  writeFileSync(file, image);
  const db = aStore('content', file);
  // No power is cut in these tests, and waiting for the disk would take most of their time.
  db.pragma('synchronous = OFF');
  const prepare: TestKiosk['prepare'] = async (from, { now = NOW, follow = STABLE, ...more } = {}) => {
    const source = 'open' in from ? from : await folderSource(from.folder);
    const plan = { db, dataDir, bundledRoot, now, today: TODAY, follow: [follow], ...more };
    const [prepared] = await prepareUpdate(source, plan);
    if (prepared === undefined) throw new Error('Nothing came of the pack that is followed.');
    return prepared.outcome;
  };
  return {
    dataDir,
    db,
    prepare,
    update: async (from, options) => {
      try {
        const outcome = await prepare(from, options);
        if (outcome.kind === 'failed') return outcome.error.fault;
        showStagedPack(db, 'klein');
        return outcome.kind;
      } catch (error) {
        const known = asUpdateError(error);
        if (known instanceof UpdateError) return known.fault;
        throw known;
      }
    },
    shown: () => activeVersion(db, 'klein')?.version,
    title: () => readFlow(db, 'huur')?.words['nl']?.title,
  };
}
