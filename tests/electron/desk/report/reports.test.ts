import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ReportWanted } from '../../../../core/contract/desk/report.ts';
import { DeskReports } from '../../../../core/contract/desk/report.ts';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { publish } from '../../../../core/domain/report/publish.ts';
import type { WriteDb } from '../../../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../../db/ops/desk/log-question.ts';
import { rottenQuestion } from '../../../../db/ops/desk/question-proof.ts';
import { writeEnrolment } from '../../../../db/ops/enrolment.ts';
import { writePartners } from '../../../../db/ops/handovers/partners.ts';
import { oldestInOutbox } from '../../../../db/ops/outbox.ts';
import { keepPublication, listPublications, readPublications } from '../../../../db/ops/publications.ts';
import { type DeskReportsPlan, deskReportHandlers } from '../../../../electron/desk/report/reports.ts';
import { deviceKeyOf, makeDeviceKey } from '../../../../trust/jws/device-key.ts';
import { aLog } from '../../../builders/a-log.ts';
import { aDataFolder, aStore } from '../../../builders/a-store.ts';
import { textInZip } from '../../../builders/read-zip.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';
import { aMonth, BRANCHES, times } from '../../../core/domain/report/a-month.ts';

const NOW = new Date('2026-11-27T10:00:00Z');
const LISTS = DeskLists.parse({
  subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
  organizations: [{ id: 'duo', names: { nl: 'DUO' } }],
  places: [],
});
const WANTED: ReportWanted = { month: '2026-10', audience: 'desk', language: 'nl' };

