import type { Remark } from '../../../core/domain/directory/check-record.ts';
import { checkService } from '../../../core/domain/directory/check-service.ts';
import { checkServiceText } from '../../../core/domain/directory/check-service-text.ts';
import type { DirectoryRecord, Place } from '../../../core/domain/directory/directory-record.ts';
import {
  type PreparedService,
  prepareService,
  serviceOf,
} from '../../../core/domain/directory/prepare-service.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import { TermBook } from '../../../core/domain/directory/term-book.ts';
import type { ImportReport } from './import-report.ts';
import type { DirectoryDraft } from './write-directory.ts';

/** So many services go into one transaction: on a slow disk that is a second in which nobody else can write. */
const MOST_UNSAVED = 8000;

/** A service that will be written, and the terms in it that said another thing than before. */
type Waiting = {
  readonly service: PreparedService;
  readonly place: Place;
  readonly differing: readonly string[];
};

/** Takes services in and writes them, some at a time, and reports what is wrong with each. */
export class ServiceSink {
  readonly #draft: DirectoryDraft;
  readonly #report: ImportReport;
  readonly #terms = new TermBook();
  /** Two services said different things of one term: from then on, each that comes checked is looked at again. */
  #isContested = false;
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
      if (each.kind === 'service') {
        const read = checkServiceText(each.text);
        if (read.fault === undefined) this.#addChecked(read.value, read.remarks, each.place);
        else this.#fault(each.place, read.fault);
      } else if (each.kind === 'checked') {
        this.#isContested ||= !this.#terms.agrees(each.terms);
        this.#add(each.service, each.remarks, each.place);
      } else if (each.kind === 'unused') this.#report.unused(each.place.file, each.what);
      else if (each.kind === 'fault') this.#fault(each.place, each.message);
    }
  }

  /** A service that was put together from rows. */
  put(record: unknown, place: Place): void {
    const { value, remarks } = checkService(record);
    this.#addChecked(value, remarks, place);
  }

  #fault(place: Place, message: string): void {
    this.dropped++;
    this.#report.say(place, [], `${message}; it is left out`);
  }

  #addChecked(service: Service | undefined, remarks: readonly Remark[], place: Place): void {
    if (remarks.length > 0) this.#report.record(place, 'service', remarks);
    if (service === undefined) this.dropped++;
    else {
      const differing = this.#terms.unify(service);
      this.#waiting.push({ service: prepareService(service), place, differing });
    }
  }

  #add(service: PreparedService | undefined, remarks: readonly Remark[], place: Place): void {
    if (service === undefined || this.#isContested)
      this.#addChecked(service && serviceOf(service), remarks, place);
    else {
      if (remarks.length > 0) this.#report.record(place, 'service', remarks);
      this.#waiting.push({ service, place, differing: [] });
    }
  }

  /** Writes what was taken in. */
  flush(): void {
    const told = this.#draft.add(this.#waiting.map(({ service }) => service));
    told.forEach((all, index) => {
      const { service, place, differing } = this.#waiting[index] as Waiting;
      for (const each of all) {
        if (each.kind === 'written') this.services++;
        else if (each.kind === 'double') {
          this.dropped++;
          this.#report.say(place, ['id'], `the id ${service.id} is there already; the service is left out`);
        } else this.#differs(place, each.what, each.id);
      }
      if (all[0]?.kind === 'written') for (const id of differing) this.#differs(place, 'taxonomy_term', id);
    });
    this.#waiting = [];
    this.#unsaved += told.length;
    if (this.#unsaved < MOST_UNSAVED) return;
    this.#draft.save();
    this.#unsaved = 0;
  }

  #differs(place: Place, what: string, id: string): void {
    this.#report.say(place, [], `${what} ${id} says another thing than before; the first one stays`);
  }
}
