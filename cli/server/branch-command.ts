import { Id } from '../../core/domain/id.ts';
import { writeAudit } from '../../server/accounts/audit.ts';
import { addBranch } from '../../server/organisations/libraries.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { nameFrom } from './library-command.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

const REFUSALS = {
  known: 'This library has a branch with this id already. Nothing was changed.',
  'no-library': 'There is no such library. Add it first: balie server library add.',
};

/** `balie server branch add ID --library ID --name NAME --data DIR`: adds a branch of a library. */
export async function addBranchCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], { ...STORE_OPTIONS, name: 'string', library: 'string' });
  const id = Id.max(80).safeParse(read.positions[0]);
  if (!id.success)
    throw new CommandError(`"${read.positions[0]}" is no id of a branch: ${id.error.issues[0]?.message}.`);
  const { library } = read.options;
  if (typeof library !== 'string') throw new CommandError('--library ID is missing.');
  const name = nameFrom(read.options['name']);
  const outcome = await withServerStore(read, ({ db }) =>
    db.transaction().execute(async (trx) => {
      const added = await addBranch({ db: trx }, library, id.data, name);
      if (added === 'added') await writeAudit(trx, { library }, 'branch-added', id.data);
      return added;
    }),
  );
  if (outcome !== 'added') throw new CommandError(REFUSALS[outcome], 1);
  console.log(`The branch "${id.data}" is there. Next: balie server code, for each device.`);
  return 0;
}