function aDesk(other: Partial<DeskReportsPlan> = {}) {
  const ops = aStore('ops', ':memory:');
  const folder = mkdtempSync(join(tmpdir(), 'balie-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const dataDir = aDataFolder();
  const handlers = deskReportHandlers({
    dataDir,
    write: (act) => act(ops, NOW),
    lists: () => LISTS,
    flowsTexts: async () => ({}),
    choosePlace: async (name) => join(folder, name),
    sticks: () => [],
    pdf: async () => Buffer.from('a page'),
    printRoom: async () => ({ printReport: async () => 'printed' }),
    visit: () => 1,
    log: aLog(),
    ...other,
  });
  for (const month of ['2026-09', '2026-10']) wasOver(ops, month, new Date(NOW.getTime() - 86_400_000));
  return { ops, folder, handlers, dataDir };
}
/** Somebody looked then, and the month was over. */
const wasOver = (ops: WriteDb, month: string, at: Date) =>
  ops
    .prepare('INSERT INTO months_over (month, noticed_at, newest) VALUES (?, ?, 0)')
    .run(month, at.toISOString());
const log = (ops: WriteDb, number: number, other: Parameters<typeof aQuestion>[0]) => {
  const { id: _, nth: __, at, ...facts } = aQuestion(other);
  for (let each = 0; each < number; each++) logQuestion(ops, NOW, { at, facts });
};

/** A library of four branches told of October, and this device is at the branch in Dorp. */
function enrol(ops: WriteDb): void {
  writeEnrolment(ops, {
    ...{ server: 'http://127.0.0.1:9/', device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', library: 'bieb' },
    ...{ branch: 'dorp', state: 'approved', server_key: deviceKeyOf(makeDeviceKey().key) },
  });
}
function tellOfLibrary(ops: WriteDb): void {
  const asked = BRANCHES.flatMap(({ id }) => [
    ...times(60, id, { organization: 'duo' }),
    ...times(40, id, { category: 'course' }),
    ...times(30, id, { category: 'information' }),
  ]);
  keepPublication(ops, 'server', publish(aMonth(asked, { month: '2026-10' })));
}

test('a month is told of a week after it, once, and never again with what came later', async () => {
  const { ops, folder, handlers } = aDesk();
  log(ops, 60, { at: '2026-10-05T10' });
  log(ops, 40, { at: '2026-10-05T10', category: 'course' });
  log(ops, 3, { at: '2026-11-05T10' });
  const list = await handlers['report:list']({});
  expect(DeskReports.parse(list)).toEqual(list);
  expect(list.months).toEqual([{ month: '2026-10', audiences: [{ audience: 'desk', name: '' }] }]);
  log(ops, 5, { at: '2026-10-06T10', category: 'information' });
  await handlers['report:list']({});
  expect(await handlers['report:save']({ ...WANTED, form: 'csv' })).toBe('saved');
  const csv = readFileSync(join(folder, 'balie-2026-10-desk.csv'), 'utf8').split('\r\n');
  expect(csv).toContain('oktober 2026;100');
});

test('a look while the clock is ahead closes no month: it closes when the clock still says so a day later', async () => {
  let now = new Date('2026-11-10T10:00:00Z');
  const ops = aStore('ops', ':memory:');
  const { handlers } = aDesk({ write: (act) => act(ops, now) });
  const ask = (times: number) => {
    const { id: _, at: __, nth: ___, ...facts } = aQuestion();
    for (let each = 0; each < times; each++) logQuestion(ops, now, { at: '2026-11-10T10', facts });
  };
  const look = async (moment: string) => {
    now = new Date(moment);
    return (await handlers['report:list']({})).months.map(({ month }) => month);
  };
  ask(50);
  expect(await look('2027-01-10T10:00:00Z')).toEqual([]);
  now = new Date('2026-11-10T11:00:00Z');
  ask(60);
  expect(oldestInOutbox(ops, 999)).toHaveLength(110);
  // Ahead once more, by more than a day: what was logged meanwhile says that the first time was no day to count from.
  expect(await look('2027-01-12T10:00:00Z')).toEqual([]);
  expect(await look('2026-12-01T10:00:00Z')).toEqual([]);
  expect(await look('2026-12-08T10:00:00Z')).toEqual([]);
  expect(await look('2026-12-09T09:00:00Z')).toEqual([]);
  expect(oldestInOutbox(ops, 999)).toHaveLength(110);
  expect(await look('2026-12-09T10:00:00Z')).toEqual(['2026-11']);
  const [told] = readPublications(ops, { month: '2026-11', source: 'desk' });
  expect(told?.totals[0]).toBe(110);
});

test('a question whose day was corrected after it was told of is in no second month', async () => {
  let now = NOW;
  const ops = aStore('ops', ':memory:');
  wasOver(ops, '2026-10', new Date('2026-11-25T10:00:00Z'));
  const { handlers } = aDesk({ write: (act) => act(ops, now) });
  log(ops, 100, { at: '2026-10-25T10' });
  await handlers['report:list']({});
  const { id: _, nth: __, ...facts } = aQuestion();
  correctQuestion(ops, NOW, 1, { at: '2026-11-05T10', facts });
  log(ops, 60, { at: '2026-11-06T10' });
  for (const day of ['09', '10']) {
    now = new Date(`2026-12-${day}T10:00:00Z`);
    await handlers['report:list']({});
  }
  await handlers['report:list']({});
  const told = readPublications(ops, { month: '2026-11', source: 'desk' });
  expect(told.map(({ month, totals }) => [month, totals[0]])).toEqual([
    ['2026-11', 60],
    ['2026-10', 100],
  ]);
});

test('saves what may be told, and nothing that is small or gives a small number away', async () => {
  const { ops, folder, handlers } = aDesk();
  log(ops, 90, { at: '2026-10-05T10', organization: 'duo' });
  log(ops, 40, { at: '2026-10-05T10', category: 'course' });
  log(ops, 4, { at: '2026-10-05T10', category: 'information' });
  await handlers['report:list']({});
  for (const form of ['csv', 'xlsx'] as const)
    expect(await handlers['report:save']({ ...WANTED, form })).toBe('saved');
  const csv = readFileSync(join(folder, 'balie-2026-10-desk.csv'), 'utf8').split('\r\n');
  expect(csv).toContain('DUO;90;67%');
  expect(csv).toContain('Hulp bij contact met de overheid;90;67%');
  // Four were for information; with the 40 of the courses told, they could be reckoned back.
  expect(csv).toContain('Informatie;niet getoond;–');
  expect(csv).toContain('Cursus;niet getoond;–');
  const sheets = textInZip(join(folder, 'balie-2026-10-desk.xlsx'), 'xl/worksheets/');
  expect(sheets).toContain('<v>90</v>');
  expect(sheets).not.toMatch(/<c r="\w+"><v>(4|40)</);
  expect(readdirSync(folder).sort()).toEqual(['balie-2026-10-desk.csv', 'balie-2026-10-desk.xlsx']);
});

test('a device of a library tells what its server told, of itself first, and makes nothing of its own', async () => {
  const { ops, folder, handlers } = aDesk();
  enrol(ops);
  log(ops, 200, { at: '2026-09-05T10' });
  expect((await handlers['report:list']({})).months).toEqual([]);
  tellOfLibrary(ops);
  writePartners(ops, [
    { id: 'duo', name: 'DUO (voorbeeld)', kind: 'other', contact: 'Loket', phone: '' } as never,
    { id: 'cak', name: 'CAK', kind: 'other', contact: 'Loket', phone: '' } as never,
  ]);
  const [october] = (await handlers['report:list']({})).months;
  expect(october?.audiences).toEqual([
    { audience: 'branch:dorp', name: 'Dorp' },
    { audience: 'library', name: 'Bibliotheek Voorbeeld' },
    { audience: 'municipality:Voorbeelddorp', name: 'Voorbeelddorp' },
    { audience: 'municipality:Voorbeeldstad', name: 'Voorbeeldstad' },
    { audience: 'partner:duo', name: 'DUO (voorbeeld)' },
  ]);
  const save = (audience: string) => handlers['report:save']({ ...WANTED, audience, form: 'csv' });
  expect(await save('branch:dorp')).toBe('saved');
  const branch = readFileSync(join(folder, 'balie-2026-10-branch-dorp.csv'), 'utf8').split('\r\n');
  expect(branch).toContain('Bibliotheek Voorbeeld · Voor de vestiging Dorp');
  expect(branch).toContain('Cursus;40;31%');
  // How a question came is told of municipalities, not of branches.
  expect(branch.join()).not.toContain('Hoe de vraag kwam');
  expect(await save('partner:duo')).toBe('saved');
  expect(await save('desk')).toBe('nothing');
  expect(await save('partner:cak')).toBe('nothing');
});

test('a desk that told of itself keeps what it told when it joins a library, and no server hears of those questions', async () => {
  const { ops, folder, handlers } = aDesk();
  const ask = (at: string, times = 1) => {
    const { id: _, at: __, nth: ___, ...facts } = aQuestion();
    const numbers = Array.from({ length: times }, () => logQuestion(ops, NOW, { at, facts }).number);
    return { facts, numbers };
  };
  const waiting = () =>
    oldestInOutbox(ops, 999).map(({ type, body }) => [type, (body as { at?: string }).at]);
  const { facts, numbers } = ask('2026-10-05T10', 60);
  ask('2026-11-05T10');
  expect(waiting()).toHaveLength(61);
  await handlers['report:list']({});
  expect(waiting()).toEqual([['question', '2026-11-05T10']]);
  // What becomes of them is told to nobody; what is logged of that month afterwards was not told, and goes.
  correctQuestion(ops, NOW, numbers[0] ?? 0, {
    at: '2026-11-09T10',
    facts: { ...facts, outcome: 'referred' },
  });
  withdrawQuestion(ops, NOW, numbers[1] ?? 0);
  const late = ask('2026-10-30T10').numbers[0] ?? 0;
  correctQuestion(ops, NOW, late, { at: '2026-10-30T11', facts });
  expect(waiting()).toEqual([
    ['question', '2026-11-05T10'],
    ['question', '2026-10-30T10'],
    ['question-corrected', '2026-10-30T11'],
  ]);
  expect(rottenQuestion(ops)).toBeUndefined();

  enrol(ops);
  tellOfLibrary(ops);
  const [october] = (await handlers['report:list']({})).months;
  expect(october?.audiences.map(({ audience }) => audience)).toEqual([
    ...['branch:dorp', 'library', 'municipality:Voorbeelddorp', 'municipality:Voorbeeldstad', 'desk'],
  ]);
  const lines = async (audience: string, file: string) => {
    expect(await handlers['report:save']({ ...WANTED, audience, form: 'csv' })).toBe('saved');
    return readFileSync(join(folder, file), 'utf8').split('\r\n');
  };
  expect(await lines('desk', 'balie-2026-10-desk.csv')).toContain('oktober 2026;60');
  expect(await lines('branch:dorp', 'balie-2026-10-branch-dorp.csv')).toContain('oktober 2026;130');
});

test('a month is told once by each who tells', () => {
  const ops = aStore('ops');
  const told = (number: number) => publish(aMonth(times(number, 'dorp'), { month: '2026-10' }));
  for (const [source, number] of [
    ['desk', 50],
    ['server', 60],
    ['desk', 70],
    ['server', 80],
  ] as const)
    keepPublication(ops, source, told(number));
  expect(listPublications(ops)).toEqual([
    { month: '2026-10', source: 'server' },
    { month: '2026-10', source: 'desk' },
  ]);
  const totals = (source: 'desk' | 'server') =>
    readPublications(ops, { month: '2026-10', source }).map(({ totals: [all] }) => all);
  expect([totals('desk'), totals('server')]).toEqual([[50], [60]]);
});

test('a month whose file has rotted is told of no second time, and its questions stay here', async () => {
  const { ops, handlers, dataDir } = aDesk();
  const { id: _, at: __, nth: ___, ...facts } = aQuestion();
  for (const at of ['2026-09-05T10', '2026-10-05T10']) logQuestion(ops, NOW, { at, facts });
  mkdirSync(join(dataDir, 'told'));
  writeFileSync(join(dataDir, 'told', '2026-10.json'), '{"half');
  expect((await handlers['report:list']({})).months.map(({ month }) => month)).toEqual(['2026-09']);
  expect(oldestInOutbox(ops, 9)).toEqual([]);
});

test('of no month is told while nobody can read what was told', async () => {
  const { ops, handlers, dataDir } = aDesk();
  log(ops, 60, { at: '2026-10-05T10' });
  writeFileSync(join(dataDir, 'told'), 'no folder');
  await expect(async () => handlers['report:list']({})).rejects.toThrow(/ENOTDIR/);
  expect(listPublications(ops)).toEqual([]);
});

test('a kiosk asks nobody where to: it writes on the stick that is in it, or says that none is', async () => {
  const sticks: { folder: string }[] = [];
  const { ops, folder, handlers } = aDesk({ choosePlace: undefined, sticks: () => sticks });
  log(ops, 60, { at: '2026-10-05T10' });
  await handlers['report:list']({});
  expect(await handlers['report:save']({ ...WANTED, form: 'pdf' })).toBe('no-stick');
  sticks.push({ folder });
  expect(await handlers['report:save']({ ...WANTED, form: 'pdf' })).toBe('saved');
  expect(readFileSync(join(folder, 'balie-2026-10-desk.pdf'), 'utf8')).toBe('a page');
});

test('reports for others of the same name are files of their own, on the stick too', async () => {
  const { ops, folder, handlers } = aDesk({ choosePlace: undefined, sticks: () => [{ folder }] });
  enrol(ops);
  const asked = times(60, 'dorp', { organization: 'voorbeelddorp' });
  keepPublication(ops, 'server', publish(aMonth(asked, { month: '2026-10' })));
  writePartners(ops, [{ id: 'voorbeelddorp', name: 'Voorbeelddorp', kind: 'other' } as never]);
  for (const audience of ['municipality:Voorbeelddorp', 'partner:voorbeelddorp'])
    expect(await handlers['report:save']({ ...WANTED, audience, form: 'csv' })).toBe('saved');
  expect(readdirSync(folder).sort()).toEqual([
    'balie-2026-10-municipality-voorbeelddorp.csv',
    'balie-2026-10-partner-voorbeelddorp.csv',
  ]);
});

test('says why it was not saved, and leaves nothing half', async () => {
  let visit = 1;
  const places: (string | undefined)[] = [];
  const { ops, folder, handlers } = aDesk({
    choosePlace: async () => {
      const place = places.shift();
      if (place === 'gone') visit++;
      return place === 'gone' ? join(folder, 'late.pdf') : place;
    },
    visit: () => visit,
  });
  log(ops, 60, { at: '2026-10-05T10' });
  await handlers['report:list']({});
  const save = () => handlers['report:save']({ ...WANTED, form: 'pdf' });
  expect(await save()).toBe('cancelled');
  // Whoever asked has gone while the dialog stood there.
  places.push('gone');
  expect(await save()).toBe('cancelled');
  places.push(join(folder, 'not-there', 'report.pdf'));
  expect(await save()).toBe('not-writable');
  mkdirSync(join(folder, 'taken.pdf'));
  places.push(join(folder, 'taken.pdf'));
  expect(await save()).toBe('not-writable');
  expect(readdirSync(folder)).toEqual(['taken.pdf']);
  expect(await handlers['report:save']({ ...WANTED, month: '2026-09', form: 'pdf' })).toBe('nothing');
  expect(await handlers['report:print']({ ...WANTED, month: '2026-09' })).toBe('nothing');
  expect(await handlers['report:print'](WANTED)).toBe('printed');
});
