import { describe, expect, test } from 'vitest';
import { HalfTally, type LogResult } from '../../../core/contract/desk/log.ts';
import { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import type { QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import type { WriteDb } from '../../../db/open.ts';
import { writeEnrolment } from '../../../db/ops/enrolment.ts';
import { oldestInOutbox } from '../../../db/ops/outbox.ts';
import { addPersonHere, removePerson } from '../../../db/ops/people.ts';
import { faultOf } from '../../../db/store-fault.ts';
import { deskLogHandlers } from '../../../electron/desk/desk-log.ts';
import { rememberLastWalk } from '../../../electron/desk/last-walk.ts';
import { attempt } from '../../../electron/stores/store-places.ts';
import { aStore } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const { id: _, at: __, nth: ___, ...FACTS } = aQuestion({ place: 'balie' });
const { category, subCategory, organization, outcome: ____, ...SHARED } = FACTS;
const SUBJECT = { category, subCategory, organization };
const LISTS = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [],
  places: [
    { id: 'balie', names: { nl: 'Balie' } },
    { id: 'jeugd', names: { nl: 'Jeugd' } },
  ],
});

/** The log of a desk, with clocks that a test sets. */
function aDesk({
  notes = false,
  isDesk = true,
  ops = aStore('ops'),
  trouble,
  sentUntil,
  now = '2026-11-26T13:41:00Z',
  lists = LISTS,
}: {
  readonly notes?: boolean;
  readonly isDesk?: boolean;
  readonly ops?: WriteDb | null;
  readonly trouble?: 'ops-restored' | 'ops-lost';
  readonly sentUntil?: string;
  readonly now?: string;
  readonly lists?: DeskLists;
} = {}) {
  const clock = { now: new Date(now), elapsed: 0, person: null as string | null };
  /** Of which last question the reminder was reckoned. */
  const asked: (string | undefined)[] = [];
  /** What is done when the answer has gone out. */
  const later: (() => void)[] = [];
  /** What the house heard that did not go in. */
  const failed: string[] = [];
  const desk = deskLogHandlers({
    house: {
      write: (act) => {
        if (ops === null) return undefined;
        const done = attempt(() => act(ops, clock.now));
        if ('done' in done) return done.done;
        failed.push(faultOf(done.error));
        return undefined;
      },
      read: async (_ask, otherwise) => otherwise(),
      troubles: () => (trouble === undefined ? [] : [trouble]),
      sentUntil,
    },
    lists: () => ({ lists: { ...lists, notes }, fault: null }),
    walk: rememberLastWalk(() => clock.elapsed),
    isDesk,
    afterwards: (act) => void later.push(act),
    person: () => clock.person,
    quietHours: async (last) => {
      asked.push(last);
      return last === undefined ? 3 : null;
    },
    printRoom: async () => ({ printTally: async () => 'no-printer' as const }),
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    log: { note: () => undefined, trouble: () => undefined },
  });
  const log = (
    more: { at?: string; note?: string; after?: number; facts?: QuestionFacts; walked?: boolean } = {},
  ) =>
    desk['desk:log-question']({
      ...{ at: more.at ?? null, note: more.note ?? null, after: more.after ?? null },
      facts: more.facts ?? FACTS,
      walked: more.walked,
    }) as LogResult;
  const page = async () => desk['desk:log']({});
  return { desk, clock, log, page, asked, failed, later };
}

