import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Category, DeskChannel, DeskOutcome, DurationClass } from '../../core/domain/desk/desk-question.ts';
import { monthOf, VARIABLES, valuesOf } from '../../core/domain/report/variables.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { readMonths, readQuestionCounts } from '../../db/ops/question-counts.ts';
import type { Row } from '../row.ts';
import { type Chance, chanceFrom } from '../search/chance.ts';

const MANY = 1_000_000;
const FEW = 100_000;
const MOST_RATIO = 1.5;
const SEED = 20261127;
const LOOKS = 200;
/** Two years, as both stores hold them: the same months, a busy desk and one that is ten times as busy. */
const MONTHS = 24;
const [FROM, TO] = ['2025-01', '2026-12'];

/**
 * What the dashboard of a branch reads, over two years: all counts of the period and the questions of each month. Over 1,000,000
 * questions, beside 100,000 over the same two years in a store of the same kind, read in turn.
 */
export const dashboard: Row = {
  name: 'dashboard',
  unit: 'ms',
  goal: `over ${MANY.toLocaleString('en')} questions at most ${MOST_RATIO} times the time over ${FEW.toLocaleString('en')}`,
  isMet: ({ ratio }) => ratio <= MOST_RATIO,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-dashboard-'));
    const stores = [FEW, MANY].map((number) => {
      const db = openForWriting(join(folder, `${number}.db`));
      migrate(db, readMigrations(join(import.meta.dirname, '../../db/migrations/ops')));
      fill(db, number);
      say(`${number.toLocaleString('en')} questions are counted`);
      return db;
    });
    try {
      const [few, many] = stores as [WriteDb, WriteDb];
      const counted = readMonths(many).reduce((sum, { number }) => sum + number, 0);
      if (counted !== MANY) throw new Error(`The store holds ${counted} questions instead of ${MANY}.`);
      for (let warm = 0; warm < LOOKS / 10; warm++) [few, many].forEach(look);
      const floor: number[] = [];
      const measured: number[] = [];
      for (let turn = 0; turn < LOOKS; turn++) {
        floor.push(look(few));
        measured.push(look(many));
      }
      return { measured, floor };
    } finally {
      for (const db of stores) db.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** The milliseconds of one look at the dashboard. */
function look(db: WriteDb): number {
  const began = performance.now();
  readQuestionCounts(db, FROM, TO);
  readMonths(db);
  return performance.now() - began;
}

/**
 * The counts of so many questions, spread over two years: the rows that `countQuestion` makes of them (its test holds it to that), written
 * at once, because it is not the logging that is measured here.
 */
function fill(db: WriteDb, number: number): void {
  const chance = chanceFrom(SEED);
  const sums = new Map<string, number>();
  for (let done = 0; done < number; done++) {
    const each = question(chance);
    const [month, values] = [monthOf(each), valuesOf(each)];
    for (const variable of VARIABLES) {
      const key = `${month}\t${variable}\t${values[variable]}`;
      sums.set(key, (sums.get(key) ?? 0) + 1);
    }
  }
  const insert = db.prepare(
    'INSERT INTO question_counts (month, variable, value, number) VALUES (?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (const [key, sum] of sums) insert.run(...key.split('\t'), sum);
  }).immediate();
}

const two = (number: number) => String(number).padStart(2, '0');

function question(chance: Chance) {
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
    place: null,
    nth: 1 + chance.below(3),
  };
}
