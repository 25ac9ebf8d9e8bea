import { NewPublisher } from '../../core/contract/administration/organisations.ts';
import { addPublisher, listPublishers, removePublisher } from '../../server/organisations/publishers.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { firstFault } from './first-fault.ts';
import { isLibrary } from './is-library.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

const OPTIONS = { ...STORE_OPTIONS, library: 'string' } as const;

/** `balie server publisher add ID --name NAME --pack PACK… [--library ID] --data DIR`: without a library, it is there for all. */
export async function addPublisherCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...OPTIONS, name: 'string', pack: 'strings' });
  const publisher = NewPublisher.safeParse({
    id: read.positions[0],
    name: read.options['name'],
    packs: read.lists['pack'] ?? [],
  });
  if (!publisher.success) throw new CommandError(firstFault(publisher.error));
  const library = libraryFrom(read.options['library']);
  await withServerStore(read, async (store) => {
    if (library !== null) await isLibrary(store, library);
    const { id } = publisher.data;
    const add = (trx: Pick<ServerStore, 'db'>) => addPublisher(trx, library, publisher.data);
    if (!(await writeDown(store, library, ['publisher-added', id], add)))
      throw new CommandError(`There is a publisher "${id}" already. Nothing was changed.`, 1);
  });
  console.log(`"${publisher.data.id}" is there. Next: balie keys delegate, with its key.`);
  return 0;
}

/** `balie server publisher list [--library ID] --data DIR`: one line for each, and those that are there for all. */
export async function listPublishersCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], OPTIONS);
  const library = libraryFrom(read.options['library']);
  const publishers = await withServerStore(read, (store) => listPublishers(store, library));
  if (publishers.length === 0) console.log('There are no publishers.');
  for (const { id, library: of, name, packs } of publishers)
    console.log([id, of ?? 'for all', packs.join(','), name].join('  '));
  return 0;
}

/** `balie server publisher remove ID [--library ID] --data DIR`. */
export async function removePublisherCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], OPTIONS);
  const [id = ''] = read.positions;
  const library = libraryFrom(read.options['library']);
  const removed = await withServerStore(read, (store) =>
    writeDown(store, library, ['publisher-removed', id], (trx) => removePublisher(trx, library, id)),
  );
  if (!removed)
    throw new CommandError(
      `There is no publisher "${id}" of ${library === null ? 'all libraries' : `"${library}"`}.`,
      1,
    );
  console.log(`"${id}" is gone from the list. Its key still signs: balie keys takes that away.`);
  return 0;
}

function libraryFrom(option: string | boolean | undefined): string | null {
  return typeof option === 'string' ? option : null;
}
