import { expect, test } from 'vitest';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { noticeMonthsOver } from '../../../db/ops/months-over.ts';
import { aStore } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const { id: _, at: __, nth: ___, ...facts } = aQuestion();

function aDesk() {
  const db = aStore('ops');
  logQuestion(db, new Date('2026-10-20T10:00:00Z'), { at: '2026-10-20T12', facts });
  return { look: (at: string) => noticeMonthsOver(db, new Date(at)) };
}

test('a month is over when a look a day later says so too', () => {
  const { look } = aDesk();
  expect(look('2026-11-10T09:30:00Z')).toEqual([]);
  expect(look('2026-11-11T09:00:00Z')).toEqual([]);
  expect(look('2026-11-11T09:31:00Z')).toEqual(['2026-10']);
});

test('so it is on a desk that starts each morning with the clock of an empty battery', () => {
  const { look } = aDesk();
  look('2019-01-01T00:00:10Z');
  expect(look('2026-11-10T09:30:00Z')).toEqual([]);
  look('2019-01-01T00:00:12Z');
  expect(look('2026-11-11T09:31:00Z')).toEqual(['2026-10']);
});

test('a clock that ran ahead and was put right in the month takes back what it said', () => {
  const { look } = aDesk();
  look('2027-01-20T09:00:00Z');
  look('2026-10-21T09:00:00Z');
  expect(look('2027-01-25T09:00:00Z')).toEqual([]);
});
