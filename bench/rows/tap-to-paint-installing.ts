import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { projectRoot } from '../../scripts/setup/places.mjs';
import { fillStore } from '../../scripts/setup/store.mjs';
import { startOwnNginx } from '../../tests/builders/own-nginx.ts';
import type { Tap } from '../page/tap.ts';
import { go, press } from '../page/visit.ts';
import { BALIE, type ProbedApp, startProbed } from '../probed-app.ts';
import type { Row } from '../row.ts';
import { momentOf, tapStep, WAY } from '../taps.ts';
import { madeUpPack } from '../updates/made-up-pack.ts';
import { FOLLOWED, signedRepository } from '../updates/signed-repository.ts';

const FILES = 500;
const BYTES = 40_000_000;
const INSTALLS = 8;
const LEAST_TAPS = 30;
const MOST = 1.5;
const LOOK_MS = 20;
const PATIENCE_MS = 60_000;

/**
 * From a tap to its paint while the kiosk fetches, checks and stores a pack by its own updater. The floor is the same taps of the same
 * visit while it does not, and they take turns: for each install, a way through the flow before it. A kiosk without
 * repository.json looks at nothing, so that stands there only while something is to be installed.
 */
export const tapToPaintInstalling: Row = {
  name: 'tap-to-paint-installing',
  unit: 'ms',
  goal: `at most ${MOST} times tap-to-paint without an install`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const at = (name: string) => join(folder, name);
    try {
      const repository = await signedRepository(at('repository'));
      const timestamp = join(at('repository'), TIMESTAMP_PLACE);
      for (let version = 1; version <= INSTALLS; version++) {
        await repository.publish(version, madeUpPack(FILES, BYTES, version, version));
        copyFileSync(timestamp, at(`timestamp-${version}`));
      }
      await fillStore(projectRoot, at('data'));
      writeFileSync(at('data/root.json'), repository.root);
      const nginx = await startOwnNginx(at('repository'));
      writeFileSync(at('settings'), JSON.stringify({ address: nginx.url, follow: [FOLLOWED] }));
      const app = await startProbed(BALIE, at('data'), { BALIE_SYNC_SECONDS: '1' });
      try {
        await app.inPage(press, nl.attract.start);
        await app.inPage(go, 'main li[data-tint=money] button');
        await app.inPage(press, 'Huurtoeslag');
        const measured: number[] = [];
        const floor: number[] = [];
        // Until the kiosk has something to say there is no log.
        const logFile = at('data/logs/balie.log');
        const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
        for (let version = 1; version <= INSTALLS; version++) {
          renameSync(at(`timestamp-${version}`), timestamp);
          const isReady = () => log().includes(`${FOLLOWED.pack} ${version}: ready`);
          floor.push(...(await round(app, floor.length)));
          copyFileSync(at('settings'), at('data/repository.json'));
          await until(() => isReady() || log().includes('update-failed') || isFetching(at('data')));
          if (log().includes('update-failed')) throw new Error(`The kiosk installed nothing: ${log()}`);
          while (!isReady()) measured.push(...(await round(app, measured.length, isReady)));
          rmSync(at('data/repository.json'));
          say(
            `install ${version} of ${INSTALLS}: ${measured.length} taps while it ran, ${floor.length} without`,
          );
        }
        if (measured.length < LEAST_TAPS)
          throw new Error(
            `Only ${measured.length} taps fell into an install; the machine is too quick for this pack.`,
          );
        return { measured, floor };
      } finally {
        await app.close();
        await nginx.remove();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A way through the flow, to its end: the taps whose paint came before `isOver`. Milliseconds. */
async function round(app: ProbedApp, turn: number, isOver = () => false): Promise<number[]> {
  const taps: Tap[] = [];
  for (const step of WAY) {
    const tap = await tapStep(app, step, momentOf(turn + taps.length));
    if (!isOver()) taps.push(tap);
  }
  await app.inPage(press, nl.flow.again);
  return taps.map(({ total }) => total);
}

/** Has the updater begun to fetch contents? */
function isFetching(dataDir: string): boolean {
  const parts = join(dataDir, 'blobs/parts');
  return existsSync(parts) && readdirSync(parts).length > 0;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('The kiosk did not begin to install within a minute.');
    await new Promise((wait) => setTimeout(wait, LOOK_MS));
  }
}
