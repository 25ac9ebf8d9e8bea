import { MOST_PEOPLE, Person } from '../../core/domain/person.ts';
import { writeAudit } from '../../server/accounts/audit.ts';
import { addStaff, listStaff, removeStaff } from '../../server/organisations/staff.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { firstFault } from './first-fault.ts';
import { isLibrary } from './is-library.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

const OPTIONS = { ...STORE_OPTIONS, library: 'string' } as const;

/**
 * `balie server staff add ID --library ID --name NAME [--role staff|admin] --data DIR`: somebody works at the devices of a library. `--name`
 * is what they show: a first name or initials are enough.
 */
export async function addServerStaffCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...OPTIONS, name: 'string', role: 'string' });
  const { name, role = 'staff' } = read.options;
  if (typeof name !== 'string') throw new CommandError('--name NAME is missing: what the devices show.');
  const person = Person.safeParse({ id: read.positions[0], name, role });
  if (!person.success) throw new CommandError(firstFault(person.error));
  const library = libraryFrom(read);
  await withServerStore(read, async (store) => {
    await isLibrary(store, library);
    const added = await store.db.transaction().execute(async (trx) => {
      const done = await addStaff({ db: trx }, library, person.data);
      if (done === 'added') await writeAudit(trx, { library }, 'person-added', person.data.id);
      return done;
    });
    if (added === 'known')
      throw new CommandError(`"${person.data.id}" works at "${library}" already. Nothing was changed.`, 1);
    if (added === 'left')
      throw new CommandError(
        `"${person.data.id}" was somebody who left: logs would mix the two. Choose another id. Nothing was changed.`,
        1,
      );
    if (added === 'full')
      throw new CommandError(`A library has ${MOST_PEOPLE} people at most. Remove who left.`, 1);
  });
  console.log(`"${person.data.id}" works at "${library}": its devices hear so at their next contact.`);
  return 0;
}

/** `balie server staff list --library ID --data DIR`: one line for each. */
export async function listServerStaffCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], OPTIONS);
  const library = libraryFrom(read);
  const people = await withServerStore(read, (store) => listStaff(store, library));
  if (people.length === 0) console.log('Nobody works there.');
  for (const { id, role, name } of people) console.log([id, role, name].join('  '));
  return 0;
}

/** `balie server staff remove ID --library ID --data DIR`: the devices shut them out at their next contact. */
export async function removeServerStaffCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], OPTIONS);
  const [id = ''] = read.positions;
  const library = libraryFrom(read);
  const removed = await withServerStore(read, (store) =>
    writeDown(store, library, ['person-removed', id], (trx) => removeStaff(trx, library, id)),
  );
  if (!removed) throw new CommandError(`Nobody at "${library}" is "${id}". See balie server staff list.`, 1);
  console.log(`"${id}" works at "${library}" no longer: its devices shut them out at their next contact.`);
  return 0;
}

function libraryFrom({ options }: Arguments): string {
  if (typeof options['library'] === 'string') return options['library'];
  throw new CommandError('--library ID is missing.');
}
