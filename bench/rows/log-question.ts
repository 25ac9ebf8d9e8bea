import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open-store.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { readDeskLists } from '../../electron/desk/desk-lists-file.ts';
import { deskLogHandlers } from '../../electron/desk/desk-log.ts';
import { rememberLastWalk } from '../../electron/desk/last-walk.ts';
import type { Row } from '../row.ts';

const WARM_UP = 1_200;
const PAIRS = 2_000;
const MOST = 2;
const PAGE = 4096;
/** The bare file: as long as a WAL before SQLite moves it over, and written again from its beginning, as a WAL is. */
const PAGES = 1_000;

const ROOT = join(import.meta.dirname, '../..');
const FACTS = {
  category: 'digital-contact',
  subCategory: 'digid',
  organization: 'logius',
  channel: 'desk',
  duration: '5-15',
  outcome: 'answered',
  language: 'nl',
  place: 'balie',
} as const;

/**
 * A question as main logs it: from the call that the door lets through to the answer that it is saved, with the counts and what the server
 * will be told, on the disk. The floor writes 4 kB to a file that is there and waits until they are on the same disk. They take turns.
 */
export const logQuestion: Row = {
  name: 'log-question',
  unit: 'ms',
  goal: `durable and confirmed in at most ${MOST} times a bare 4 kB write with fdatasync`,
  isMet: ({ ratio }) => ratio <= MOST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const bare = openSync(join(folder, 'bare'), 'w+');
    const store = openStore(join(folder, 'ops.db'), join(ROOT, 'db/migrations/ops'), {
      ...OPS_OPTIONS,
      proveSound: true,
    });
    try {
      if (store.db === undefined) throw new Error(store.detail);
      const { db } = store;
      const log = deskOn((act) => act(db, new Date()))['desk:log-question'];
      const page = Buffer.alloc(PAGE, 'bare');
      for (let each = 0; each < PAGES; each++) writeSync(bare, page, 0, PAGE, each * PAGE);
      fdatasyncSync(bare);
      const measured: number[] = [];
      const floor: number[] = [];
      for (let pair = -WARM_UP; pair < PAIRS; pair++) {
        const began = performance.now();
        writeSync(bare, page, 0, PAGE, ((pair + WARM_UP) % PAGES) * PAGE);
        fdatasyncSync(bare);
        const floorMs = performance.now() - began;
        const again = performance.now();
        const result = await log({ at: null, facts: FACTS, after: null, note: null });
        const ms = performance.now() - again;
        if (result.kind !== 'logged') throw new Error(`Nothing was logged: ${result.why}.`);
        if (pair < 0) continue;
        floor.push(floorMs);
        measured.push(ms);
      }
      say(`${PAIRS} questions on ${folder}`);
      return { measured, floor };
    } finally {
      store.db?.close();
      closeSync(bare);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The log of a desk on a store, with nothing around it. */
function deskOn(write: Parameters<typeof deskLogHandlers>[0]['house']['write']) {
  return deskLogHandlers({
    isDesk: true,
    person: () => null,
    house: { write, read: async (_, otherwise) => otherwise(), troubles: () => [] },
    lists: () => readDeskLists(ROOT, join(ROOT, 'assets/desk/desk.json')),
    walk: rememberLastWalk(() => performance.now()),
    quietHours: async () => null,
    printRoom: () => Promise.reject(new Error('Nothing is printed here.')),
    now: () => new Date(),
    elapsed: () => performance.now(),
    log: { note: () => undefined, trouble: (_, detail) => console.error(detail) },
  });
}
