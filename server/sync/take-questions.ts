import { sql, type Transaction } from 'kysely';
import { hourOf } from '../../core/contract/sync/count.ts';
import { QuestionItem } from '../../core/contract/sync/question.ts';
import type { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import { type Month, monthAt, toldIn } from '../../core/domain/report/month.ts';
import { monthOf, VARIABLES, valuesOf } from '../../core/domain/report/variables.ts';
import { heldMonths } from '../reports/held-months.ts';
import type { QuestionCountRow, QuestionRow } from '../reports/question-tables.ts';
import { insertRows } from '../store/insert-rows.ts';
import { rowsFrom } from '../store/rows-from.ts';
import type { DatabaseKind, DeviceRow, Tables } from '../store/tables.ts';
import type { GoodItem } from './judge-items.ts';

/** Items of one device that are new. */
export type OfDevice = {
  readonly device: Pick<DeviceRow, 'id' | 'library' | 'branch' | 'purged_hour'>;
  readonly items: Iterable<GoodItem>;
  readonly now: Date;
};

/** Is this item of a question? Those are counted by what is said of them, and not as they are. */
export function isOfQuestion({ type }: Pick<GoodItem, 'type'>): boolean {
  return QUESTION_TYPES.has(type);
}

const QUESTION_TYPES: ReadonlySet<string> = new Set(
  QuestionItem.options.map(({ shape }) => shape.type.value),
);

/**
 * Takes in what desks tell of their questions: of each the newest state counts, in whatever order they come, and one that was taken back
 * counts no more. In which month a question is told of is settled when it comes (decision 36). The devices are held.
 */
export async function takeQuestions(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  devices: readonly OfDevice[],
): Promise<void> {
  const told = devices.flatMap(({ items, ...of }) =>
    [...items].filter(isOfQuestion).map((item) => ({ ...of, state: readState(item) })),
  );
  if (told.length === 0) return;
  const closed = await heldMonths(trx, kind, [...new Set(told.map(({ device }) => device.library))]);
  const rows = await readRows(
    trx,
    kind,
    told.map(({ device, state }) => ({ device: device.id, id: state.id })),
  );
  const counts = new Map<string, QuestionCountRow & { number: number }>();
  const changed = new Map<string, QuestionRow>();
  for (const { device, state, now } of told) {
    const key = `${device.id} ${state.id}`;
    const before = rows.get(key);
    // A later state of a question that was counted and then purged.
    const isPurged =
      before === undefined &&
      state.revision > 1 &&
      device.purged_hour !== null &&
      loggedIn(state.id) <= device.purged_hour;
    if (isPurged || state.revision <= (before?.revision ?? 0)) continue;
    const { library, branch } = before ?? device;
    const month = monthFor(before, state, closed.get(library), monthAt(now.getTime()));
    if (before?.body != null) count(counts, before, JSON.parse(before.body), -1);
    const row: QuestionRow = {
      ...{ device: device.id, id: state.id, library, branch, month, revision: state.revision },
      logged: before?.logged ?? loggedIn(state.id),
      body: state.question === null ? null : JSON.stringify(state.question),
      received_at: now.toISOString(),
    };
    if (state.question !== null) count(counts, row, state.question, 1);
    rows.set(key, row);
    changed.set(key, row);
  }
  await insertRows(trx, kind, {
    ...{ table: 'questions', columns: QUESTION_COLUMNS, rows: [...changed.values()] },
    after: `ON CONFLICT (device, id) DO UPDATE SET month = excluded.month, revision = excluded.revision,
      body = excluded.body, received_at = excluded.received_at`,
  });
  // In one order everywhere, after all else: two groups never wait for each other in a ring.
  const sums = [...counts]
    .filter(([, { number }]) => number !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  await insertRows(trx, kind, {
    ...{ table: 'question_counts', columns: COUNT_COLUMNS, rows: sums.map(([, row]) => row) },
    after: `ON CONFLICT (library, month, branch, variable, value) DO UPDATE SET
      number = question_counts.number + excluded.number`,
  });
}

type State = { readonly id: string; readonly revision: number; readonly question: DeskQuestion | null };

/** What an item that was judged good says of its question. */
function readState({ type, body }: GoodItem): State {
  const told = QuestionItem.parse({ type, body: JSON.parse(body) });
  switch (told.type) {
    case 'question':
      return { id: told.body.id, revision: 1, question: told.body };
    case 'question-corrected': {
      const { revision, ...question } = told.body;
      return { id: question.id, revision, question };
    }
    case 'question-withdrawn':
      return { id: told.body.id, revision: told.body.revision, question: null };
  }
}

/** One that was told of stays in that month; what was corrected afterwards is right in the counts only. */
function monthFor(
  before: QuestionRow | undefined,
  { id, question }: State,
  closed: Month | undefined,
  came: Month,
): Month {
  if (before !== undefined && closed !== undefined && before.month <= closed) return before.month;
  if (question !== null) return toldIn(monthOf(question), closed, came);
  // Nothing is told of it. It stays until that month was told of: not until one that a clock ahead says.
  return before?.month ?? toldIn(loggedIn(id).slice(0, 7), undefined, came);
}

/** The hour (UTC) in which a question was logged: its id is made from it. */
function loggedIn(id: string): string {
  const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return hourOf(new Date(time));
}

function count(
  counts: Map<string, QuestionCountRow & { number: number }>,
  { library, branch, month }: Pick<QuestionRow, 'library' | 'branch' | 'month'>,
  question: DeskQuestion,
  by: 1 | -1,
): void {
  const values = valuesOf(question);
  for (const variable of VARIABLES) {
    const value = values[variable];
    const key = `${library} ${month} ${branch} ${variable} ${value}`;
    const found = counts.get(key);
    if (found === undefined) counts.set(key, { library, branch, month, variable, value, number: by });
    else found.number += by;
  }
}

async function readRows(
  trx: Transaction<Tables>,
  kind: DatabaseKind,
  keys: readonly Pick<QuestionRow, 'device' | 'id'>[],
): Promise<Map<string, QuestionRow>> {
  const rows = await sql<QuestionRow>`
    SELECT questions.* FROM questions
    JOIN ${rowsFrom<Pick<QuestionRow, 'device' | 'id'>>(kind, { text: ['device', 'id'] }, keys)}
      ON questions.device = new.device AND questions.id = new.id
  `.execute(trx);
  return new Map(
    rows.rows.map((row) => [`${row.device} ${row.id}`, { ...row, revision: Number(row.revision) }]),
  );
}

const QUESTION_COLUMNS = {
  text: ['device', 'id', 'library', 'branch', 'logged', 'month', 'body', 'received_at'],
  bigint: ['revision'],
} as const;
const COUNT_COLUMNS = {
  text: ['library', 'branch', 'month', 'variable', 'value'],
  bigint: ['number'],
} as const;
