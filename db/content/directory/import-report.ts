import type { Remark } from '../../../core/domain/directory/check-record.ts';
import { type Place, remarkLine } from '../../../core/domain/directory/directory-record.ts';

/** How many different fields without a use are told apart. */
const MOST_UNUSED = 500;

/** What an import came to. `remarks`: lines about what was left out. */
export type ImportCounts = {
  readonly services: number;
  readonly organizations: number;
  readonly locations: number;
  readonly dropped: number;
  readonly remarks: number;
};

/** Tells line by line what is left out. Fields without a use are counted, and told once at the end. */
export class ImportReport {
  readonly #tell: (line: string) => void;
  readonly #unused = new Map<string, number>();
  #remarks = 0;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  get remarks(): number {
    return this.#remarks;
  }

  /** One thing that was left out, and why. */
  say(place: Place, path: Remark['path'], message: string): void {
    this.#remarks++;
    this.#tell(remarkLine(place, path, message));
  }

  /** What is wrong in a record. */
  record(place: Place, kind: string, remarks: readonly Remark[]): void {
    for (const { path, message, dropped } of remarks) {
      if (dropped === 'unused') this.unused(place.file, `the field "${nameOf(kind, path)}"`);
      else this.say(place, path, `${message}; ${LEFT_OUT[dropped]}`);
    }
  }

  /** Something that Balie has no use for. */
  unused(file: string, what: string): void {
    const key = `${file}: ${what}`;
    if (this.#unused.has(key) || this.#unused.size < MOST_UNUSED)
      this.#unused.set(key, (this.#unused.get(key) ?? 0) + 1);
  }

  /** Tells what was counted. */
  end(): void {
    for (const [what, times] of this.#unused)
      this.#tell(`${what} is not used${times === 1 ? '' : ` (${times} times)`}`);
  }
}

const LEFT_OUT = {
  field: 'the field is left out',
  record: 'the record around it is left out',
  all: 'the record is left out',
  nothing: 'it is shown all the same',
} as const;

/** The field without the places in lists: the same one of every record counts as one. */
function nameOf(kind: string, path: Remark['path']): string {
  return [kind, ...path.filter((step) => typeof step === 'string')].join('.').slice(0, 120);
}
