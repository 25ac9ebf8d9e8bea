import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting } from '../../../db/open.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { OPS_OPTIONS } from '../../../db/ops/ops-options.ts';
import { copyWhenDue } from '../../../electron/stores/daily-copy.ts';
import { openOps } from '../../../electron/stores/open-ops.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { overwrite } from '../../builders/damage.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const { id: _, nth: __, at, ...FACTS } = aQuestion();
const HOUR_MS = 3_600_000;

/** A desk of which the clock is set by the test, also that of its disk. */
function aDesk() {
  const dataDir = aDataFolder();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const [file, folder] = [join(dataDir, 'ops.db'), join(dataDir, 'copies')];
  const log = aLog();
  let db = aStore('ops', file, OPS_OPTIONS);
  const filesOf = () =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.endsWith('.db'))
      .map((name): [string, number] => [join(folder, name), statSync(join(folder, name)).ino]);
  return {
    log,
    ask: (now: Date) => void logQuestion(db, now, { at, facts: FACTS }),
    /** Looks whether a copy is due. Returns how many were written. */
    look: (now: Date) => {
      const before = new Map(filesOf());
      copyWhenDue(db, { places, now, log, report: () => undefined });
      const fresh = filesOf().filter(([copy, node]) => before.get(copy) !== node);
      for (const [copy] of fresh) utimesSync(copy, now, now);
      return fresh.length;
    },
    restart: () => {
      db.close();
      db = openForWriting(file, OPS_OPTIONS);
      const opened = db;
      onTestFinished(() => void opened.close());
    },
    /** The store is damaged, and comes back. Returns how many questions it has then. */
    bringBack: (now: Date) => {
      db.close();
      overwrite(file);
      const again = openOps(places, { tell: () => undefined, log }, { stamp: '7', now });
      onTestFinished(() => void again?.close());
      return again && listQuestions(again, 99).length;
    },
  };
}

/** So many days from one on, a little later each. */
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, day) => new Date(Date.parse(first) + day * (24 * HOUR_MS + 1000)));

test.each([
  ['is right', daysFrom('2026-11-01T17:00:00Z', 8)],
  [
    'was a year ahead on the second day',
    [
      ...daysFrom('2026-11-01T17:00:00Z', 1),
      ...daysFrom('2027-11-02T17:00:00Z', 1),
      ...daysFrom('2026-11-03T17:00:00Z', 6),
    ],
  ],
  [
    'says 2015 from the third day on',
    [...daysFrom('2026-11-01T17:00:00Z', 2), ...daysFrom('2015-01-01T09:00:00Z', 6)],
  ],
])('a damaged store comes back from the copy of the last day where the clock %s', (_, days) => {
  const { ask, look, bringBack, log } = aDesk();
  const written = days.map((now) => {
    ask(now);
    return look(now);
  });
  expect(written).toEqual(days.map(() => 1));
  expect(bringBack(days.at(-1) as Date)).toBe(days.length);
  expect(log.codes()).toEqual([]);
});

test.each([
  ['a year', 365 * 24],
  ['three hours', 3],
])('a copy of %s ahead is followed by one of now at the next look, and by no more that day', (_, hours) => {
  const { look } = aDesk();
  const now = Date.parse('2026-11-24T09:00:00Z');
  expect(look(new Date(now + hours * HOUR_MS))).toBe(1);
  const looks = [0, 0.5, 1, 12, 23].map((later) => look(new Date(now + later * HOUR_MS)));
  expect(looks).toEqual([1, 0, 0, 0, 0]);
});

test('a clock that falls far behind the newest copy has one written, and no more that day', () => {
  const { look } = aDesk();
  expect(look(new Date('2026-11-24T09:00:00Z'))).toBe(1);
  const looks = [0, 0.5, 1, 12, 23].map((later) =>
    look(new Date(Date.parse('2015-01-01T00:00:10Z') + later * HOUR_MS)),
  );
  expect(looks).toEqual([1, 0, 0, 0, 0]);
});

test('a desk of which the clock begins at the same time at each start has a copy of each day', () => {
  const { ask, look, restart, bringBack } = aDesk();
  const start = Date.parse('2015-01-01T00:00:10Z');
  const after = (hours: number) => new Date(start + hours * HOUR_MS);
  const days = [0, 1, 2].map((day) => {
    if (day > 0) restart();
    const atStart = look(after(0.001 * day));
    const inTheMorning = look(after(2));
    ask(after(6));
    return [atStart, inTheMorning, look(after(7))];
  });
  expect(days).toEqual([0, 1, 2].map(() => [1, 0, 0]));
  expect(bringBack(after(7))).toBe(2);
});
