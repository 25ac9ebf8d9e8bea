import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../../db/migrate.ts';
import { openInMemory } from '../../../db/open.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../db/ops/desk/pass-on.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { readQuestionCounts } from '../../../db/ops/question-counts.ts';
import { recountQuestions } from '../../../db/ops/recount-questions.ts';
import { MIGRATIONS } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

test('a store of the version before has the places of its questions counted, as often as all else', () => {
  const db = openInMemory(undefined);
  const migrations = readMigrations(join(MIGRATIONS, 'ops'));
  migrate(db, migrations.slice(0, 21));
  const log = (at: string, place: string | null) => {
    const { id: _, nth: __, at: ___, ...facts } = aQuestion({ place });
    logQuestion(db, new Date('2026-11-26T14:00:00Z'), { at, facts });
  };
  for (const place of ['balie', 'computers', null, 'balie']) log('2026-11-26T14', place);
  log('2026-10-02T10', 'buiten');
  passOnQuestions(db);
  db.exec("DELETE FROM question_counts WHERE variable = 'place'"); // It knew of none.
  log('2026-11-27T10', 'computers'); // This one was not passed on.
  migrate(db, migrations);
  const places = (from: string, to: string) =>
    readQuestionCounts(db, from, to).flatMap(({ variable, value, number }) =>
      variable === 'place' ? [[value, number]] : [],
    );
  expect(places('2026-11', '2026-11')).toEqual([
    ['-', 1],
    ['balie', 2],
    ['computers', 2],
  ]);
  expect(places('2026-10', '2026-10')).toEqual([['buiten', 1]]);
  passOnQuestions(db);
  const recount = recountQuestions();
  for (const { question } of listQuestions(db, 99)) recount.add(question);
  expect(recount.mend(db)).toBe(false);
});
