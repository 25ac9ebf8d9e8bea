import { AccountName } from '../../core/contract/administration/account.ts';
import { Role } from '../../core/contract/administration/role.ts';
import { endAccount } from '../../server/accounts/change-account.ts';
import { findByName } from '../../server/accounts/find-account.ts';
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
  const name = nameFrom(read.options['name']);
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
    return addAccount(store, { library, name, role: role.data }, { library }, new Date());
  });
  if (invited === undefined)
    throw new CommandError(`There is an account "${name}" already. Nothing was changed.`, 1);
  console.log(invitationLink(origin, invited.token));
  console.error(`For one person, until ${invited.expiresAt}. It is not shown again.`);
  return 0;
}

/**
 * `balie server account end --name NAME [--library ID] --data DIR`: ends an account, also one that nobody in the administration
 * may end. Without a library it is an operator's.
 */
export async function endAccountCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], { ...STORE_OPTIONS, library: 'string', name: 'string' });
  const name = nameFrom(read.options['name']);
  const library = typeof read.options['library'] === 'string' ? read.options['library'] : null;
  await withServerStore(read, async (store) => {
    const account = await findByName(store.db, library, name);
    if (account === undefined)
      throw new CommandError(
        `There is no account "${name}" ${library === null ? 'of an operator' : `at "${library}"`}.`,
        1,
      );
    await endAccount(store, { library }, account.id);
  });
  console.log(`The account "${name}" has ended, and its sessions with it.`);
  return 0;
}

function nameFrom(option: string | boolean | undefined): AccountName {
  const name = AccountName.safeParse(option);
  if (name.success) return name.data;
  throw new CommandError('--name NAME is missing, or is not one line of at most 80 characters: "Desk lead".');
}

function libraryFor(role: Role, option: string | boolean | undefined): string | null {
  if (role === 'operator') {
    if (option === undefined) return null;
    throw new CommandError('An operator serves all libraries: leave --library out.');
  }
  if (typeof option === 'string') return option;
  throw new CommandError('--library ID is missing.');
}
