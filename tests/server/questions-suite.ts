import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DeskQuestion } from '../../core/domain/desk/desk-question.ts';
import { VARIABLES, valuesOf } from '../../core/domain/report/variables.ts';
import { forgetHandovers } from '../../server/handovers/forget-handovers.ts';
import type { HandoverRow } from '../../server/handovers/handover-tables.ts';
import { takeReport } from '../../server/handovers/take-report.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { addPartner, removePartner } from '../../server/organisations/partners.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { publishInWorker } from '../../server/reports/publish-in-worker.ts';
import { purgeQuestions } from '../../server/reports/purge-questions.ts';
import { listPublished, readPublications } from '../../server/reports/read-publications.ts';
import { purge } from '../../server/sync/purge.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';
import { describeClocksAhead } from './clocks-ahead.ts';

type Device = Awaited<ReturnType<OwnServer['approved']>>;
type SentItem = ReturnType<Device['item']>;

/** A question that is logged in an hour (UTC). */
function logged(hour: string, other: Partial<DeskQuestion> = {}): DeskQuestion {
  const time = Date.parse(hour).toString(16).padStart(12, '0');
  return aQuestion({ id: `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`, ...other });
}

/** What becomes of the questions of desks at a server, whatever the store: `database` is asked for before the first test. */
export function describeQuestions(
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
    afterEach(() => void vi.useRealTimers());
    afterAll(() => server.remove());

    const NOVEMBER = '2026-11-26T14:00:00Z';
    const told = (device: Device, question: DeskQuestion, at = NOVEMBER) =>
      device.item({ type: 'question', at, body: question });
    const corrected = (device: Device, question: DeskQuestion, revision: number) =>
      device.item({ type: 'question-corrected', body: { ...question, revision } });
    const withdrawn = (device: Device, { id }: DeskQuestion, revision: number) =>
      device.item({ type: 'question-withdrawn', body: { id, revision } });
    /** They come in at the hour of the newest of them, and after what the first tests tell of. */
    const send = async (device: Device, items: SentItem[], to = first) => {
      const came = ['2026-11-28T10:00:00Z', ...items.map(({ at }) => at)].sort().at(-1);
      vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(String(came)) });
      const answer = await device.acknowledged(await device.send(to, device.batch(items)));
      return answer.items.map(({ result }) => result);
    };

    /** All counts of the server, as `month variable value` and the number. */
    const counts = async () => {
      const rows = await server.store.db
        .selectFrom('question_counts')
        .selectAll()
        .where('number', '<>', 0)
        .execute();
      const sums = new Map<string, number>();
      for (const { month, variable, value, number } of rows) {
        const key = `${month} ${variable} ${value}`;
        sums.set(key, (sums.get(key) ?? 0) + Number(number));
      }
      return Object.fromEntries(sums);
    };
    const recount = (questions: readonly DeskQuestion[], month: (question: DeskQuestion) => string) => {
      const sums: Record<string, number> = {};
      for (const each of questions)
        for (const variable of VARIABLES) {
          const key = `${month(each)} ${variable} ${valuesOf(each)[variable]}`;
          sums[key] = (sums[key] ?? 0) + 1;
        }
      return sums;
    };
    const own = ({ at }: DeskQuestion) => at.slice(0, 7);
    const there: DeskQuestion[] = [];

    it('counts each question once, as it was told of last, whatever the order and however often it comes', async () => {
      const [one, two] = [await server.approved(), await server.approved()];
      const a = logged(NOVEMBER, { organization: 'duo' });
      const b = logged(NOVEMBER, { channel: 'phone' });
      const c = logged(NOVEMBER, { at: '2026-11-27T09' });
      const better = { ...a, organization: 'svb', at: '2026-11-25T10' };
      const best = { ...better, outcome: 'referred' as const };
      // The correction before what it corrects, and the second one before the first.
      const items = [corrected(one, best, 3), corrected(one, better, 2), told(one, a), told(one, b)];
      expect(await send(one, items)).toEqual(['stored', 'stored', 'stored', 'stored']);
      expect(await send(one, items, last)).toEqual(['known', 'known', 'known', 'known']);
      await send(two, [told(two, c), withdrawn(two, c, 2)], last);
      there.push(best, b);
      expect(await counts()).toEqual(recount(there, own));
    });

    it('keeps one that was taken back away, also when it is told of afterwards', async () => {
      const device = await server.approved();
      const question = logged(NOVEMBER);
      await send(device, [withdrawn(device, question, 2)]);
      await send(device, [told(device, question)]);
      expect(await counts()).toEqual(recount(there, own));
    });

    it('lets no device change a question of another', async () => {
      const [one, two] = [await server.approved(), await server.approved()];
      const question = logged(NOVEMBER);
      await send(one, [told(one, question)]);
      there.push(question);
      await send(two, [withdrawn(two, question, 2)]);
      expect(await counts()).toEqual(recount(there, own));
    });

    it('sets a question aside that is none, and counts it nowhere', async () => {
      const device = await server.approved();
      const wrong = { ...logged(NOVEMBER), name: 'iemand' };
      expect(await send(device, [device.item({ type: 'question', body: wrong })])).toEqual(['quarantined']);
      expect(await counts()).toEqual(recount(there, own));
    });

    it('adds up exactly what two desks and a kiosk logged in a week without a network, sent at the same time', async () => {
      const devices = await Promise.all([server.approved(), server.approved(), server.approved()]);
      await Promise.all(
        devices.map(async (device, who) => {
          const questions = Array.from({ length: 150 }, (_, index) =>
            logged(NOVEMBER, {
              at: `2026-11-${20 + (index % 7)}T${10 + (index % 6)}`,
              category: index % 3 === 0 ? 'course' : 'information',
              organization: index % 5 === 0 ? 'duo' : null,
              nth: 1 + (index % 2),
            }),
          );
          there.push(...questions);
          for (let from = 0; from < questions.length; from += 50) {
            const items = questions.slice(from, from + 50).map((question) => told(device, question));
            await send(device, items, server.addresses[who % server.addresses.length] as string);
          }
        }),
      );
      expect(await counts()).toEqual(recount(there, own));
    });

    it('closes a month when it is over for a week, once, and tells nothing of it again', async () => {
      expect(await closeMonths(server.store, new Date('2026-12-07T10:00:00Z'))).toEqual({
        months: 0,
        questions: 0,
      });
      const now = new Date('2026-12-08T10:00:00Z');
      const done = await Promise.all([closeMonths(server.store, now), closeMonths(server.store, now)]);
      expect(done.reduce((sum, { months }) => sum + months, 0)).toBe(1);
      expect(await listPublished(server.store, 'delft')).toEqual(['2026-11']);
      const [publication] = await readPublications(server.store, 'delft', '2026-11');
      expect(publication?.totals[0]).toBe(there.length);
    });

    it('tells of what comes afterwards in the first month that is open, and leaves what was told as it is', async () => {
      const before = await readPublications(server.store, 'delft', '2026-11');
      const device = await server.approved();
      const late = logged(NOVEMBER, { organization: 'cak' });
      const wrong = logged(NOVEMBER, { organization: 'cjib' });
      await send(device, [told(device, late), told(device, wrong), withdrawn(device, wrong, 2)], last);
      await closeMonths(server.store, new Date('2026-12-09T10:00:00Z'));
      expect(await readPublications(server.store, 'delft', '2026-11')).toEqual(before);
      const open = (question: DeskQuestion) => (question === late ? '2026-12' : own(question));
      there.push(late);
      expect(await counts()).toEqual(recount(there, open));
      await closeMonths(server.store, new Date('2027-01-09T10:00:00Z'));
      // One question in December: nothing is told of it.
      expect((await readPublications(server.store, 'delft', '2026-12'))[0]?.totals[0]).toBeNull();
      expect(await readPublications(server.store, 'delft', '2026-10')).toEqual([]);
    });

    it('forgets single questions when they are told of and 30 days old, and then knows their corrections for late', async () => {
      const device = await server.approved();
      const question = logged('2027-01-20T10:00:00Z', { at: '2027-01-20T11' });
      await send(device, [told(device, question, '2027-01-20T10:00:00Z')]);
      const before = await counts();
      const soon = new Date(Date.now() + 31 * 86_400_000);
      await purge(server.store, soon);
      // January is not told of yet, so its question stays.
      await purgeQuestions(server.store, soon);
      expect(await server.store.db.selectFrom('questions').select('id').execute()).toEqual([
        { id: question.id },
      ]);
      await closeMonths(server.store, soon);
      const there = await server.store.db.selectFrom('questions').select('id').execute();
      expect(there).toEqual([]);
      await send(device, [
        device.item({
          type: 'question-withdrawn',
          at: '2027-01-21T09:00:00Z',
          body: { id: question.id, revision: 2 },
        }),
      ]);
      expect(await counts()).toEqual(before);
    });

    it('tells what kiosks bring after its month was closed in the first month that is open, each count once', async () => {
      const kiosk = await server.approved('gouda');
      const bring = async (number: number, at: string) => {
        const items = Array.from({ length: number }, () => kiosk.item({ at }));
        expect(await send(kiosk, items, last)).toEqual(items.map(() => 'stored'));
      };
      const close = (at: string) => closeMonths(server.store, new Date(at));
      const told = async () => {
        const [newest] = await listPublished(server.store, 'gouda');
        const all = newest === undefined ? [] : await readPublications(server.store, 'gouda', newest);
        return all.map(({ month, use }) => [month, use.languages.rows]);
      };
      const nl = (count: number) => [{ value: 'nl', count }];
      await bring(12, '2027-03-10T10:00:00Z');
      await close('2027-04-08T10:00:00Z');
      expect(await told()).toEqual([['2027-03', nl(12)]]);
      await bring(15, '2027-03-10T10:00:00Z'); // the same hour as those that were told
      await bring(13, '2027-01-05T10:00:00Z'); // a month that had nothing to tell when it was over
      await bring(20, '2027-04-02T10:00:00Z');
      await close('2027-05-08T10:00:00Z');
      expect(await told()).toEqual([
        ['2027-04', nl(48)],
        ['2027-03', nl(12)],
      ]);
      await bring(11, '2027-03-31T23:00:00Z');
      await close('2027-06-07T10:00:00Z');
      expect((await told())[0]).toEqual(['2027-04', nl(48)]);
      const at = '2027-06-08T10:00:00Z';
      await Promise.all([close(at), close(at)]);
      expect((await told())[0]).toEqual(['2027-05', nl(11)]);
      await close('2027-08-08T10:00:00Z');
      expect((await told()).map(([month]) => month)).toEqual(['2027-05', '2027-04', '2027-03']);
    });

    it('reckons a month while nothing is held, and once more when something came meanwhile', async () => {
      const device = await server.approved('gouda');
      const at = '2027-08-20T10:00:00Z';
      const ask = () => logged(at, { at: '2027-08-20T12' });
      await send(
        device,
        Array.from({ length: 20 }, () => told(device, ask(), at)),
      );
      const reckoned: number[] = [];
      const done = await closeMonths(server.store, new Date('2027-09-08T10:00:00Z'), async (month) => {
        // Nothing waits for this: a question comes in, and is there, before it is done.
        if (reckoned.push(month.asked.length) === 1)
          expect(await send(device, [told(device, ask(), at)], last)).toEqual(['stored']);
        return publishInWorker(month);
      });
      expect([done.months, reckoned]).toEqual([1, [20, 21]]);
      const [publication] = await readPublications(server.store, 'gouda', '2027-08');
      expect(publication?.totals[0]).toBe(21);
    });

    it('leaves a month that changes all the while for the next time', async () => {
      const device = await server.approved('gouda');
      const at = '2027-09-20T10:00:00Z';
      const bring = () => send(device, [told(device, logged(at, { at: '2027-09-20T12' }), at)]);
      await bring();
      const now = new Date('2027-10-08T10:00:00Z');
      const done = await closeMonths(server.store, now, async (month) => {
        await bring();
        return publishInWorker(month);
      });
      expect(done.months).toBe(0);
      expect((await closeMonths(server.store, now)).months).toBe(1);
    });

    it('answers while a month is reckoned in another thread', async () => {
      const device = await server.approved('gouda');
      const at = '2027-10-20T10:00:00Z';
      await send(device, [told(device, logged(at, { at: '2027-10-20T12' }), at)]);
      let closed = false;
      const closing = closeMonths(server.store, new Date('2027-11-09T10:00:00Z')).then(({ months }) => {
        closed = true;
        return months;
      });
      await new Promise<void>((resolve) => setImmediate(resolve));
      expect([(await fetch(`${first}/ready`)).status, closed]).toEqual([200, false]);
      expect(await closing).toBe(1);
    });

    it('tells of a month in which nothing was but handovers', async () => {
      const row: Omit<HandoverRow, 'id' | 'code'> = {
        ...{ library: 'gouda', branch: 'hal', device: (await server.approved('gouda')).id(), partner: 'duo' },
        ...{
          given_at: '2027-11-12T10:00:00.000Z',
          month: '2027-11',
          sealed_until: '2027-11-26',
          open_until: '2028-01-11',
        },
        ...{ state: 'given', said: 1, sealed: null, sealed_state: 'none' },
      };
      await server.store.db
        .insertInto('handovers')
        .values(Array.from({ length: 12 }, (_, index) => ({ ...row, id: randomUUID(), code: `${index}` })))
        .execute();
      await closeMonths(server.store, new Date('2027-12-08T10:00:00Z'));
      expect(await listPublished(server.store, 'gouda')).toContain('2027-11');
      const [publication] = await readPublications(server.store, 'gouda', '2027-11', 1);
      expect(publication?.handovers.total).toBe(12);
    });

    it('adds up all that was ever counted only when the next month may be closed', async () => {
      const sums = async (at: string) => {
        let asked = 0;
        const db = server.store.db.withPlugin({
          transformQuery: ({ node }) => {
            const text = JSON.stringify(node);
            if (text.includes('"use_told"') && text.includes('"gouda"')) asked += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        await closeMonths({ ...server.store, db }, new Date(at));
        return asked;
      };
      expect((await listPublished(server.store, 'gouda'))[0]).toBe('2027-11');
      expect([await sums('2027-12-30T10:00:00Z'), await sums('2028-01-07T10:00:00Z')]).toEqual([0, 0]);
      expect(await sums('2028-01-08T10:00:00Z')).toBe(1);
    });

    it('tells of a handover that comes after its month was closed in the first that is open', async () => {
      await addPartner(server.store, 'gouda', { id: 'duo', name: 'DUO', kind: 'other' });
      const id = (await server.approved('gouda')).id();
      const device = await server.store.db
        .selectFrom('devices')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const handovers = Array.from({ length: 11 }, (_, index) => ({
        ...{ id: randomUUID(), code: `late ${index}`, partner: 'duo', hoursAgo: 50 * 24, said: [] },
      }));
      await takeReport(
        server.store,
        device,
        { device: id, report: randomUUID(), handovers },
        new Date('2028-01-12T10:00:00Z'),
      );
      await closeMonths(server.store, new Date('2028-01-13T10:00:00Z'));
      const [november] = await readPublications(server.store, 'gouda', '2027-11', 1);
      expect(november?.handovers.total).toBe(12);
      const [december] = await readPublications(server.store, 'gouda', '2027-12', 1);
      expect(december?.handovers.total).toBe(11);
    });

    it('tells of a handover that was forgotten of age before its month was told of, once', async () => {
      const device = await server.store.db
        .selectFrom('devices')
        .selectAll()
        .where('id', '=', (await server.approved('gouda')).id())
        .executeTakeFirstOrThrow();
      const handovers = Array.from({ length: 11 }, (_, index) => ({
        ...{ id: randomUUID(), code: `forgotten ${index}`, partner: 'duo', hoursAgo: 53 * 24, said: [] },
      }));
      await takeReport(
        server.store,
        device,
        { device: device.id, report: randomUUID(), handovers },
        new Date('2028-01-20T10:00:00Z'),
      );
      const { db } = server.store;
      await db.transaction().execute((trx) => forgetHandovers(trx, new Date('2028-01-28T10:00:00Z')));
      expect(
        await db.selectFrom('handovers').select('id').where('code', 'like', 'forgotten %').execute(),
      ).toEqual([]);
      // Of those whose month was told of nothing stays, not even a number.
      const kept = await db.selectFrom('handovers_forgotten').select(['month', 'number']).execute();
      expect(kept.map(({ month, number }) => [month, Number(number)])).toEqual([['2028-01', 11]]);
      await closeMonths(server.store, new Date('2028-02-08T10:00:00Z'));
      const [january] = await readPublications(server.store, 'gouda', '2028-01', 1);
      expect(january?.handovers.total).toBe(11);
      const waiting = () => db.selectFrom('handovers_forgotten').selectAll().execute();
      expect(await waiting()).toEqual([]);
      // A desk that was off has it a day longer, and tells what became of it, again and again when answers get lost.
      const late = handovers.map((each) => ({ ...each, hoursAgo: 60 * 24 }));
      for (const day of ['2028-02-10', '2028-02-11']) {
        const at = new Date(`${day}T10:00:00Z`);
        const report = { device: device.id, report: randomUUID(), handovers: late };
        expect((await takeReport(server.store, device, report, at)).refused).toHaveLength(11);
        await db.transaction().execute((trx) => forgetHandovers(trx, at));
      }
      expect(await waiting()).toEqual([]);
    });

    it('keeps no number of handovers for a month that was told of meanwhile, nor of a partner that is gone', async () => {
      const { db } = server.store;
      const numbers = [
        { month: '2028-01', partner: 'duo' },
        { month: '2028-02', partner: 'duo' },
        { month: '2028-02', partner: 'gone' },
      ];
      await db
        .insertInto('handovers_forgotten')
        .values(numbers.map((each) => ({ ...each, library: 'gouda', state: 'done' as const, number: 3 })))
        .execute();
      await removePartner(server.store, 'gouda', 'gone');
      await db.transaction().execute((trx) => forgetHandovers(trx, new Date('2028-02-12T10:00:00Z')));
      const left = await db.selectFrom('handovers_forgotten').select(['month', 'partner']).execute();
      expect(left).toEqual([{ month: '2028-02', partner: 'duo' }]);
      await db.deleteFrom('handovers_forgotten').execute();
    });

    it('publishes no month of more than a year before a library came: what a clock says of the year 2000 is told in the first that is open', async () => {
      await addLibrary(server.store, 'leiden', 'Leiden', new Date('2026-11-02T10:00:00Z'));
      await addBranch(server.store, 'leiden', 'hal', 'Hal');
      const device = await server.approved('leiden');
      const at = '2000-01-05T10:00:00Z';
      const items = Array.from({ length: 12 }, () => device.item({ at }));
      const question = logged(at, { at: '2000-01-05T11' });
      expect(await send(device, [...items, told(device, question, at)])).toEqual(Array(13).fill('stored'));
      const months = await server.store.db
        .selectFrom('questions')
        .select('month')
        .where('device', '=', device.id())
        .execute();
      expect(months).toEqual([{ month: '2025-11' }]);
      await closeMonths(server.store, new Date('2025-12-07T10:00:00Z'));
      expect(await listPublished(server.store, 'leiden')).toEqual([]);
      await closeMonths(server.store, new Date('2025-12-08T10:00:00Z'));
      expect(await listPublished(server.store, 'leiden')).toEqual(['2025-11']);
      const [publication] = await readPublications(server.store, 'leiden', '2025-11');
      expect(publication?.use.languages.rows).toEqual([{ value: 'nl', count: 12 }]);
    });

    it('tells a month of the year before a library came as its own: a desk that worked by itself brings it', async () => {
      await addLibrary(server.store, 'alkmaar', 'Alkmaar', new Date('2026-11-30T10:00:00Z'));
      await addBranch(server.store, 'alkmaar', 'hal', 'Hal');
      const device = await server.approved('alkmaar');
      const days = ['2025-10-31', '2025-11-01', '2025-12-31', '2026-10-31'];
      const items = days.map((day) =>
        told(device, logged(`${day}T10:00:00Z`, { at: `${day}T11` }), `${day}T10:00:00Z`),
      );
      expect(await send(device, items)).toEqual(Array(4).fill('stored'));
      const counted = await server.store.db
        .selectFrom('questions')
        .select('month')
        .where('device', '=', device.id())
        .orderBy('month')
        .execute();
      expect(counted.map(({ month }) => month)).toEqual(['2025-11', '2025-11', '2025-12', '2026-10']);
    });

    describeClocksAhead(() => server);
  });
}
