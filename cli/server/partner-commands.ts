import { NewPartner } from '../../core/contract/administration/organisations.ts';
import { MOST_PARTNERS } from '../../core/contract/sync/handovers.ts';
import { writeAudit } from '../../server/accounts/audit.ts';
import { addPartner, listPartners, removePartner } from '../../server/organisations/partners.ts';
import { type Arguments, readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { firstFault } from './first-fault.ts';
import { isLibrary } from './is-library.ts';
import { STORE_OPTIONS, withServerStore } from './with-server-store.ts';
import { writeDown } from './write-down.ts';

const OPTIONS = { ...STORE_OPTIONS, library: 'string' } as const;
const FIELDS = ['name', 'kind', 'contact', 'email', 'phone', 'website', 'recipient', 'review-by', 'asks'];

/**
 * `balie server partner add ID --library ID --name NAME --kind KIND [--email …] [--phone …] [--website …] [--contact TEAM]
 * [--recipient age1…] [--asks name,phone] [--review-by DAY] --data DIR`: an organisation to which the desk of a library hands over.
 */
export async function addPartnerCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], {
    ...OPTIONS,
    ...Object.fromEntries(FIELDS.map((name) => [name, 'string'] as const)),
  });
  const given = FIELDS.flatMap((name) =>
    read.options[name] === undefined ? [] : [[name.replace('-', '_'), meantBy(name, read.options[name])]],
  );
  const partner = NewPartner.safeParse({ id: read.positions[0], ...Object.fromEntries(given) });
  if (!partner.success) throw new CommandError(firstFault(partner.error));
  const library = libraryFrom(read);
  await withServerStore(read, async (store) => {
    await isLibrary(store, library);
    const { id } = partner.data;
    const added = await store.db.transaction().execute(async (trx) => {
      const done = await addPartner({ db: trx }, library, partner.data);
      if (done === 'added') await writeAudit(trx, { library }, 'partner-added', id);
      return done;
    });
    if (added === 'known')
      throw new CommandError(`"${library}" has a partner "${id}" already. Nothing was changed.`, 1);
    if (added === 'full')
      throw new CommandError(
        `A library has ${MOST_PARTNERS} partners at most. Remove one that is none any more.`,
        1,
      );
  });
  console.log(`"${partner.data.id}" is a partner of "${library}".`);
  return 0;
}

/** `balie server partner list --library ID --data DIR`: one line for each. */
export async function listPartnersCommand(args: string[]): Promise<number> {
  const read = readArguments(args, [], OPTIONS);
  const library = libraryFrom(read);
  const partners = await withServerStore(read, (store) =>
    listPartners(store, library, new Date().toISOString().slice(0, 10)),
  );
  if (partners.length === 0) console.log('There are no partners.');
  for (const { id, kind, name, email, phone, website, recipient, agreement } of partners)
    console.log(
      [
        id,
        kind,
        name,
        email,
        phone,
        website,
        recipient === undefined ? 'no key' : 'has a key',
        `agreement ${agreement}`,
      ]
        .filter((part) => part !== undefined)
        .join('  '),
    );
  return 0;
}

/** `balie server partner remove ID --library ID --data DIR`. */
export async function removePartnerCommand(args: string[]): Promise<number> {
  const read = readArguments(args, ['ID'], OPTIONS);
  const [id = ''] = read.positions;
  const library = libraryFrom(read);
  const removed = await withServerStore(read, (store) =>
    writeDown(store, library, ['partner-removed', id], (trx) => removePartner(trx, library, id)),
  );
  if (!removed)
    throw new CommandError(`"${library}" has no partner "${id}". See balie server partner list.`, 1);
  console.log(`"${id}" is no partner of "${library}" any more.`);
  return 0;
}

/** What a partner asks for is a list; the rest is as it was typed. */
function meantBy(name: string, typed: unknown): unknown {
  return name === 'asks' ? String(typed).split(',') : typed;
}

function libraryFrom({ options }: Arguments): string {
  if (typeof options['library'] === 'string') return options['library'];
  throw new CommandError('--library ID is missing.');
}
