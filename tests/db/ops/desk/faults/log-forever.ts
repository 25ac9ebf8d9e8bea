// Logs questions without end, and says of each what was acknowledged and when, a line each: `log-forever.ts DATA`. It is stopped from
// outside.

import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../../../../db/open-store.ts';
import { correctQuestion, withdrawQuestion } from '../../../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../../../db/ops/desk/pass-on.ts';
import { OPS_OPTIONS } from '../../../../../db/ops/ops-options.ts';
import { aQuestion } from '../../../../core/domain/desk/a-question.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../../../db/migrations/ops');
const store = openStore(join(process.argv[2] ?? '', 'ops.db'), MIGRATIONS, {
  ...OPS_OPTIONS,
  proveSound: true,
});
if (store.db === undefined) throw new Error(store.detail);
const { db } = store;
const { id: _, at, nth: __, ...facts } = aQuestion();
const say = (line: string) => void writeSync(1, `${line} ${process.hrtime.bigint()}\n`);
say('open');
for (;;) {
  const now = new Date();
  const { number, question } = logQuestion(db, now, { at, facts });
  say(`logged ${question.id}`);
  // As a desk does; some wait until the next, as when staff are quicker or the disk was full.
  if (number % 2 === 0) passOnQuestions(db);
  if (number % 3 === 0) {
    correctQuestion(db, now, number, { at, facts: { ...facts, outcome: 'referred' } });
    say(`corrected ${question.id}`);
  }
  if (number % 7 === 0) {
    withdrawQuestion(db, now, number);
    say(`withdrawn ${question.id}`);
  }
}
