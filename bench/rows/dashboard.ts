import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskWorth } from '../../core/contract/desk/worth.ts';
import {
  Category,
  DeskChannel,
  DeskOutcome,
  type DeskQuestion,
  DurationClass,
} from '../../core/domain/desk/desk-question.ts';
import { monthOf, VARIABLES, valuesOf } from '../../core/domain/report/variables.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { readDeskLists } from '../../electron/desk/desk-lists-file.ts';
import { deskWorthHandlers } from '../../electron/desk/worth.ts';
import type { Row } from '../row.ts';
import { type Chance, chanceFrom } from '../search/chance.ts';

const MANY = 1_000_000;
const FEW = 100_000;
const MOST_RATIO = 1.5;
const SEED = 20261127;
const LOOKS = 200;
/** Two years, as both stores hold them: the same months, a busy desk and one that is ten times as busy. */
const MONTHS = 24;
const PERIOD = { from: '2025-01', to: '2026-12' };
const ROOT = join(import.meta.dirname, '../..');

/**
 * What main does when staff look at what their help was worth, over two years. Over 1,000,000 questions, beside 100,000 over the same two
 * years in a store of the same kind, asked in turn. The questions are in the stores too: whoever reads them and not what was added up
 * takes ten times as long.
 */
export const dashboard: Row = {
  name: 'dashboard',
  unit: 'ms',
  goal: `over ${MANY.toLocaleString('en')} questions at most ${MOST_RATIO} times the time over ${FEW.toLocaleString('en')}`,
  isMet: ({ ratio }) => ratio <= MOST_RATIO,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-dashboard-'));
    const stores = [FEW, MANY].map((number) => {
      const db = openForWriting(join(folder, `${number}.db`), OPS_OPTIONS);
      migrate(db, readMigrations(join(ROOT, 'db/migrations/ops')));
      fill(db, number);
      say(`${number.toLocaleString('en')} questions are logged and counted`);
      return db;
    });
    try {
      const [few, many] = stores.map(dashboardOn) as [Dashboard, Dashboard];
      const counted = (await many()).months.reduce((sum, { number }) => sum + number, 0);
      if (counted !== MANY) throw new Error(`The store holds ${counted} questions instead of ${MANY}.`);
      for (let warm = 0; warm < LOOKS / 10; warm++) for (const each of [few, many]) await each();
      const floor: number[] = [];
      const measured: number[] = [];
      for (let turn = 0; turn < LOOKS; turn++) {
        floor.push(await timeOf(few));
        measured.push(await timeOf(many));
      }
      return { measured, floor };
    } finally {
      for (const db of stores) db.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** What the dashboard asks for, as it is answered. */
type Dashboard = () => Promise<DeskWorth>;

/** The handler of the dashboard on a store, with nothing around it and no content. */
function dashboardOn(db: WriteDb): Dashboard {
  const { lists } = readDeskLists(ROOT, join(ROOT, 'assets/desk/desk.json'));
  const handlers = deskWorthHandlers(
    { write: (act) => act(db, new Date()), read: async (_, otherwise) => otherwise() },
    () => lists,
    () => new Date(),
  );
  return async () => handlers['desk:worth']({ period: PERIOD });
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/**
 * So many questions, spread over two years, all passed on, and the rows that `countQuestion` makes of them (its test holds it to that).
 * Written at once, because it is not the logging that is measured here.
 */
function fill(db: WriteDb, number: number): void {
  const chance = chanceFrom(SEED);
  const sums = new Map<string, number>();
  const insert = db.prepare(QUESTION);
  const count = db.prepare(
    'INSERT INTO question_counts (month, variable, value, number) VALUES (?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (let done = 0; done < number; done++) {
      const each = question(chance);
      insert.run(each);
      const [month, values] = [monthOf(each), valuesOf(each)];
      for (const variable of VARIABLES) {
        const key = `${month}\t${variable}\t${values[variable]}`;
        sums.set(key, (sums.get(key) ?? 0) + 1);
      }
    }
    for (const [key, sum] of sums) count.run(...key.split('\t'), sum);
    db.prepare('UPDATE passed_on SET until = @number, mirror = ~@number').run({ number });
  }).immediate();
}

const QUESTION = `INSERT INTO desk_questions (id, at, logged_at, category, sub_category, organization, channel, duration, outcome,
    language, place, nth, proof)
  VALUES (@id, @at, @at || ':10:00.000Z', @category, @subCategory, @organization, @channel, @duration, @outcome,
    @language, @place, @nth, '0123456789abcdef')`;

const two = (number: number) => String(number).padStart(2, '0');

function question(chance: Chance): DeskQuestion {
  const month = chance.below(MONTHS);
  return {
    id: '01989c8e-7a00-7000-8000-000000000001',
    at: `${2025 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + chance.below(28))}T${two(9 + chance.below(9))}`,
    category: chance.one(Category.options),
    subCategory: `sort-${chance.below(30)}`,
    organization: `organisation-${chance.below(40)}`,
    channel: chance.one(DeskChannel.options),
    duration: chance.one(DurationClass.options),
    outcome: chance.one(DeskOutcome.options),
    language: chance.one(['nl', 'en', 'ar', 'tr', 'uk']),
    place: chance.one([null, 'balie', 'computers', 'spreekkamer']),
    nth: 1 + chance.below(3),
  };
}
