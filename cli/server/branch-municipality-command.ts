import { setMunicipality } from '../../server/organisations/libraries.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { nameFrom } from './library-command.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

/**
 * `balie server branch municipality ID --library ID --name NAME`: in which municipality a branch is, as its reports name it. It holds for the
 * months that are still to be told of.
 */
export async function branchMunicipalityCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...STORE_OPTIONS, library: 'string', name: 'string' });
  const { library } = read.options;
  if (typeof library !== 'string') throw new CommandError('--library ID is missing.');
  const [id = ''] = read.positions;
  const name = nameFrom(read.options['name']);
  const line = ['branch-municipality-set', `${id} (${name})`] as const;
  const isSet = await withServerStore(read, (store) =>
    writeDown(store, library, line, (trx) => setMunicipality(trx, library, id, name)),
  );
  if (!isSet)
    throw new CommandError(
      `The library "${library}" has no branch "${id}". Add it first: balie server branch add.`,
      1,
    );
  console.log(`"${id}" is in ${name}. The reports of months that are not told of yet say so.`);
  return 0;
}