function enrol(ops: WriteDb): void {
  writeEnrolment(ops, {
    ...{ server: 'https://balie.example/', library: 'bieb', branch: 'Centrum', state: 'approved' },
    ...{ device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', server_key: 'A'.repeat(43) },
  });
}

const DAY_MS = 86_400_000;
const numberOf = (result: LogResult) => (result.kind === 'logged' ? result.logged.number : 0);

describe('the log of a desk', () => {
  test('begins with what the library has, and keeps the values of the last question', async () => {
    const { log, page } = aDesk();
    expect(await page()).toMatchObject({
      today: 0,
      last: { channel: 'desk', place: 'balie', language: 'nl' },
    });
    log({ facts: { ...FACTS, channel: 'phone', language: 'ar' } });
    expect(await page()).toMatchObject({ today: 1, last: { channel: 'phone', language: 'ar' } });
  });

  test('goes on with nothing of the last question that the library took off its lists since', async () => {
    const ops = aStore('ops');
    const before = { ...FACTS, subCategory: 'digid', organization: 'logius', place: 'van-vroeger' };
    aDesk({ ops }).log({ facts: { ...before, channel: 'phone' } });
    const { organizations, subCategories } = LISTS;
    const logius = { id: 'logius', names: { nl: 'Logius' } };
    const last = async (lists: DeskLists) => (await aDesk({ ops, lists }).page()).last;
    expect(await last(LISTS)).toMatchObject({
      ...{ subCategory: 'digid', organization: null, place: 'balie', channel: 'phone' },
    });
    expect(await last({ ...LISTS, organizations: [...organizations, logius] })).toMatchObject({
      ...{ subCategory: 'digid', organization: 'logius' },
    });
    const others = subCategories.map((sub) => ({ ...sub, id: 'anders' }));
    expect(await last({ ...LISTS, subCategories: others })).toMatchObject({ subCategory: null });
  });

  test('keeps the language and the place of a visitor with another question for nobody else', async () => {
    const { log, page } = aDesk();
    const walk = log({ facts: { ...FACTS, language: 'ar', place: 'jeugd' }, walked: true });
    log({ facts: { ...FACTS, language: 'ar', place: 'jeugd' }, after: numberOf(walk) });
    expect(await page()).toMatchObject({ recent: [{ question: { nth: 2, language: 'ar' } }, {}] });
    log({ facts: FACTS });
    const second = log({ facts: { ...FACTS, language: 'ar', place: 'jeugd' }, after: numberOf(walk) });
    expect(second.kind).toBe('logged');
    expect((await page()).last).toMatchObject({ language: FACTS.language, place: FACTS.place });
  });

  test('finds the question before for some minutes, for whoever logged it, and the one before that when it was taken back', async () => {
    const { desk, clock, log, page } = aDesk();
    expect((await page()).latest).toBeNull();
    const [first, second] = [numberOf(log()), numberOf(log())];
    expect((await page()).latest?.number).toBe(second);
    clock.person = 'p1';
    expect((await page()).latest).toBeNull();
    clock.person = null;
    desk['desk:withdraw']({ numbers: [second] });
    expect((await page()).latest?.number).toBe(first);
    clock.elapsed = 10 * 60_000 + 1;
    expect((await page()).latest).toBeNull();
  });

  test('keeps the language of a flow that was walked for nobody else, also when the log is opened anew', async () => {
    const { log, page } = aDesk();
    log({ facts: { ...FACTS, language: 'ar' }, walked: true });
    expect(await page()).toMatchObject({ today: 1, last: { language: 'nl' } });
    log({ facts: { ...FACTS, language: 'tr' } });
    log({ facts: { ...FACTS, language: 'ar', channel: 'phone' }, walked: true });
    expect(await page()).toMatchObject({ today: 3, last: { language: 'tr', channel: 'phone' } });
  });

  test('keeps no language over a start, and of places that of no visitor who asked before', async () => {
    const ops = aStore('ops');
    const before = aDesk({ ops });
    const first = before.log({ facts: { ...FACTS, language: 'tr', channel: 'phone', place: 'jeugd' } });
    const last = async () => (await aDesk({ ops }).page()).last;
    // Where this computer stands outlives a start, and is no visitor's.
    expect(await last()).toMatchObject({ language: 'nl', channel: 'phone', place: 'jeugd' });
    before.log({ facts: { ...FACTS, language: 'ar', place: 'jeugd' }, walked: true });
    expect((await before.page()).last).toMatchObject({ language: 'tr', place: 'jeugd' });
    expect(await last()).toMatchObject({ language: 'nl', place: 'jeugd' });
    before.log({ facts: { ...FACTS, language: 'tr', place: 'balie' }, after: numberOf(first) });
    expect(await last()).toMatchObject({ language: 'nl', place: 'jeugd' });
    const again = aDesk({ ops });
    again.log({ facts: { ...FACTS, language: 'uk', place: 'balie' } });
    again.log({ facts: { ...FACTS, language: 'ar' }, walked: true });
    expect((await again.page()).last).toMatchObject({ language: 'uk', place: 'balie' });
  });

  test('counts all questions of today, however many, and none of yesterday', async () => {
    const { desk, log, page } = aDesk();
    for (const hour of ['09', '10'])
      await desk['desk:log-tally']({
        ...{ at: `2026-11-26T${hour}`, shared: SHARED },
        rows: [{ ...SUBJECT, times: { answered: 300 } }],
      });
    log({ at: '2026-11-25T09' });
    expect((await page()).today).toBe(600);
  });

  test('answers before what follows from a question is done, and tells the same before and after that', async () => {
    const ops = aStore('ops');
    enrol(ops);
    const { desk, log, page, later } = aDesk({ ops });
    const waiting = () => ops.prepare('SELECT count(*) FROM outbox').pluck().get();
    log();
    await desk['desk:log-tally']({
      ...{ at: '2026-11-26T10', shared: SHARED },
      rows: [{ ...SUBJECT, times: { answered: 2 } }],
    });
    expect(log({ at: '2026-11-26T15' }).kind).toBe('not-logged');
    const before = await page();
    expect([later.length, waiting()]).toEqual([2, 0]);
    expect(before).toMatchObject({ today: 3, server: { waiting: 3 } });
    later[0]?.();
    expect(waiting()).toBe(3);
    expect(await page()).toEqual(before);
  });

  test('takes no hour that is still to come, and none of long ago', () => {
    const { log } = aDesk();
    expect(log({ at: '2026-11-26T15' })).toEqual({ kind: 'not-logged', why: 'future' });
    expect(log({ at: '2026-09-26T15' })).toEqual({ kind: 'not-logged', why: 'too-old' });
    expect(log({ at: '2026-11-25T09' })).toMatchObject({ logged: { question: { at: '2026-11-25T09' } } });
  });

  test('takes no note where notes are off, and none that says who somebody is where they are on', () => {
    expect(aDesk().log({ note: 'lag klaar' })).toEqual({ kind: 'not-logged', why: 'notes-off' });
    const { log, desk } = aDesk({ notes: true });
    expect(log({ note: 'belt 06-12345678' })).toMatchObject({ kind: 'not-logged' });
    const number = numberOf(log({ note: 'lag klaar' }));
    expect(desk['desk:history']({ number })).toEqual({ note: 'lag klaar', changes: [] });
  });

  test('undoes for a minute, by a clock that nobody sets, and corrects for a day', async () => {
    const { desk, clock, log, page } = aDesk();
    const number = numberOf(log());
    const first = async () => (await page()).recent[0];
    expect(await first()).toMatchObject({ undoMs: 60_000, canCorrect: true });
    clock.now = new Date('2020-01-01T00:00:00Z');
    expect(await first()).toMatchObject({ undoMs: 60_000, canCorrect: true });
    clock.elapsed = 41_000;
    expect(await first()).toMatchObject({ undoMs: 19_000 });
    expect((await page()).latest).toMatchObject({ number, undoMs: 19_000 });
    clock.now = new Date('2026-11-27T13:40:00Z');
    clock.elapsed = DAY_MS + 1;
    expect(await first()).toMatchObject({ undoMs: 0, canCorrect: true });
    clock.now = new Date('2026-11-27T13:42:00Z');
    expect(await first()).toMatchObject({ canCorrect: false });
    const change = { number, at: '2026-11-26T14', facts: FACTS };
    expect(desk['desk:correct'](change)).toEqual({ kind: 'not-logged', why: 'too-late' });
    expect(desk['desk:withdraw']({ numbers: [number] })).toEqual({ kind: 'not-logged', why: 'too-late' });
    expect(desk['desk:correct']({ ...change, number: 99 })).toEqual({ kind: 'not-logged', why: 'gone' });
  });

  test('says who changed a question and who took one back, by name as long as they work here', async () => {
    const ops = aStore('ops');
    const { desk, clock, log, page } = aDesk({ ops });
    const at = clock.now.toISOString();
    for (const [id, name] of [
      ['p1', 'A.'],
      ['p2', 'B.'],
    ] as const)
      addPersonHere(ops, { id, name, role: 'staff' }, { at, person: 'admin', key: undefined });
    const [number, gone] = [numberOf(log()), numberOf(log())];
    const correct = (person: string | null, outcome: QuestionFacts['outcome']) => {
      clock.person = person;
      return desk['desk:correct']({ number, at: '2026-11-26T14', facts: { ...FACTS, outcome } });
    };
    correct('p1', 'referred');
    correct('p2', 'helped');
    correct(null, 'answered');
    clock.person = 'p2';
    desk['desk:withdraw']({ numbers: [gone] });
    const who = () =>
      desk['desk:history']({ number }) as { changes: { person: string | null; name: string | null }[] };
    expect(who().changes.map(({ person, name }) => [person, name])).toEqual([
      [null, null],
      ['p2', 'B.'],
      ['p1', 'A.'],
    ]);
    expect((await page()).withdrawn).toMatchObject([
      { person: 'p2', name: 'B.', before: { category: 'digital-contact' } },
    ]);
    removePerson(ops, 'p2', { at, person: 'admin', key: undefined });
    expect((await page()).withdrawn).toMatchObject([{ person: 'p2', name: null }]);
    clock.now = new Date('2026-11-27T13:42:00Z');
    expect((await page()).withdrawn).toEqual([]);
  });

  test('undoes for a minute and corrects for a day, also when the clock jumps ahead meanwhile', async () => {
    const { desk, clock, log, page } = aDesk();
    const [kept, gone] = [numberOf(log()), numberOf(log())];
    clock.now = new Date('2027-11-26T13:41:00Z');
    clock.elapsed = 59_999;
    const change = { number: kept, at: '2026-11-26T14', facts: { ...FACTS, outcome: 'referred' as const } };
    expect(desk['desk:correct'](change)).toMatchObject({ logged: { question: { outcome: 'referred' } } });
    expect(desk['desk:withdraw']({ numbers: [gone] })).toEqual({ kind: 'withdrawn' });
    clock.elapsed = DAY_MS;
    expect((await page()).recent).toMatchObject([{ number: kept, undoMs: 0, canCorrect: true }]);
    expect(desk['desk:correct'](change)).toMatchObject({ kind: 'logged' });
    clock.elapsed = DAY_MS + 1;
    expect((await page()).recent).toMatchObject([{ number: kept, canCorrect: false }]);
    expect(desk['desk:correct'](change)).toEqual({ kind: 'not-logged', why: 'too-late' });
  });

  test('puts right or takes back for a day what was logged while the clock was behind, also in the hour that it was', async () => {
    const { desk, clock, log, page } = aDesk({ now: '2015-01-01T09:00:00Z' });
    const [kept, gone] = [numberOf(log()), numberOf(log())];
    clock.now = new Date('2026-11-26T10:00:00Z');
    clock.elapsed = 5 * 60_000;
    expect((await page()).recent.map(({ canCorrect }) => canCorrect)).toEqual([true, true]);
    const change = { number: kept, at: '2026-11-26T10', facts: FACTS };
    expect(desk['desk:correct'](change)).toMatchObject({ logged: { question: { at: '2026-11-26T10' } } });
    expect(desk['desk:withdraw']({ numbers: [gone] })).toEqual({ kind: 'withdrawn' });
    clock.elapsed = DAY_MS + 1;
    expect(desk['desk:correct'](change)).toEqual({ kind: 'not-logged', why: 'too-late' });
  });

  test('shows all that can be put right of what was logged while the clock was behind', async () => {
    const { desk, clock, log, page } = aDesk({ now: '2015-01-01T09:00:00Z' });
    const first = numberOf(log());
    const rows = [{ ...SUBJECT, times: { answered: 450 } }];
    await desk['desk:log-tally']({ at: '2015-01-01T09', shared: SHARED, rows });
    clock.now = new Date('2026-11-26T10:00:00Z');
    clock.elapsed = 5 * 60_000;
    const { recent } = await page();
    expect([recent.length, recent.at(-1)]).toMatchObject([451, { number: first, canCorrect: true }]);
  });

  test('corrects the rest of a question whose hour is left as it is, whatever the clock says of that hour', () => {
    const { desk, clock, log } = aDesk();
    clock.now = new Date('2026-11-26T13:41:00Z');
    const early = numberOf(log({ at: '2026-10-26T14' })); // the first day that may still be
    const ahead = numberOf(log());
    const change = (number: number, at: string) =>
      desk['desk:correct']({ number, at, facts: { ...FACTS, outcome: 'referred' } });
    clock.now = new Date('2026-11-27T13:00:00Z');
    expect(change(early, '2026-10-26T14')).toMatchObject({ kind: 'logged' });
    expect(change(early, '2026-10-26T13')).toEqual({ kind: 'not-logged', why: 'too-old' });
    clock.now = new Date('2026-11-25T13:00:00Z');
    expect(change(ahead, '2026-11-26T14')).toMatchObject({ kind: 'logged' });
    expect(change(ahead, '2026-11-26T13')).toEqual({ kind: 'not-logged', why: 'future' });
  });

  test('says that the clock is behind, and logs on: no question, and no order of them, is lost', async () => {
    const ops = aStore('ops');
    const { clock, log, page } = aDesk({ ops });
    log();
    clock.now = new Date('2030-01-01T10:00:00Z');
    log();
    clock.now = new Date('2026-11-26T14:00:00Z');
    expect((await page()).clockBehind).toBe(true);
    log();
    expect((await page()).recent.map(({ question }) => question.at)).toEqual([
      '2026-11-26T15',
      '2030-01-01T11',
      '2026-11-26T14',
    ]);
    // What was logged while the clock was ahead can be put right.
    expect((await page()).recent[1]).toMatchObject({ canCorrect: true });
    expect(oldestInOutbox(ops, 9).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  test('enters a tally sheet whole, and takes it back whole', async () => {
    const { desk, page } = aDesk();
    const other = { ...SUBJECT, category: 'course' as const };
    const rows = [
      { ...SUBJECT, times: { answered: 2, referred: 1 } },
      { ...other, times: { helped: 2 } },
    ];
    const shared = { ...SHARED, channel: 'phone' as const };
    const entered = await desk['desk:log-tally']({ at: '2026-11-26T10', shared, rows });
    expect((await page()).today).toBe(5);
    const kept = (await page()).recent.map(({ question: { id: ___, at: when, nth: ____, ...facts } }) => {
      expect(when).toBe('2026-11-26T10');
      return facts;
    });
    const as = (outcome: QuestionFacts['outcome']) => ({ ...FACTS, channel: 'phone', outcome });
    const course = { ...as('helped'), category: 'course' };
    expect(kept).toEqual([course, course, as('referred'), as('answered'), as('answered')]);
    const numbers = entered.kind === 'logged' ? entered.numbers : [];
    expect(desk['desk:withdraw']({ numbers: [...numbers, 99] })).toMatchObject({ why: 'gone' });
    expect((await page()).today).toBe(5);
    expect(desk['desk:withdraw']({ numbers })).toEqual({ kind: 'withdrawn' });
    expect((await page()).today).toBe(0);
  });

  test('keeps a sheet that is half entered, for the same person only', () => {
    const { desk, clock } = aDesk();
    clock.person = 'p1';
    const half = {
      at: '2026-11-26T10',
      stay: { channel: 'desk', duration: '5-15' },
      marks: [['digid answered', 12]],
    };
    desk['desk:keep-tally']({ half: HalfTally.parse(half) });
    clock.person = 'p2';
    expect(desk['desk:half-tally']({})).toBeNull();
    // Whose sheet is empty says so too.
    desk['desk:keep-tally']({ half: null });
    clock.person = 'p1';
    expect(desk['desk:half-tally']({})).toEqual(half);
    desk['desk:keep-tally']({ half: null });
    expect(desk['desk:half-tally']({})).toBeNull();
  });

  test('reminds whoever stands before a locked desk, by hours alone; a kiosk tells its visitors nothing', async () => {
    const { desk, log } = aDesk();
    expect(await desk['desk:quiet']({})).toBe(3);
    log();
    expect(await desk['desk:quiet']({})).toBeNull();
    expect(await aDesk({ isDesk: false }).desk['desk:quiet']({})).toBeNull();
    expect(await aDesk({ ops: null }).desk['desk:quiet']({})).toBeNull();
  });

  test('reminds by the last question that was logged until now, not by one of a clock that ran ahead', async () => {
    const { desk, clock, log, page, asked } = aDesk();
    log();
    clock.now = new Date('2026-12-26T13:41:00Z');
    log();
    clock.now = new Date('2026-11-26T15:41:00Z');
    await desk['desk:quiet']({});
    await page();
    expect(asked).toEqual(['2026-11-26T13:41:00.000Z', '2026-11-26T13:41:00.000Z']);
  });

  test('shows all of a day, though more than a sheet was logged after it, and learns of the last ones alone', async () => {
    const { desk, clock, log, page } = aDesk();
    const first = numberOf(log());
    const rows = [{ ...SUBJECT, times: { answered: 450 } }];
    await desk['desk:log-tally']({ at: '2026-11-26T10', shared: SHARED, rows });
    clock.elapsed = DAY_MS + 1;
    const shown = async () => (await page()).recent;
    expect([(await shown()).length, (await shown()).at(-1)]).toMatchObject([
      451,
      { number: first, canCorrect: true },
    ]);
    clock.now = new Date('2026-11-27T13:42:00Z');
    expect(await shown()).toHaveLength(40);
  });

  test('shows all that can be put right, though a whole sheet was entered after it', async () => {
    const { desk, log, page } = aDesk();
    const first = numberOf(log());
    const rows = [{ ...SUBJECT, times: { answered: 45 } }];
    await desk['desk:log-tally']({ at: '2026-11-26T10', shared: SHARED, rows });
    const { recent } = await page();
    expect([recent.length, recent.at(-1)?.number]).toEqual([46, first]);
  });

  test('says up to when what was logged still counts after damage: by when it was logged, and by what the server has', async () => {
    const ops = aStore('ops');
    const before = aDesk({ ops });
    before.log();
    before.clock.now = new Date('2026-11-26T14:20:00Z');
    before.log({ at: '2026-11-02T10' });
    before.clock.now = new Date('2026-12-26T14:20:00Z');
    before.log();
    const found = async (after: Parameters<typeof aDesk>[0]) =>
      (await aDesk({ ops, now: '2026-11-26T18:00:00Z', ...after }).page()).restoredTo;
    const [trouble, sentUntil] = ['ops-restored' as const, '2026-11-26T15:00:00.000Z'];
    const inCopy = { at: '2026-11-26T14:20:00.000Z', where: 'copy' };
    const atServer = { at: sentUntil, where: 'server' };
    expect(await found({})).toBeNull();
    expect(await found({ trouble })).toEqual(inCopy);
    // It belongs to no server.
    expect(await found({ trouble, sentUntil })).toEqual(inCopy);
    expect(await found({ trouble: 'ops-lost', ops: aStore('ops') })).toBeNull();
    expect(await found({ trouble: 'ops-lost', ops: aStore('ops'), sentUntil })).toEqual(atServer);
    enrol(ops);
    expect(await found({ trouble, sentUntil })).toEqual(atServer);
    expect(await found({ trouble, sentUntil: '2026-11-25T15:00:00.000Z' })).toEqual(inCopy);
  });

  test('says so when there is nothing to keep a question in', () => {
    expect(aDesk({ ops: null }).log()).toEqual({ kind: 'not-logged', why: 'no-store' });
  });

  test('says why a question does not go in, and the house hears of it', () => {
    const ops = aStore('ops');
    const { log, failed } = aDesk({ ops });
    ops.pragma(`max_page_count = ${ops.pragma('page_count', { simple: true })}`);
    let result = log();
    for (let times = 0; result.kind === 'logged' && times < 500; times++) result = log();
    expect(result).toEqual({ kind: 'not-logged', why: 'disk-full' });
    expect(failed).toEqual(['disk-full']);
  });
});
