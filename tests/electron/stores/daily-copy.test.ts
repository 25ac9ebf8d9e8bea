import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeCopy } from '../../../db/ops/copies.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { listQuestions, readNote } from '../../../db/ops/desk/read-questions.ts';
import { findHandover, writeHandover } from '../../../db/ops/handovers/handovers.ts';
import { listSealed, writeSealed } from '../../../db/ops/handovers/sealed-files.ts';
import { listIncidents } from '../../../db/ops/incidents.ts';
import { addPersonHere, readPerson } from '../../../db/ops/people.ts';
import { listPublications } from '../../../db/ops/publications.ts';
import { closeOwnMonths } from '../../../electron/desk/report/own-months.ts';
import { copyWhenDue, startQuietCopies } from '../../../electron/stores/daily-copy.ts';
import { aLog } from '../../builders/a-log.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const HOUR_MS = 3_600_000;

function aKiosk() {
  const dataDir = aDataFolder();
  const ops = aStore('ops', join(dataDir, 'ops.db'));
  const log = aLog();
  const places = { dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined };
  const copy = (now = NOW) => copyWhenDue(ops, { places, now, log, report: () => undefined });
  const copies = () => readdirSync(join(dataDir, 'copies')).filter((name) => name.endsWith('.db'));
  return { dataDir, ops, log, copy, copies };
}

test('the store is copied at once, and again when the copy is more than a day old', () => {
  const { dataDir, copy, copies } = aKiosk();
  copy();
  const written = new Date(NOW.getTime() - HOUR_MS);
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), written, written);
  copy();
  expect(copies()).toEqual(['ops-1.db']);
  copy(new Date(NOW.getTime() + 24 * HOUR_MS));
  expect(copies().sort()).toEqual(['ops-1.db', 'ops-2.db']);
});

test('a month that is over is noticed also while nobody looks at the reports, so that the first look finds it', () => {
  const { dataDir, ops, copy } = aKiosk();
  const { id: _, nth: __, at: ___, ...facts } = aQuestion();
  logQuestion(ops, NOW, { at: '2026-10-05T10', facts });
  copy();
  closeOwnMonths(ops, dataDir, new Date(NOW.getTime() + 24 * HOUR_MS));
  expect(listPublications(ops)).toEqual([{ month: '2026-10', source: 'desk' }]);
});

test('what rotted of a person comes back from the copy before, and what was logged since stays', () => {
  const { dataDir, ops, log, copy, copies } = aKiosk();
  addPersonHere(
    ops,
    { id: 'p1', name: 'A.', role: 'staff' },
    { at: NOW.toISOString(), person: 'admin', key: undefined },
  );
  copy();
  const { id: _, at, nth: __, ...facts } = aQuestion();
  logQuestion(ops, NOW, { at, facts });
  ops.exec("UPDATE people SET name = 'B.', role = 'admin'");
  copy(new Date('2099-01-01T09:00:00Z'));
  expect(log.codes()).toEqual(['rows-mended']);
  expect(listIncidents(ops)).toMatchObject([{ code: 'rows-mended' }]);
  expect(readPerson(ops, 'p1')).toMatchObject({ name: 'A.', role: 'staff' });
  expect(listQuestions(ops, 9)).toHaveLength(1);
  expect(copies().sort()).toEqual(['ops-1.db', 'ops-2.db']);
  expect(readdirSync(join(dataDir, 'copies')).filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('a question that rotted takes no good copy’s place', () => {
  const { ops, log, copy, copies } = aKiosk();
  const { id: _, at, nth: __, ...facts } = aQuestion({ outcome: 'answered' });
  logQuestion(ops, NOW, { at, facts });
  copy();
  ops.exec("UPDATE desk_questions SET outcome = 'answersd'");
  for (const year of [2098, 2099]) copy(new Date(`${year}-01-01T09:00:00Z`));
  expect(log.codes()).toEqual(['ops-rotten', 'ops-rotten']);
  expect(copies()).toEqual(['ops-1.db']);
});

test('a free note goes after 90 days, from the store and from the copies: it is kept no longer than is said', () => {
  const { dataDir, ops, copy, copies } = aKiosk();
  const { id: _, at, nth: __, ...facts } = aQuestion();
  const log = (daysAgo: number, note: string) =>
    logQuestion(ops, new Date(NOW.getTime() - daysAgo * 24 * HOUR_MS), { at, facts, note });
  const [old, young] = [log(90, 'formulier zonder bijlage'), log(89, 'printer zonder inkt')];
  copy();
  expect([old, young].map(({ number }) => readNote(ops, number))).toEqual([null, 'printer zonder inkt']);
  expect(listQuestions(ops, 9)).toHaveLength(2);
  const within = (text: string) =>
    copies().filter((name) => readFileSync(join(dataDir, 'copies', name)).includes(text));
  expect(within('formulier zonder bijlage')).toEqual([]);
  expect(within('printer zonder inkt')).toEqual(['ops-1.db']);
  // The last day of the other comes too.
  copy(new Date(NOW.getTime() + 26 * HOUR_MS));
  expect(readNote(ops, young.number)).toBeNull();
});

test('what a visitor had locked goes after 14 days, also where no network comes and nobody looks at handovers', () => {
  const { dataDir, ops, copy } = aKiosk();
  const ages = [14, 13].map((daysAgo) => {
    const [id, now] = [randomUUID(), new Date(NOW.getTime() - daysAgo * 24 * HOUR_MS)];
    writeSealed(dataDir, id, Buffer.from('age').toString('base64'));
    writeHandover(
      ops,
      { id, code: id.slice(0, 9), partner: 'wijkteam', partner_name: 'Wijkteam', sealed: true },
      { now, person: null, key: undefined },
    );
    return id;
  });
  // A copy of today is there: none is due.
  writeCopy(ops, join(dataDir, 'copies'));
  utimesSync(join(dataDir, 'copies', 'ops-1.db'), NOW, NOW);
  copy(new Date(NOW.getTime() + 60_000));
  expect(listSealed(dataDir)).toEqual(ages.slice(1));
  expect(ages.map((id) => findHandover(ops, id)?.sealed)).toEqual(['deleted', 'here']);
});

test('a copy that cannot be made is logged and stops nothing', () => {
  const { ops, log, copy } = aKiosk();
  ops.close();
  copy();
  expect(log.codes()).toEqual(['ops-not-written']);
});

describe('a kiosk that runs for months', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is copied every day, and only once a day', () => {
    const { dataDir, copy, copies } = aKiosk();
    const made: string[] = [];
    const before = new Map<string, number>();
    startQuietCopies(() => {
      const now = new Date();
      copy(now);
      // The clock of the disk is not the one that is passed in.
      for (const name of copies().filter((each) => !before.has(each))) {
        utimesSync(join(dataDir, 'copies', name), now, now);
        before.set(name, now.getTime());
        made.push(now.toISOString());
      }
    });
    vi.advanceTimersByTime(30 * HOUR_MS);
    expect(made).toEqual(['2026-11-24T10:00:00.000Z', '2026-11-25T11:00:00.000Z']);
  });

  test('is left alone while somebody is there, and looked at when they are gone', () => {
    const looked = vi.fn();
    const { visited, left } = startQuietCopies(looked);
    visited();
    vi.advanceTimersByTime(5 * HOUR_MS);
    expect(looked).not.toHaveBeenCalled();
    left();
    vi.advanceTimersByTime(0);
    expect(looked).toHaveBeenCalledTimes(1);
    left();
    visited();
    vi.advanceTimersByTime(HOUR_MS);
    expect(looked).toHaveBeenCalledTimes(1);
  });
});
