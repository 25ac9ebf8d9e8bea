import { join } from 'node:path';
import { assemble } from '../../core/domain/check/assemble.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import type { Pack } from '../../core/domain/pack.ts';
import { readPackFolder } from '../../packs/read-pack-folder.ts';

/** The folder of the pack that ships with the app. */
export const SHIPPED_PACK = join(import.meta.dirname, '../../assets/packs/zelfredzaam');

let pack: Pack | undefined;

/** The shipped pack, read once. It is put together even when a rule of the check fails; its own test judges it. */
export function shippedPack(): Pack {
  if (pack === undefined) {
    const assembled = assemble(readPackFolder(SHIPPED_PACK));
    const faults = assembled.remarks.map((remark) =>
      findingText({ ...remark, field: remark.field.join('.') }),
    );
    if (assembled.pack === undefined || faults.length > 0)
      throw new Error(`The shipped pack cannot be read:\n${faults.join('\n')}`);
    pack = assembled.pack;
  }
  return pack;
}
