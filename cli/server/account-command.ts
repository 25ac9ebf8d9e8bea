import { AccountName } from '../../core/contract/administration/account.ts';
import { Role } from '../../core/contract/administration/role.ts';
import { addAccount, invitationLink } from '../../server/accounts/invitations.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { originFrom } from './origin-from.ts';
import { USUAL_PORT } from './serve-command.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';

/**
 * `balie server account add --library ID --role ROLE --name NAME [--origin https://…] --data DIR`: prints a link with which one
 * person starts an account, once, within 24 hours. An operator has no library.
 */
export async function addAccountCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], {
    ...STORE_OPTIONS,
    library: 'string',
    role: 'string',
    name: 'string',
    origin: 'string',
  });
  const role = Role.safeParse(read.options['role']);
  if (!role.success) throw new CommandError(`--role is one of: ${Role.options.join(', ')}.`);
  const name = AccountName.safeParse(read.options['name']);
  if (!name.success)
    throw new CommandError(
      '--name NAME is missing, or is not one line of at most 80 characters: "Desk lead".',
    );
  const origin = originFrom(read.options['origin']) ?? `http://localhost:${USUAL_PORT}`;
  const library = libraryFor(role.data, read.options['library']);
  const invited = await withServerStore(read, async (store) => {
    if (library !== null) {
      const there = await store.db
        .selectFrom('libraries')
        .select('id')
        .where('id', '=', library)
        .executeTakeFirst();
      if (there === undefined)
        throw new CommandError(
          `There is no library "${library}". Add it first: balie server library add.`,
          1,
        );
    }
    return addAccount(store, { library, name: name.data, role: role.data }, { library }, new Date());
  });
  if (invited === undefined)
    throw new CommandError(`There is an account "${name.data}" already. Nothing was changed.`, 1);
  console.log(invitationLink(origin, invited.token));
  console.error(`For one person, until ${invited.expiresAt}. It is not shown again.`);
  return 0;
}

function libraryFor(role: Role, option: string | boolean | undefined): string | null {
  if (role === 'operator') {
    if (option === undefined) return null;
    throw new CommandError('An operator serves all libraries: leave --library out.');
  }
  if (typeof option === 'string') return option;
  throw new CommandError('--library ID is missing.');
}
