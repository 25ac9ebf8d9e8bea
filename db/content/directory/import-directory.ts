import type { DirectoryRecord } from '../../../core/domain/directory/directory-record.ts';
import type { WriteDb } from '../../open.ts';
import type { ActiveDirectory } from './active-directory.ts';
import { checkRow } from './check-row.ts';
import { type ImportCounts, ImportReport } from './import-report.ts';
import { assembler } from './put-together.ts';
import { ServiceSink } from './service-sink.ts';
import { stageQuickly } from './stage-quickly.ts';
import { type StagedRows, stageRows, type VainRow } from './staged-rows.ts';
import { beginDirectory, clearUnshown, showDirectory } from './write-directory.ts';

/** Where a directory comes from, and whom to tell what was left out, a line at a time. */
export type ImportPlan = {
  readonly origin: ActiveDirectory['origin'];
  readonly digest: string;
  readonly tell: (line: string) => void;
};

/** So many rows of tables are put together at a time. */
const AT_ONCE = 500;

/**
 * Puts a directory in place of the one that is shown. It is written beside it, in small transactions; one last one
 * flips. Broken off at any moment, or with no service that is of use, the old one stays, whole. Throws what the reader
 * throws, SqliteError, and OvertakenError when another import began meanwhile; then too.
 */
export async function importDirectory(
  db: WriteDb,
  records: AsyncIterable<readonly DirectoryRecord[]>,
  { origin, digest, tell }: ImportPlan,
): Promise<ImportCounts> {
  const report = new ImportReport(tell);
  const draft = beginDirectory(db, origin, digest);
  const sink = new ServiceSink(draft, report);
  const quickly = stageQuickly(db);
  let staged: StagedRows | undefined;
  try {
    for await (const batch of records) {
      const rows = batch.filter((each) => each.kind === 'row');
      if (rows.length > 0) {
        if (staged === undefined) {
          // Where temporary tables lie cannot be said within a transaction.
          draft.save();
          staged = stageRows(db);
        }
        stage(db, staged, rows, sink, report);
      }
      sink.take(batch);
      sink.flush();
    }
    if (staged !== undefined) compile(staged, sink, report);
    draft.save();
    quickly.end();
    report.end();
    const counts = { ...countsOf(db, draft.generation), services: sink.services, dropped: sink.dropped };
    if (sink.services > 0) showDirectory(db, draft.generation, () => undefined);
    return { ...counts, remarks: report.remarks };
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    quickly.end();
    staged?.clear();
    // Shown by now, or in vain.
    clearUnshown(db, draft.generation);
  }
}

function stage(
  db: WriteDb,
  staged: StagedRows,
  rows: readonly Extract<DirectoryRecord, { kind: 'row' }>[],
  sink: ServiceSink,
  report: ImportReport,
): void {
  db.transaction(() => {
    for (const { table, record, place } of rows) {
      const { value, remarks } = checkRow(table, record, place);
      if (remarks.length > 0) report.record(place, table, remarks);
      if (value === undefined) sink.dropped++;
      else if (!staged.put(value)) {
        sink.dropped++;
        report.say(place, ['id'], `the id ${value.id} is there already; the record is left out`);
      }
    }
  })();
}

function compile(staged: StagedRows, sink: ServiceSink, report: ImportReport): void {
  const whole = assembler(staged);
  for (let rows = staged.after('service', 0, AT_ONCE); rows.length > 0; ) {
    for (const row of rows) {
      const place = staged.placeOf(row.number);
      const dangling = (field: string, id: string) =>
        report.say(place, [field], `there is no ${id}; the field is left out`);
      sink.put(whole(row, dangling), place);
    }
    sink.flush();
    rows = staged.after('service', rows.at(-1)?.number ?? 0, AT_ONCE);
  }
  tellAll(staged.lost, ({ number, to, left }) => {
    if (left === 0) sink.dropped++;
    const what = left === 0 ? 'record' : 'link';
    report.say(staged.placeOf(number), [], `belongs to ${to}, which is not there; the ${what} is left out`);
  });
  tellAll(staged.unneeded, (row) => {
    sink.dropped++;
    report.say(staged.placeOf(row.number), [], `no service needs the ${row.table} ${row.id}; it is left out`);
  });
}

function tellAll<Row extends VainRow>(
  read: (from: number, most: number) => Row[],
  tell: (row: Row) => void,
): void {
  for (let rows = read(0, AT_ONCE); rows.length > 0; rows = read(rows.at(-1)?.number ?? 0, AT_ONCE))
    for (const row of rows) tell(row);
}

function countsOf(db: WriteDb, generation: number): { organizations: number; locations: number } {
  const count = (table: string) =>
    Number(db.prepare(`SELECT count(*) FROM ${table} WHERE generation = ?`).pluck().get(generation));
  return { organizations: count('directory_organizations'), locations: count('directory_locations') };
}
