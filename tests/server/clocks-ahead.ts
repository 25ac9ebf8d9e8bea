// What devices tell whose clock is ahead: it is counted when it comes.
import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { Item } from '../../core/contract/sync/batch.ts';
import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { addBranch, addLibrary } from '../../server/organisations/libraries.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { purgeQuestions } from '../../server/reports/purge-questions.ts';
import { listPublished, readPublications } from '../../server/reports/read-publications.ts';
import { purge } from '../../server/sync/purge.ts';
import type { OwnServer } from '../builders/a-server.ts';
import { aQuestion } from '../core/domain/desk/a-question.ts';

const CAME = '2026-11-28T10:00:00Z';
const CLOSES = new Date('2026-12-08T10:00:00Z');
const AHEAD = '2027-11-28T10:00:00Z';

/** Within the tests of a server. It uses libraries of its own. */
export function describeClocksAhead(server: () => OwnServer): void {
  const aDeviceOf = async (library: string) => {
    await addLibrary(server().store, library, library, new Date('2026-01-01T00:00:00Z'));
    await addBranch(server().store, library, 'hal', 'Hal');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(CAME) });
    const device = await server().approved(library);
    const send = async (items: readonly Item[]) => {
      const answer = await device.send(server().addresses[0], device.batch([...items]));
      return (await device.acknowledged(answer)).items.map(({ result }) => result);
    };
    return { device, send };
  };
  const times = <T>(number: number, make: () => T) => Array.from({ length: number }, make);

  describe('a clock that is ahead', () => {
    it('counts what happened a year from now when it comes, once, and keeps what was sent as it is', async () => {
      const { device, send } = await aDeviceOf('breda');
      const items = times(12, () => device.item({ at: AHEAD }));
      const near = times(3, () => device.item({ at: '2026-11-29T10:00:00Z' }));
      const far = device.item({ at: '2026-11-29T11:00:00Z' });
      expect(await send([...items, ...near, far])).toEqual(Array(16).fill('stored'));
      expect(await send(items)).toEqual(items.map(() => 'known'));
      // By then its hour is less than a day away.
      vi.setSystemTime(Date.parse('2026-11-28T12:00:00Z'));
      expect(await send([far])).toEqual(['known']);
      const { db } = server().store;
      const kept = await db.selectFrom('items').select('hour').distinct().where('device', '=', device.id());
      expect((await kept.orderBy('hour').execute()).map(({ hour }) => hour)).toEqual([
        '2026-11-29T10:00:00Z',
        far.at,
        AHEAD,
      ]);
      const counts = await db.selectFrom('counts').selectAll().where('library', '=', 'breda').execute();
      expect(Object.fromEntries(counts.map(({ hour, number }) => [hour, Number(number)]))).toEqual({
        [CAME]: 13,
        '2026-11-29T10:00:00Z': 3,
      });
      await closeMonths(server().store, CLOSES);
      const [november] = await readPublications(server().store, 'breda', '2026-11', 1);
      expect(november?.use.languages.rows).toEqual([{ value: 'nl', count: 16 }]);
      await closeMonths(server().store, new Date('2027-12-08T10:00:00Z'));
      expect(await listPublished(server().store, 'breda')).toEqual(['2026-11']);
    });

    it('tells of questions of a year from now in the month in which they come, and forgets them in time', async () => {
      const { device, send } = await aDeviceOf('zwolle');
      const id = () => {
        const time = Date.parse(AHEAD).toString(16).padStart(12, '0');
        return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
      };
      const questions = times(12, () => aQuestion({ id: id(), at: '2027-11-28T11' }));
      const items = questions.map((body) => device.item({ type: 'question', at: AHEAD, body }));
      const gone = device.item({ type: 'question-withdrawn', at: AHEAD, body: { id: id(), revision: 2 } });
      const [one] = questions;
      const better = device.item({ type: 'question-corrected', at: CAME, body: { ...one, revision: 2 } });
      expect(await send([...items, gone])).toEqual(Array(13).fill('stored'));
      expect(await send([...items, better])).toEqual([...items.map(() => 'known'), 'stored']);
      const { db } = server().store;
      const left = () =>
        db.selectFrom('questions').select('month').where('device', '=', device.id()).execute();
      expect(await left()).toEqual(Array(13).fill({ month: '2026-11' }));
      await closeMonths(server().store, CLOSES);
      const [november] = await readPublications(server().store, 'zwolle', '2026-11', 1);
      expect(november?.totals[0]).toBe(12);
      const later = new Date(Date.parse(CAME) + 31 * DAY_MS);
      await purge(server().store, later);
      await purgeQuestions(server().store, later);
      expect(await left()).toEqual([]);
    });
  });
}
