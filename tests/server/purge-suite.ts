import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAccount } from '../../server/accounts/change-account.ts';
import { forgetEnded } from '../../server/accounts/forget-ended.ts';
import { purgeAudit } from '../../server/accounts/purge-audit.ts';
import { signInWithClaims } from '../../server/accounts/sign-in-with-claims.ts';
import { findDevice } from '../../server/organisations/devices.ts';
import { purge } from '../../server/sync/purge.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';

/** After so many days a purge takes what came in today. */
const days = (number: number) => new Date(Date.now() + number * 86_400_000);
const NOTHING = { items: 0, batches: 0, quarantined: 0 };

/** What a purge does, whatever the store: `database` is asked for before the first test. */
export function describePurge(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      first = server.addresses[0];
    });
    afterAll(() => server.remove());

    const rows = async (table: 'items' | 'batches' | 'quarantine', device: string) =>
      (await server.store.db.selectFrom(table).select('id').where('device', '=', device).execute()).length;
    const kept = (device: string) =>
      Promise.all([rows('items', device), rows('batches', device), rows('quarantine', device)]);

    it('takes items, batches and what was set aside after 30 days, and leaves the counts', async () => {
      const device = await server.approved();
      const before = await server.total();
      await device.send(first, device.batch([device.item(), device.item(), device.item({ type: 'poison' })]));
      await purge(server.store, days(29.9));
      expect(await kept(device.id())).toEqual([2, 1, 1]);
      expect(await purge(server.store, days(30.1))).toEqual({ items: 2, batches: 1, quarantined: 1 });
      expect(await kept(device.id())).toEqual([0, 0, 0]);
      expect(await server.total()).toBe(before + 2);
      expect(await purge(server.store, days(60))).toEqual(NOTHING);
    });

    it('takes lines of the audit trail after two years, and none before', async () => {
      const { db } = server.store;
      const line = (id: string, daysAgo: number) => ({
        ...{ id, library: 'delft', account: null, account_name: null, what: 'looked', on_what: id },
        at: days(-daysAgo).toISOString(),
      });
      await db
        .insertInto('audit')
        .values([line('old', 734), line('young', 732)])
        .execute();
      expect(await purgeAudit(server.store, new Date())).toBe(1);
      const left = await db.selectFrom('audit').select('id').where('what', '=', 'looked').execute();
      expect(left).toEqual([{ id: 'young' }]);
      expect(await purgeAudit(server.store, new Date())).toBe(0);
    });

    it('forgets whose an account was two years after it ended, and lets that person in no more all the same', async () => {
      const { db } = server.store;
      const who = { issuer: 'https://id.example', subject: 'person-7', name: 'Kim Desk', provedAt: days(0) };
      const signIn = (library: string) =>
        signInWithClaims(server.store, who, { role: 'reader', library }, days(0));
      const id = String((await signIn('delft'))?.account.id);
      await db.updateTable('accounts').set({ last_sign_in: '2026-01-02T03:04:05.006Z' }).execute();
      const row = () => db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      await forgetEnded(server.store, days(800)); // one that did not end stays
      await endAccount(server.store, { library: 'delft' }, id);
      for (const day of [0, 732]) expect(await forgetEnded(server.store, days(day))).toBe(0);
      expect(await row()).toMatchObject({ name: who.name, subject: who.subject });
      expect(await forgetEnded(server.store, days(734))).toBe(1);
      const kept = JSON.stringify(await row());
      for (const told of [who.name, who.issuer, who.subject, '2026-01-02']) expect(kept).not.toContain(told);
      expect(await forgetEnded(server.store, days(735))).toBe(0);
      expect(await signIn('delft')).toBeUndefined();
      const elsewhere = await signIn('gouda');
      expect(elsewhere?.account).toMatchObject({ library: 'gouda', name: who.name });
      expect((await signIn('gouda'))?.account.id).toBe(elsewhere?.account.id);
    });

    it('counts nothing twice that is sent again after it, and refuses nothing new', async () => {
      const device = await server.approved();
      const before = await server.total();
      const old = device.batch([device.item(), device.item({ type: 'poison' }), device.item()]);
      await device.send(first, old);
      await purge(server.store, days(31));
      const again = await device.acknowledged(await device.send(first, old));
      expect(again.items.map(({ result }) => result).sort()).toEqual(['known', 'known', 'quarantined']);
      const forged = { ...old, items: old.items.map((item) => ({ ...item, body: { language: 'en' } })) };
      const { items } = await device.acknowledged(await device.send(first, forged));
      expect(items.some(({ result }) => result === 'stored')).toBe(false);
      expect(await server.total()).toBe(before + 2);
      const fresh = device.batch([device.item()]);
      const { items: counted } = await device.acknowledged(await device.send(first, fresh));
      expect(counted.map(({ result }) => result)).toEqual(['stored']);
      expect((await device.acknowledged(await device.send(first, fresh))).items[0]?.result).toBe('known');
      expect(await server.total()).toBe(before + 3);
    });

    it('counts what has a number again but a later hour: the store of its device came back from a copy', async () => {
      const device = await server.approved();
      const before = await server.total();
      const sent = [device.item(), device.item(), device.item()];
      await device.send(first, device.batch(sent));
      await purge(server.store, days(31));
      const later = device.item({ seq: sent[1]?.seq ?? 0, at: '2026-12-30T09:00:00Z' });
      const { items } = await device.acknowledged(await device.send(first, device.batch([later])));
      expect([items[0]?.result, await server.total()]).toEqual(['stored', before + 4]);
    });

    it('knows an item that is still there from one with other content, below the floor as above it', async () => {
      const device = await server.approved();
      const early = device.item();
      const late = device.item();
      await device.send(first, device.batch([late]));
      await server.store.db
        .updateTable('items')
        .set({ received_at: days(-31).toISOString() })
        .where('device', '=', device.id())
        .execute();
      await device.send(first, device.batch([early]));
      await purge(server.store, new Date());
      expect(await findDevice(server.store, device.id())).toMatchObject({
        purged_seq: late.seq,
        purged_hour: late.at,
      });
      const send = async (item: typeof early) =>
        (await device.acknowledged(await device.send(first, device.batch([item])))).items[0]?.result;
      expect(await send(early)).toBe('known');
      expect(await send({ ...early, body: { language: 'en' } })).toBe('quarantined');
    });

    it('never lowers the floor, and takes more than one portion', async () => {
      const device = await server.approved();
      const items = Array.from({ length: 200 }, () => device.item({ at: '2026-11-26T18:00:00Z' }));
      await device.send(first, device.batch(items));
      await purge(server.store, days(31));
      const row = (index: number) => ({
        ...{ device: device.id(), library: 'delft', branch: 'hal', seq: 1, hour: '2020-01-01T00:00:00Z' },
        ...{ id: `old-${index}`, type: 'read-aloud', body: '{}', received_at: '2020-01-01T00:00:00.000Z' },
      });
      const many = Array.from({ length: 4_500 }, (_, index) => row(index));
      for (let from = 0; from < many.length; from += 500)
        await server.store.db
          .insertInto('items')
          .values(many.slice(from, from + 500))
          .execute();
      expect(await purge(server.store, new Date())).toEqual({ ...NOTHING, items: 4_500 });
      expect(await findDevice(server.store, device.id())).toMatchObject({
        purged_seq: 200,
        purged_hour: '2026-11-26T18:00:00Z',
      });
    });

    it('may run at two places at once while batches come in: exact totals', async () => {
      const device = await server.approved();
      const before = await server.total();
      const batches = Array.from({ length: 30 }, () =>
        device.batch(Array.from({ length: 10 }, () => device.item())),
      );
      const sent = Promise.all(
        batches.map(async (batch, index) => {
          const to = String(server.addresses[index % server.addresses.length]);
          await device.acknowledged(await device.send(to, batch));
          await device.acknowledged(await device.send(to, batch));
        }),
      );
      const purges = Array.from({ length: 6 }, () => purge(server.store, days(31)));
      const gone = (await Promise.all([sent, ...purges]))
        .slice(1)
        .reduce((sum, each) => sum + (each as { items: number }).items, 0);
      const [left] = await kept(device.id());
      expect([await server.total(), gone + left]).toEqual([before + 300, 300]);
    });
  });
}
