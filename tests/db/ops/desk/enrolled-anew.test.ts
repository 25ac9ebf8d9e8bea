import { expect, test } from 'vitest';
import { correctQuestion, withdrawQuestion } from '../../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../../db/ops/desk/pass-on.ts';
import { rottenQuestion } from '../../../../db/ops/desk/question-proof.ts';
import { listQuestions } from '../../../../db/ops/desk/read-questions.ts';
import { type Enrolled, writeEnrolment } from '../../../../db/ops/enrolment.ts';
import { oldestInOutbox } from '../../../../db/ops/outbox.ts';
import { aStore } from '../../../builders/a-store.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:41:07.123Z');
const AT = '2026-11-26T14';
const OLD: Enrolled = {
  ...{ server: 'https://balie.example/', library: 'bieb', branch: 'Centrum', state: 'approved' },
  ...{ device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', server_key: 'A'.repeat(43) },
};
const NEW: Enrolled = { ...OLD, device: '11111111-1111-4111-8111-111111111111' };
const { id: _, at: __, nth: ___, ...FACTS } = aQuestion();
const OTHER = { at: '2026-11-26T15', facts: FACTS } as const;

/** A desk that logged so many questions, all of them told under its old id. */
function aDesk(questions: number) {
  const db = aStore('ops');
  writeEnrolment(db, OLD);
  const log = () => logQuestion(db, NOW, { at: AT, facts: FACTS }).number;
  const numbers = Array.from({ length: questions }, log);
  passOnQuestions(db);
  db.exec('DELETE FROM outbox');
  return { db, log, numbers, waiting: () => oldestInOutbox(db, 9).map(({ type }) => type) };
}

test('what was told under the old id of a device is told under no other, whatever becomes of it', () => {
  const { db, numbers, waiting } = aDesk(4);
  const [early, earlyBack, late, lateBack] = numbers as [number, number, number, number];
  correctQuestion(db, NOW, early, OTHER);
  withdrawQuestion(db, NOW, earlyBack);
  writeEnrolment(db, NEW);
  correctQuestion(db, NOW, late, OTHER);
  withdrawQuestion(db, NOW, lateBack);
  expect(waiting()).toEqual([]);
  // Here it is put right all the same.
  expect(listQuestions(db, 9).map(({ question }) => question.at)).toEqual([OTHER.at, OTHER.at]);
  expect(rottenQuestion(db)).toBeUndefined();
});

test('what still waits when a device enrols anew is told, with what becomes of it', () => {
  const { db, log, waiting } = aDesk(0);
  const [first, second] = [log(), log()];
  correctQuestion(db, NOW, first, OTHER);
  writeEnrolment(db, NEW);
  withdrawQuestion(db, NOW, second);
  expect(waiting()).toEqual(['question', 'question', 'question-corrected', 'question-withdrawn']);
  expect(rottenQuestion(db)).toBeUndefined();
});

test('what waits before a desk belongs to any server is told to the first one', () => {
  const db = aStore('ops');
  const { number } = logQuestion(db, NOW, { at: AT, facts: FACTS });
  writeEnrolment(db, OLD);
  correctQuestion(db, NOW, number, OTHER);
  expect(oldestInOutbox(db, 9)).toHaveLength(2);
});
