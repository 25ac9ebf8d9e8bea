import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readAudit } from '../../../server/accounts/audit.ts';
import { revokeDevice } from '../../../server/organisations/devices.ts';
import { addPublisher } from '../../../server/organisations/publishers.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { anAlertRoom, forgetAlerts, NOTHING } from './an-alert-room.ts';

const HOUR = 3_600_000;
/** Long over, whatever the day on which a test runs. */
const SOON = { role: 'timestamp', expires: '2026-01-02T00:00:00Z' };

/** Alerts about no single device: of what was set aside, and of what publishers publish. `database` is asked for before the first test. */
export function describePublisherAlerts(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database());
    });
    afterAll(() => server.remove());
    beforeEach(() => forgetAlerts(server));
    const { later, update, list, kinds } = anAlertRoom(() => server);

    /** A device of a library that shows a pack of this publisher. */
    const showing = async (publisher: string, library?: string) => {
      const device = await server.approved(library);
      const batch = device.batch([]);
      const packs = [{ library: publisher, pack: 'pakket', channel: 'stable' as const, version: 1 }];
      await device.send(server.addresses[0], {
        ...batch,
        health: { ...batch.health, freeBytes: 1e12, packs },
      });
      return device;
    };

    it('warns of what was set aside, until it is counted after an upgrade by whoever may', async () => {
      const device = await server.approved();
      const batch = device.batch([
        device.item({ type: 'poison' }),
        device.item({ at: '2026-02-30T14:00:00Z' }),
      ]);
      await device.send(server.addresses[0], { ...batch, health: { ...batch.health, freeBytes: 1e12 } });
      await update(later(0));
      expect(await list()).toMatchObject([
        { device: null, place: 'delft', finding: { kind: 'set-aside', number: 2 } },
      ]);
      const { db } = server.store;
      const item = JSON.stringify(device.item());
      await db.updateTable('quarantine').set({ item, why: 'not-understood' }).execute();
      const reader = await aSignedInBrowser(server.store, server.addresses[0], 'reader');
      const aside = '/api/v1/set-aside';
      expect(await (await reader.get(aside)).json()).toMatchObject({
        groups: [{ why: 'not-understood', number: 2, devices: 1 }],
      });
      const administrator = await aSignedInBrowser(server.store, server.addresses[0], 'administrator');
      const again = await administrator.post(`${aside}/judgements`, {});
      expect(await again.json()).toEqual({ counted: 1 }); // the other one has its id
      await db.deleteFrom('quarantine').execute();
      expect(await update(later(0))).toEqual({ opened: 0, closed: 1 });
      const [line] = (await readAudit(db, 'delft')).entries.filter(
        ({ what }) => what === 'set-aside-counted',
      );
      expect([line?.by === null, line?.onWhat]).toEqual([false, `${device.id()} (1)`]);
    });

    it('leaves what is said of the repository as it is where that cannot be read, but for a device that is gone', async () => {
      const device = await showing('landelijk');
      const published = {
        packs: [{ library: 'landelijk', pack: 'pakket', channel: 'stable' as const, version: 2 }],
        expiries: new Map([['delft', [SOON]]]),
        unread: new Set<string>(),
      };
      await update(later(0), published);
      // An old version for eight days, and heard a moment ago.
      const eight = later(8 * 24 * HOUR);
      const heard = { last_contact: eight.toISOString() };
      await server.store.db.updateTable('devices').set(heard).where('id', '=', device.id()).execute();
      expect(await update(eight, published)).toMatchObject({ opened: 1 });
      expect((await kinds()).sort()).toEqual([
        ['expiring', false],
        ['stale', false],
      ]);
      // Another instance, which has no repository or a damaged one.
      const unread = { ...NOTHING, unread: 'all' as const };
      expect(await update(eight, unread)).toEqual({ opened: 0, closed: 0 });
      await revokeDevice(server.store, device.id());
      expect(await update(eight, unread)).toEqual({ opened: 0, closed: 1 });
      expect(await update(eight, NOTHING)).toEqual({ opened: 0, closed: 1 });
    });

    it('leaves what is said of a publisher that cannot be read as it is, and judges the others', async () => {
      const hurt = await showing('landelijk', 'gouda');
      const well = await showing('provincie');
      const versions = (version: number) =>
        ['landelijk', 'provincie'].map((library) => ({
          ...{ library, pack: 'pakket', channel: 'stable' as const, version },
        }));
      const expiries = new Map([
        ['landelijk', [SOON]],
        ['provincie', [SOON]],
      ]);
      await update(later(0), { ...NOTHING, packs: versions(2) });
      const eight = later(8 * 24 * HOUR);
      const heard = async (now: Date) => {
        const { db } = server.store;
        await db.updateTable('devices').set({ last_contact: now.toISOString() }).execute();
      };
      await heard(eight);
      expect(await update(eight, { ...NOTHING, packs: versions(2), expiries })).toMatchObject({ opened: 4 });
      const both = async () =>
        (await Promise.all(['gouda', 'delft'].map((library) => list(library)))).map((alerts) =>
          alerts.map(({ finding, closedAt }) => [finding.kind, closedAt !== null]).sort(),
        );
      // All is renewed and shown; of the one publisher nobody can say so.
      const damaged = { ...NOTHING, packs: versions(1).slice(1), unread: new Set(['landelijk']) };
      expect(await update(eight, damaged)).toEqual({ opened: 0, closed: 2 });
      expect(await both()).toEqual([
        [
          ['expiring', false],
          ['stale', false],
        ],
        [
          ['expiring', true],
          ['stale', true],
        ],
      ]);
      // What is left of it may say less than was found: that stays too.
      const before = (await list('gouda')).map(({ finding }) => finding);
      const nine = later(9 * 24 * HOUR);
      await heard(nine);
      const some = { ...damaged, packs: versions(2), expiries: new Map([['landelijk', [SOON]]]) };
      expect(await update(nine, some)).toEqual({ opened: 1, closed: 0 });
      expect((await list('gouda')).map(({ finding }) => finding)).toEqual(before);
      expect((await list('delft')).filter(({ closedAt }) => closedAt === null)).toMatchObject([
        { device: well.id(), finding: { kind: 'stale', days: 9 } },
      ]);
      await revokeDevice(server.store, hurt.id());
      expect(await update(nine, damaged)).toMatchObject({ closed: 3 });
    });

    it('warns of a publisher of a library that library, and of one of all each that shows what it publishes', async () => {
      await addPublisher(server.store, 'delft', { id: 'bureau', name: 'Bureau', packs: [] });
      await addPublisher(server.store, null, { id: 'landelijk', name: 'Landelijk', packs: [] });
      const warnedOf = async (publisher: string) => {
        await server.store.db.deleteFrom('alert_messages').execute();
        await server.store.db.deleteFrom('alerts').execute();
        await update(later(0), { ...NOTHING, expiries: new Map([[publisher, [SOON]]]) });
        return [...(await list('delft')), ...(await list('gouda'))].map(({ place }) => place);
      };
      expect(await warnedOf('bureau')).toEqual(['delft']);
      expect(await warnedOf('landelijk')).toEqual([]);
      await showing('landelijk', 'gouda');
      expect(await warnedOf('landelijk')).toEqual(['gouda']);
      await showing('landelijk');
      expect(await warnedOf('landelijk')).toEqual(['delft', 'gouda']);
      expect(await warnedOf('bureau')).toEqual(['delft']);
      // Whoever says that a publisher is its own takes no warning away from the others that show what it publishes.
      await showing('provincie', 'gouda');
      expect(await warnedOf('provincie')).toEqual(['gouda']);
      await addPublisher(server.store, 'delft', { id: 'provincie', name: 'Provincie', packs: [] });
      expect(await warnedOf('provincie')).toEqual(['delft', 'gouda']);
      await showing('delft', 'gouda');
      expect(await warnedOf('delft')).toEqual(['delft', 'gouda']);
    });
  });
}
