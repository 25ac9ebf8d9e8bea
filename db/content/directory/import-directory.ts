import { checkRecord, type Remark } from '../../../core/domain/directory/check-record.ts';
import type { DirectoryRecord, Place } from '../../../core/domain/directory/directory-record.ts';
import { type PreparedService, servicePreparer } from '../../../core/domain/directory/prepare-service.ts';
import { Service } from '../../../core/domain/directory/service.ts';
import type { WriteDb } from '../../open.ts';
import type { ActiveDirectory } from './active-directory.ts';
import { checkRow } from './check-row.ts';
import { type ImportCounts, ImportReport } from './import-report.ts';
import { assembler } from './put-together.ts';
import { stageQuickly } from './stage-quickly.ts';
import { type StagedRows, stageRows } from './staged-rows.ts';
import { beginDirectory, clearUnshown, type DirectoryDraft, showDirectory } from './write-directory.ts';

/** Where a directory comes from, and whom to tell what was left out, a line at a time. */
export type ImportPlan = {
  readonly origin: ActiveDirectory['origin'];
  readonly digest: string;
  readonly tell: (line: string) => void;
};

/** So many rows of tables are put together at a time. */
const AT_ONCE = 500;
/** So many services go into one transaction: on a slow disk that is a second in which nobody else can write. */
const MOST_UNSAVED = 4000;

/**
 * Puts a directory in place of the one that is shown. It is written beside it, in small transactions; one last one
 * flips. Broken off at any moment, or with no service that is of use, the old one stays, whole. Throws what the reader
 * throws, and SqliteError; then too.
 */
export async function importDirectory(
  db: WriteDb,
  records: AsyncIterable<readonly DirectoryRecord[]>,
  { origin, digest, tell }: ImportPlan,
): Promise<ImportCounts> {
  const report = new ImportReport(tell);
  const draft = beginDirectory(db, origin, digest);
  const sink = new Sink(draft, report);
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
    clearUnshown(db);
  }
}

type Waiting = { readonly service: PreparedService; readonly place: Place };

/** Gathers services and writes them, some at a time. */
class Sink {
  readonly #draft: DirectoryDraft;
  readonly #report: ImportReport;
  readonly #prepare = servicePreparer();
  #waiting: Waiting[] = [];
  #unsaved = 0;
  services = 0;
  dropped = 0;

  constructor(draft: DirectoryDraft, report: ImportReport) {
    this.#draft = draft;
    this.#report = report;
  }

  /** Services that came whole, and what could not be read. */
  take(batch: readonly DirectoryRecord[]): void {
    for (const each of batch) {
      if (each.kind === 'service') this.put(each.record, each.place);
      else if (each.kind === 'checked') this.#add(each.service, each.remarks, each.place);
      else if (each.kind === 'unused') this.#report.unused(each.place.file, each.what);
      else if (each.kind === 'fault') {
        this.dropped++;
        this.#report.say(each.place, [], `${each.message}; it is left out`);
      }
    }
  }

  put(record: unknown, place: Place): void {
    const { value, remarks } = checkRecord(Service, record);
    this.#add(value === undefined ? undefined : this.#prepare(value), remarks, place);
  }

  #add(service: PreparedService | undefined, remarks: readonly Remark[], place: Place): void {
    if (remarks.length > 0) this.#report.record(place, 'service', remarks);
    if (service === undefined) this.dropped++;
    else this.#waiting.push({ service, place });
  }

  flush(): void {
    const told = this.#draft.add(this.#waiting.map(({ service }) => service));
    told.forEach((all, index) => {
      const { service, place } = this.#waiting[index] as Waiting;
      for (const each of all) {
        if (each.kind === 'written') this.services++;
        else if (each.kind === 'double') {
          this.dropped++;
          this.#report.say(place, ['id'], `the id ${service.id} is there already; the service is left out`);
        } else {
          const what = `${each.what} ${each.id}`;
          this.#report.say(place, [], `${what} says another thing than before; the first one stays`);
        }
      }
    });
    this.#unsaved += told.length;
    if (this.#unsaved >= MOST_UNSAVED) {
      this.#draft.save();
      this.#unsaved = 0;
    }
    this.#waiting = [];
  }
}

function stage(
  db: WriteDb,
  staged: StagedRows,
  rows: readonly Extract<DirectoryRecord, { kind: 'row' }>[],
  sink: Sink,
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

function compile(staged: StagedRows, sink: Sink, report: ImportReport): void {
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
  tellAll(staged.lost, ({ number, to }) => {
    sink.dropped++;
    report.say(staged.placeOf(number), [], `belongs to ${to}, which is not there; the record is left out`);
  });
  tellAll(staged.unneeded, (row) => {
    sink.dropped++;
    report.say(staged.placeOf(row.number), [], `no service needs the ${row.table} ${row.id}; it is left out`);
  });
}

type Lost = ReturnType<StagedRows['lost']>[number];

function tellAll(read: StagedRows['lost'], tell: (row: Lost) => void): void {
  for (let rows = read(0, AT_ONCE); rows.length > 0; rows = read(rows.at(-1)?.number ?? 0, AT_ONCE))
    for (const row of rows) tell(row);
}

function countsOf(db: WriteDb, generation: number): { organizations: number; locations: number } {
  const count = (table: string) =>
    Number(db.prepare(`SELECT count(*) FROM ${table} WHERE generation = ?`).pluck().get(generation));
  return { organizations: count('directory_organizations'), locations: count('directory_locations') };
}
