import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session } from '../../../core/contract/administration/account.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { readAudit, writeAudit } from '../../../server/accounts/audit.ts';
import {
  endSessions,
  findSession,
  IDLE_MS,
  LONGEST_MS,
  openSession,
} from '../../../server/accounts/sessions.ts';
import { aBrowser, anAccount, aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';

const why = async (response: Response) => Refusal.parse(await response.json()).why;

/** Sessions and the audit trail, whatever the store and however many instances. */
export function describeSessions(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    let last: string;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      first = server.addresses[0];
      last = server.addresses.at(-1) as string;
    });
    afterAll(() => server.remove());

    it('knows who is signed in at every instance, and until when', async () => {
      const browser = await aSignedInBrowser(server.store, first, 'editor');
      const elsewhere = aBrowser(last);
      elsewhere.cookies.set('balie', String(browser.cookies.get('balie')));
      for (const each of [browser, elsewhere]) {
        const session = Session.parse(await (await each.get('/api/v1/session')).json());
        expect(session.account).toEqual({ ...browser.account, role: 'editor' });
      }
    });

    it('keeps no token that somebody who reads the store could use', async () => {
      const { token } = await openSession(
        server.store.db,
        await anAccount(server.store, 'reader'),
        new Date(),
      );
      const rows = await server.store.db.selectFrom('sessions').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(token);
      const thief = aBrowser(first);
      thief.cookies.set('balie', rows[0]?.hash ?? '');
      expect(await why(await thief.get('/api/v1/session'))).toBe('not-signed-in');
    });

    it('ends a session that nobody uses, and every one after twelve hours', async () => {
      const { db } = server.store;
      const account = await anAccount(server.store, 'reader');
      const start = new Date();
      const later = (ms: number) => new Date(start.getTime() + ms);
      const idle = await openSession(db, account, start);
      expect(await findSession(db, idle.token, later(IDLE_MS - 1))).toBeDefined();
      expect(await findSession(db, idle.token, later(2 * IDLE_MS - 2))).toBeDefined();
      expect(await findSession(db, idle.token, later(3 * IDLE_MS))).toBeUndefined();
      const used = await openSession(db, account, start);
      for (let at = 0; at < LONGEST_MS; at += IDLE_MS / 2)
        expect(await findSession(db, used.token, later(at)), `after ${at} ms`).toBeDefined();
      expect(await findSession(db, used.token, later(LONGEST_MS))).toBeUndefined();
    });

    it('ends it at every instance by signing out, and all of an account at once', async () => {
      const browser = await aSignedInBrowser(server.store, first, 'reader');
      const kept = aBrowser(last);
      kept.cookies.set('balie', String(browser.cookies.get('balie')));
      expect((await browser.ask('DELETE', '/api/v1/session')).status).toBe(200);
      expect(browser.cookies.size).toBe(0);
      expect(await why(await kept.get('/api/v1/session'))).toBe('not-signed-in');
      const { account } = browser;
      const two = await Promise.all([1, 2].map(() => openSession(server.store.db, account, new Date())));
      await endSessions(server.store.db, account.id);
      for (const { token } of two)
        expect(await findSession(server.store.db, token, new Date())).toBeUndefined();
    });

    it('writes down who did what, each library for itself', async () => {
      const { db } = server.store;
      const account = await anAccount(server.store, 'administrator');
      const actor = { ...account, library: 'delft' };
      await db.transaction().execute((trx) => writeAudit(trx, actor, 'device-approved', 'one'));
      await writeAudit(db, { library: 'gouda' }, 'library-added', 'gouda');
      expect((await readAudit(db, 'delft')).entries[0]).toMatchObject({
        by: account.name,
        what: 'device-approved',
        onWhat: 'one',
      });
      expect((await readAudit(db, 'gouda')).entries).toMatchObject([{ by: null, what: 'library-added' }]);
      expect((await readAudit(db, undefined)).entries).toEqual([]);
    });

    it('lets nobody change or take away what was written down, until it is two years old', async () => {
      const { db } = server.store;
      await writeAudit(db, { library: 'delft' }, 'tried', 'this');
      await expect(db.updateTable('audit').set({ what: 'other' }).execute()).rejects.toThrow('append only');
      await expect(db.deleteFrom('audit').execute()).rejects.toThrow('append only');
      // SQLite has no such word.
      if (server.store.kind === 'postgres')
        await expect(sql`TRUNCATE audit`.execute(db)).rejects.toThrow('append only');
      const old = new Date(Date.now() - 2.01 * 365.25 * 24 * 3600 * 1000).toISOString();
      await db.insertInto('audit').values({ id: '0-old', at: old, what: 'old', on_what: '' }).execute();
      await db.deleteFrom('audit').where('id', '=', '0-old').execute();
    });
  });
}
