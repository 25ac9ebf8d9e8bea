import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../db/open-store.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { readDeskLists } from '../../electron/desk/desk-lists-file.ts';
import { type DeskLogPlan, deskLogHandlers } from '../../electron/desk/desk-log.ts';
import { rememberLastWalk } from '../../electron/desk/last-walk.ts';
import type { Row } from '../row.ts';
import { median } from '../statistics.ts';

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
 * A question as main logs it: from the call that the door lets through to the answer that it is saved, on the disk. That is what staff wait
 * for. What follows from the question, that it counts and that the server is told of it, is worked out after the answer (decision 40), here
 * after each one, and is measured by itself. The floor writes 4 kB to a file that is there and waits until they are on the same disk. They
 * take turns.
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
      const later: (() => void)[] = [];
      const log = deskOn(
        (act) => act(db, new Date()),
        (act) => void later.push(act),
      )['desk:log-question'];
      const page = Buffer.alloc(PAGE, 'bare');
      for (let each = 0; each < PAGES; each++) writeSync(bare, page, 0, PAGE, each * PAGE);
      fdatasyncSync(bare);
      const measured: number[] = [];
      const floor: number[] = [];
      const after: number[] = [];
      for (let pair = -WARM_UP; pair < PAIRS; pair++) {
        const began = performance.now();
        writeSync(bare, page, 0, PAGE, ((pair + WARM_UP) % PAGES) * PAGE);
        fdatasyncSync(bare);
        const floorMs = performance.now() - began;
        const again = performance.now();
        const result = await log({ at: null, facts: FACTS, after: null, note: null });
        const ms = performance.now() - again;
        if (result.kind !== 'logged') throw new Error(`Nothing was logged: ${result.why}.`);
        const answered = performance.now();
        for (const act of later.splice(0)) act();
        const afterMs = performance.now() - answered;
        if (pair < 0) continue;
        after.push(afterMs);
        floor.push(floorMs);
        measured.push(ms);
      }
      const waiting = db.prepare<[], number>('SELECT count(*) FROM outbox').pluck().get();
      if (waiting !== WARM_UP + PAIRS) throw new Error(`${waiting} questions were passed on.`);
      say(`${PAIRS} questions on ${folder}`);
      say(`what follows from each took ${median(after).toFixed(3)} ms after its answer (median)`);
      return { measured, floor };
    } finally {
      store.db?.close();
      closeSync(bare);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The log of a desk on a store, with nothing around it. */
function deskOn(write: DeskLogPlan['house']['write'], afterwards: DeskLogPlan['afterwards']) {
  return deskLogHandlers({
    isDesk: true,
    afterwards,
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
