import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { USUAL_RULES } from '../../../core/domain/alerts/alert-rules.ts';
import { alertChores } from '../../../server/alerts/alert-chores.ts';
import { NOBODY_TOLD } from '../../../server/alerts/alert-settings.ts';
import type { WaysOf } from '../../../server/alerts/message-line.ts';
import { tellAlerts } from '../../../server/alerts/tell-alerts.ts';
import { updateAlerts } from '../../../server/alerts/update-alerts.ts';
import { makeLog } from '../../../server/http/log.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { anAlertRoom, forgetAlerts, NOTHING } from './an-alert-room.ts';

const HOUR = 3_600_000;

/** Instances of which some tell and some do not, over one store: `database` is asked for before the first test. */
export function describeWhoTells(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let server: OwnServer;
    beforeAll(async () => {
      server = await startOwnServer(await database());
    });
    afterAll(() => server.remove());
    beforeEach(() => forgetAlerts(server));
    const { later, update, list, collector } = anAlertRoom(() => server);
    const silent: WaysOf = () => [];
    const updateSilently = (now: Date) =>
      updateAlerts(
        server.store,
        { rules: USUAL_RULES, published: NOTHING, waysOf: silent, hoursOf: () => [], away: [] },
        now,
      );
    const heard = (now: Date) =>
      server.store.db.updateTable('devices').set({ last_contact: now.toISOString() }).execute();
    /** What an instance does that was started without a file of settings. */
    const tellSilently = (now: Date) =>
      alertChores(server.store, NOBODY_TOLD, () => now, makeLog({ write: () => undefined }))
        .find((chore) => chore.name === 'alerts-told')
        ?.run(now, () => true);

    it('tells what another instance found that tells nobody, and the end of it, each once', async () => {
      await server.approved();
      expect(await updateSilently(later(25 * HOUR))).toEqual({ opened: 1, closed: 0 });
      const { told, tellers } = collector();
      const tell = (now: Date) => tellAlerts(server.store, tellers, () => now);
      for (let times = 0; times < 2; times++) {
        await Promise.all([update(later(25 * HOUR)), updateSilently(later(25 * HOUR))]);
        await tell(later(25 * HOUR));
      }
      expect(told.sort()).toEqual(['mail opened silent Hal', 'webhook opened silent Hal']);
      told.length = 0;
      await heard(later(26 * HOUR));
      expect(await updateSilently(later(26 * HOUR))).toEqual({ opened: 0, closed: 1 });
      await update(later(26 * HOUR));
      await tell(later(26 * HOUR));
      expect(told.sort()).toEqual(['mail closed silent Hal', 'webhook closed silent Hal']);
    });

    it('tells nothing of what was over before anybody looked who tells', async () => {
      await server.approved();
      await updateSilently(later(25 * HOUR));
      await heard(later(26 * HOUR));
      await updateSilently(later(26 * HOUR));
      await update(later(26 * HOUR));
      expect((await list())[0]?.messages).toEqual([]);
    });

    it('leaves in line what another instance tells, and lets it hold up nothing', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      const now = later(25 * HOUR);
      expect(await tellSilently(now)).toBeUndefined();
      expect((await list())[0]?.messages).toMatchObject([{ failure: null }, { failure: null }]);
      const { db } = server.store;
      const at = later(24 * HOUR).toISOString();
      for (let each = 0; each < 60; each++) {
        const row = { id: randomUUID(), library: 'gouda', subject: String(each), device: null };
        const finding = JSON.stringify({ kind: 'set-aside', number: 1 });
        const alert = { ...row, kind: 'set-aside' as const, finding, opened_at: at, closed_at: null };
        await db.insertInto('alerts').values(alert).execute();
        const message = { alert: row.id, library: 'gouda', about: 'opened' as const, way: 'mail' as const };
        const state = {
          tries: 0,
          next_try_at: at,
          told_at: null,
          failure: null,
          maybe_told: 0,
          refused: null,
        };
        await db
          .insertInto('alert_messages')
          .values({ ...message, ...state })
          .execute();
      }
      const { told, tellers } = collector();
      const waysOf: WaysOf = (library) => (library === 'delft' ? ['mail', 'webhook'] : []);
      await tellAlerts(server.store, tellers, () => now, undefined, waysOf);
      expect(told.sort()).toEqual(['mail opened silent Hal', 'webhook opened silent Hal']);
    });

    it('gives up what no instance has a way for after a day and a half, and says why', async () => {
      await server.approved();
      await update(later(25 * HOUR));
      await tellSilently(later(60 * HOUR));
      expect((await list())[0]?.messages).toMatchObject([{ failure: null }, { failure: null }]);
      expect(await tellSilently(later(62 * HOUR))).toEqual({ told: 0, failed: 2 });
      const given = { failure: expect.stringContaining('no such way'), toldAt: null, nextTry: null };
      expect((await list())[0]?.messages).toMatchObject([given, given]);
      expect(await tellSilently(later(63 * HOUR))).toBeUndefined();
    });
  });
}
