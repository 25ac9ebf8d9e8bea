import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Publication } from '../../../core/domain/report/publication.ts';
import { writeAudit } from '../../../server/accounts/audit.ts';
import { openSession } from '../../../server/accounts/sessions.ts';
import { bringIn } from '../../../server/directory/directory-services.ts';
import { addBranch } from '../../../server/organisations/libraries.ts';
import { addPartner } from '../../../server/organisations/partners.ts';
import { addPublisher } from '../../../server/organisations/publishers.ts';
import { addStaff } from '../../../server/organisations/staff.ts';
import type { ServerStore } from '../../../server/store/open-server-store.ts';
import { anAccount } from '../../builders/a-browser.ts';
import { aRepositoryIn } from '../../builders/a-repository.ts';
import { picturedPack } from '../../builders/updates/pictured-pack.ts';
import type { Things } from './route-roles.ts';

/** Stands in a text of everything that Delft has: no other library may ever be told it. */
export const MARK = 'of-delft-alone';

/** A month of which Delft alone has told. */
export const MONTH_OF_DELFT = '2026-10';

/** Is the title of the pack that Delft publishes, and of its flow: any library may be told it (decision 28). */
export const PUBLISHED = 'published-by-delft';

/** When somebody changed what Delft has in its directory: who changes it again says so. */
const CHANGED_AT = '2026-11-01T12:00:00.000Z';

const NONE = { total: null, rows: [] };

/** What Delft told of its month. */
const TOLD = Publication.parse({
  ...{ library: 'delft', month: MONTH_OF_DELFT },
  places: [
    { id: 'library', parent: null, kind: 'library', name: MARK },
    { id: `branch:${MARK}`, parent: 'library', kind: 'branch', name: MARK },
  ],
  ...{ totals: [20, 20], subCategories: [] },
  tables: [{ variable: 'organization', rows: [{ value: MARK, cells: [20, 20] }] }],
  use: {
    ...{ flowsBegun: null, flows: [], emptySearches: NONE },
    topics: { total: 20, rows: [{ value: `pack/${MARK}`, count: 20 }] },
    ...{ languages: NONE, readAloud: NONE, printed: NONE },
  },
});

/** Publishes a pack of Delft, on both channels, in the repository of the server with this data folder. */
export async function publishPackOfDelft(data: string): Promise<void> {
  const repository = await aRepositoryIn(join(data, 'repository'), 'delft');
  const files = Object.entries(picturedPack(1)).map(([path, content]) => [
    path,
    typeof content === 'string' ? asPublished(content) : content,
  ]);
  for (const channel of ['test', 'stable'] as const)
    await repository.publish(1, Object.fromEntries(files), { pack: 'klein', channel });
  await repository.refresh();
}

/** Fresh for as long as these tests may be run: the server goes by the day of today. */
function asPublished(content: string): string {
  return content
    .replace(/^title: (Klein|Versie 1)$/m, `title: ${PUBLISHED}`)
    .replaceAll(/\b2027-(06-01|12-31)\b/g, '2090-$1');
}

/** Puts a thing of each kind into the store, as Delft's; again and again, for a test may take them away. */
export async function makeThingsOfDelft(store: ServerStore): Promise<Things> {
  const { db } = store;
  const library = 'delft';
  const now = new Date().toISOString();
  const { id: account } = await anAccount(store, 'editor', library);
  const mine = `${MARK}-${account.slice(0, 8)}`;
  const name = `${MARK} ${account}`;
  await db.updateTable('accounts').set({ name, name_key: name }).where('id', '=', account).execute();
  const passkey = `AAAA${account.slice(0, 8)}`;
  await db
    .insertInto('passkeys')
    .values({
      ...{ id: passkey, account, library, name: MARK, public_key: 'AAAA', counter: 0 },
      ...{ transports: '[]', made_at: now },
    })
    .execute();
  // With another way in, and signed in elsewhere: so that both may go.
  await db.updateTable('accounts').set({ password: 'none' }).where('id', '=', account).execute();
  await openSession(db, { id: account, library }, new Date());
  await writeAudit(db, { library }, 'looked', MARK);
  await db
    .insertInto('publications')
    .values({ library, month: MONTH_OF_DELFT, made_at: now, told: JSON.stringify(TOLD) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await addBranch(store, library, mine, MARK);
  await addPublisher(store, library, { id: mine, name: MARK, packs: ['pack'] });
  // A library has a hundred partners at most, and this is done for each route.
  await db.deleteFrom('partners').where('library', '=', library).execute();
  if ((await addPartner(store, library, { id: mine, name: MARK, kind: 'other' })) !== 'added')
    throw new Error('Delft got no partner.');
  await addStaff(store, library, { id: mine, name: MARK, role: 'staff' });
  const [device, waiting] = [randomUUID(), randomUUID()];
  for (const [id, state] of [
    [device, 'approved'],
    [waiting, 'waiting'],
  ] as const)
    await db
      .insertInto('devices')
      .values({
        ...{ id, library, branch: mine, public_key: 'A'.repeat(43), profile: 'kiosk', state },
        ...{ app_version: MARK, enrolled_at: now, packs: '[]', last_seq: 0 },
      })
      .execute();
  await db
    .insertInto('alerts')
    .values({
      ...{ id: randomUUID(), library, subject: device, device, kind: 'full', opened_at: now },
      finding: JSON.stringify({ kind: 'full', freeBytes: 1 }),
    })
    .execute();
  // One that is good now: judged again, it would be counted.
  const id = `01999999-0000-7${randomUUID().slice(15)}`;
  const body = { pack: 'zelfredzaam', language: 'nl', topic: MARK };
  const item = { id, seq: 1, at: `${MONTH_OF_DELFT}-05T09:00:00Z`, type: 'topic-opened', body };
  await db
    .insertInto('quarantine')
    .values({
      ...{ device, id, sha256: 'a', library, why: 'not-understood', item: JSON.stringify(item) },
      received_at: now,
    })
    .execute();
  const service = `${MARK}-${device}`;
  await bringIn(
    db,
    library,
    { id: service, name: MARK, status: 'active', email: 'balie@delft.example' },
    new Date(CHANGED_AT),
  );
  // What a test rolled out is rolled out once: the next test does so again.
  await db.deleteFrom('rollouts').where('library', '=', library).where('pack', '=', 'klein').execute();
  const rollout = randomUUID();
  await db
    .insertInto('rollouts')
    .values({
      ...{ id: rollout, library, publisher: mine, pack: MARK, channel: 'stable', version: 1 },
      ...{ state: 'going', share: 10, starts_at: now, show_rule: 'idle', sick_percent: 10 },
      ...{ watched_from: now, changed_at: now, why: MARK },
    })
    .execute();
  const named = { branch: mine, publisher: mine, partner: mine, person: mine };
  return { account, passkey, ...named, rollout, device, waiting, service };
}
