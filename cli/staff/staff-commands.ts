import { Person } from '../../core/domain/person.ts';
import type { WriteDb } from '../../db/open.ts';
import { recordAct } from '../../db/ops/audit.ts';
import { keepWhoLeft } from '../../db/ops/left-files.ts';
import { addPersonHere, listPeople, readPerson, removePerson } from '../../db/ops/people.ts';
import { DEVICE_ADMIN, writePin } from '../../db/ops/pins.ts';
import { makePepper } from '../../trust/pin/pepper.ts';
import { askPinHash } from '../admin/ask-pin-hash.ts';
import { openOpsStore } from '../admin/open-ops-store.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { storeError } from '../content/open-content-store.ts';

const OPTIONS = { data: 'string', migrations: 'string' } as const;

/** `balie staff add ID --name NAME [--role staff|admin] --data DIR`: somebody works at this device, also without a server. */
export async function addStaffCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...OPTIONS, name: 'string', role: 'string' });
  const { name, role = 'staff' } = read.options;
  const person = Person.safeParse({ id: read.positions[0], name, role });
  if (!person.success)
    throw new CommandError(
      'ID is small letters, digits and hyphens, --name what is shown, --role staff or admin. Nothing was changed.',
    );
  await inStore(read, (db, by) => {
    const added = addPersonHere(db, person.data, by);
    if (added === 'known')
      throw new CommandError(`"${person.data.id}" works here already. Nothing was changed.`, 1);
    if (added === 'left')
      throw new CommandError(
        `"${person.data.id}" was somebody who left: the log would mix the two. Choose another id. Nothing was changed.`,
        1,
      );
  });
  console.log(`"${person.data.id}" works here. A PIN: balie staff pin ${person.data.id}.`);
  return 0;
}

/** `balie staff remove ID --data DIR`: with the PIN. Whoever is on the list of the library's server comes back with it, without one. */
export async function removeStaffCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], OPTIONS);
  const [id = ''] = read.positions;
  await inStore(read, (db, by) => {
    if (!removePerson(db, id, by)) throw nobody(id);
    keepWhoLeft(db, String(read.options['data']));
  });
  console.log(`"${id}" does not work here any more.`);
  return 0;
}

/** `balie staff list --data DIR`: one line for each. */
export async function listStaffCommand(args: string[]): Promise<number> {
  const people = await inStore(readArguments(args, [], OPTIONS), (db) => listPeople(db));
  if (people.length === 0) console.log('Nobody is known here.');
  for (const { id, role, source, hasPin, name } of people)
    console.log([id, role, source, hasPin ? 'has a PIN' : 'no PIN', name].join('  '));
  return 0;
}

/** `balie staff pin ID --data DIR [--pin-file FILE]`: gives somebody a PIN, or another one. It works while the app runs. */
export async function staffPinCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...OPTIONS, 'pin-file': 'string' });
  const [id = ''] = read.positions;
  await inStore(read, async (db, by) => {
    if (readPerson(db, id) === undefined) throw nobody(id);
    const hash = await askPinHash(id, read.options['pin-file'], by.key);
    db.transaction(() => {
      if (readPerson(db, id) === undefined) throw nobody(id);
      recordAct(db, { at: by.at, act: 'pin-set', person: by.person, detail: id }, by.key);
      writePin(db, id, hash);
    }).immediate();
  });
  console.log(`"${id}" has this PIN now, at this device.`);
  return 0;
}

type By = { readonly at: string; readonly person: string; readonly key: Uint8Array };

/** Whoever has the machine acts as the admin of the device. */
async function inStore<T>({ options }: Arguments, act: (db: WriteDb, by: By) => T | Promise<T>): Promise<T> {
  const db = openOpsStore(options['data'], options['migrations']);
  try {
    const key = makePepper(String(options['data']));
    return await act(db, { at: new Date().toISOString(), person: DEVICE_ADMIN, key });
  } catch (error) {
    throw error instanceof CommandError ? error : storeError(error);
  } finally {
    db.close();
  }
}

function nobody(id: string): CommandError {
  return new CommandError(`Nobody here is "${id}". See balie staff list. Nothing was changed.`, 1);
}
