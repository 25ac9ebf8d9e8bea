import { LibraryId } from '../../core/contract/repository/names.ts';
import { addLibrary } from '../../server/organisations/libraries.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

/** `balie server library add ID --name NAME --data DIR`: lets a library take part. */
export async function addLibraryCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...STORE_OPTIONS, name: 'string' });
  const id = LibraryId.safeParse(read.positions[0]);
  if (!id.success)
    throw new CommandError(`"${read.positions[0]}" is no id of a library: ${id.error.issues[0]?.message}.`);
  const name = nameFrom(read.options['name']);
  const added = await withServerStore(read, (store) =>
    writeDown(store, id.data, ['library-added', id.data], (trx) =>
      addLibrary(trx, id.data, name, new Date()),
    ),
  );
  if (!added) throw new CommandError(`There is a library "${id.data}" already. Nothing was changed.`, 1);
  console.log(`The library "${id.data}" takes part. Next: balie server branch add.`);
  return 0;
}

/** The `--name` of something, for people. Throws CommandError when it is missing, empty or too long. */
export function nameFrom(option: string | boolean | undefined): string {
  if (typeof option === 'string' && option.trim() !== '' && option.length <= 80 && !/\p{Cc}/u.test(option))
    return option.trim();
  throw new CommandError('--name NAME is missing, or is not one line of at most 80 characters.');
}
