import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading } from '../../db/open.ts';
import { type KnownLine, verifyAudit } from '../../db/ops/verify-audit.ts';
import { readPepper } from '../../trust/pin/pepper.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';

/**
 * `balie audit verify --data DIR [--known NUMBER:HASH]`: proves that no line of the log of what was done at a device was changed, taken
 * out, moved or added since. `--known`: a line that this command named before, written down elsewhere. It only reads, also while
 * the app runs. Exit status 1 when something is wrong, with each line that is.
 */
export function verifyAuditCommand(args: string[]): number {
  const { options } = readArguments(args, [], { data: 'string', known: 'string' });
  const { data } = options;
  if (typeof data !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the device.');
  const file = join(data, 'ops.db');
  if (!existsSync(file)) throw new CommandError(`There is no ops.db in "${data}".`, 1);
  const known = knownFrom(options['known']);
  const db = openForReading(file);
  try {
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_head'").get() === undefined)
      throw new CommandError(
        'This store is of a version before the log could be proven. Start the app once: it brings the store up to date.',
        1,
      );
    const { lines, last, faults } = verifyAudit(db, readPepper(data), known);
    for (const { seq, says } of faults) console.log(`Line ${seq} ${says}.`);
    if (faults.length > 0) {
      console.error(
        'The log is not what it was. Keep a copy of the data folder, and ask whoever looks after this device what happened.',
      );
      return 1;
    }
    console.log(
      last === undefined
        ? 'The log is whole: nothing was done yet.'
        : `The log is whole: ${lines} lines, the last of ${last.at}. To prove later that it still holds them: --known ${last.seq}:${last.hash}`,
    );
    return 0;
  } catch (error) {
    throw error instanceof CommandError ? error : storeError(error);
  } finally {
    db.close();
  }
}

function knownFrom(given: string | boolean | undefined): KnownLine | undefined {
  if (given === undefined) return undefined;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(String(given)) ?? [];
  if (seq === undefined || hash === undefined)
    throw new CommandError(`--known "${given}" is no line: write it as this command did, NUMBER:HASH.`);
  return { seq: Number(seq), hash };
}
