import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Item } from '../../../../core/contract/sync/batch.ts';
import { QuestionItem } from '../../../../core/contract/sync/question.ts';
import type { DeskQuestion, QuestionFacts } from '../../../../core/domain/desk/desk-question.ts';
import { DeskOutcome } from '../../../../core/domain/desk/desk-question.ts';
import { migrate, readMigrations } from '../../../../db/migrate.ts';
import { openInMemory, type WriteDb } from '../../../../db/open.ts';
import { correctQuestion, withdrawQuestion } from '../../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../../db/ops/desk/pass-on.ts';
import { listChanges, listQuestions } from '../../../../db/ops/desk/read-questions.ts';
import { countOutbox, oldestInOutbox } from '../../../../db/ops/outbox.ts';
import { putInOutbox } from '../../../../db/ops/put-in-outbox.ts';
import { aStore, MIGRATIONS } from '../../../builders/a-store.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const NOW = new Date('2026-11-26T13:41:07.123Z');
const AT = '2026-11-26T14';

function facts(other: Partial<QuestionFacts> = {}): QuestionFacts {
  const { id: _, at: __, nth: ___, ...rest } = aQuestion();
  return { ...rest, ...other };
}

/** What a server would make of what waits, in whatever order it comes: the highest state of each question. */
function atServer(db: WriteDb): Map<string, DeskQuestion> {
  const states = new Map<string, { revision: number; question: DeskQuestion | undefined }>();
  for (const item of oldestInOutbox(db, 10_000).reverse()) {
    const { type, body } = QuestionItem.parse({ type: Item.parse(item).type, body: item.body });
    const revision = type === 'question' ? 1 : body.revision;
    if ((states.get(body.id)?.revision ?? 0) >= revision) continue;
    const { revision: _, ...question } = { revision, ...body };
    states.set(body.id, {
      revision,
      question: type === 'question-withdrawn' ? undefined : (question as DeskQuestion),
    });
  }
  return new Map(
    [...states].flatMap(([id, { question }]) => (question === undefined ? [] : [[id, question]])),
  );
}

const here = (db: WriteDb) =>
  new Map(listQuestions(db, 10_000).map(({ question }) => [question.id, question]));

describe('a question at the desk', () => {
  test('is kept and waits for the server, and tells it no more than the hour', () => {
    const db = aStore('ops');
    const { question } = logQuestion(db, NOW, { at: AT, facts: facts() });
    expect(listQuestions(db, 9)).toEqual([
      { number: 1, loggedAt: NOW.toISOString(), question, corrected: false },
    ]);
    const [item] = oldestInOutbox(db, 9);
    expect(item).toMatchObject({ type: 'question', at: '2026-11-26T13:00:00Z', body: question });
    expect(JSON.stringify(item)).not.toContain('41:07');
    const time = Number.parseInt(question.id.replace('-', '').slice(0, 12), 16);
    expect(new Date(time).toISOString()).toBe('2026-11-26T13:00:00.000Z');
  });

  test('keeps its note on the device, until it is taken back', () => {
    const db = aStore('ops');
    const notes = () => db.prepare('SELECT note FROM desk_notes').pluck().all();
    const { number } = logQuestion(db, NOW, { at: AT, facts: facts(), note: 'formulier lag klaar' });
    expect(notes()).toEqual(['formulier lag klaar']);
    expect(JSON.stringify(oldestInOutbox(db, 9))).not.toContain('formulier');
    expect(withdrawQuestion(db, NOW, number)).toBe(true);
    expect(notes()).toEqual([]);
  });

  test('is corrected with a trail, and a correction that changes nothing tells nothing', () => {
    const db = aStore('ops');
    const { number, question } = logQuestion(db, NOW, { at: AT, facts: facts() });
    const correction = { at: '2026-11-25T10', facts: facts({ outcome: 'referred' }) };
    const after = { ...question, at: '2026-11-25T10', outcome: 'referred' as const };
    expect(correctQuestion(db, NOW, number, correction)).toMatchObject({ question: after, corrected: true });
    expect(correctQuestion(db, NOW, number, correction)).toMatchObject({ question: after });
    expect(listChanges(db, number)).toEqual([
      { at: NOW.toISOString(), before: question, after, person: null, name: null },
    ]);
    expect(oldestInOutbox(db, 9).map(({ type }) => type)).toEqual(['question', 'question-corrected']);
  });

  test('that is not there is neither corrected nor taken back', () => {
    const db = aStore('ops');
    expect(correctQuestion(db, NOW, 1, { at: AT, facts: facts() })).toBeUndefined();
    expect(withdrawQuestion(db, NOW, 1)).toBe(false);
    expect(countOutbox(db)).toBe(0);
  });

  test('of one visitor counts on, and moves up when the first is taken back', () => {
    const db = aStore('ops');
    const first = logQuestion(db, NOW, { at: AT, facts: facts() });
    const second = logQuestion(db, NOW, { at: AT, facts: facts(), after: first.number });
    logQuestion(db, NOW, { at: AT, facts: facts(), after: second.number });
    logQuestion(db, NOW, { at: AT, facts: facts() });
    const nths = () => listQuestions(db, 9).map(({ question }) => question.nth);
    expect(nths()).toEqual([1, 3, 2, 1]);
    withdrawQuestion(db, NOW, first.number);
    expect(nths()).toEqual([1, 2, 1]);
    expect(atServer(db)).toEqual(here(db));
  });

  test('never makes room for what happens at a kiosk', () => {
    const db = aStore('ops');
    db.prepare(
      `INSERT INTO enrolment (only, server, device, library, branch, state, server_key) VALUES (1, '', '', '', '', 'approved', '')`,
    ).run();
    logQuestion(db, NOW, { at: AT, facts: facts() });
    passOnQuestions(db);
    for (let each = 0; each < 4; each++)
      putInOutbox(db, NOW, { type: 'search-empty', body: { language: 'nl' } }, 2);
    expect(oldestInOutbox(db, 9).map(({ type }) => type)).toEqual([
      'question',
      'search-empty',
      'search-empty',
    ]);
  });
});

const migrations = readMigrations(join(MIGRATIONS, 'ops'));

test('whatever is logged, corrected and taken back: the server can tell exactly what is here, in whatever order it hears of it', () => {
  const act = fc.record({
    kind: fc.constantFrom('log', 'log', 'log-more', 'correct', 'withdraw', 'pass-on'),
    which: fc.nat(30),
    outcome: fc.constantFrom(...DeskOutcome.options),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const db = openInMemory(undefined);
      migrate(db, migrations);
      for (const { kind, which, outcome } of acts) {
        const change = { at: AT, facts: facts({ outcome }) };
        const all = listQuestions(db, 99);
        const number = all[which % Math.max(1, all.length)]?.number;
        if (kind === 'log') logQuestion(db, NOW, change);
        else if (kind === 'log-more') logQuestion(db, NOW, { ...change, after: number });
        else if (kind === 'pass-on') passOnQuestions(db);
        else if (kind === 'correct') correctQuestion(db, NOW, number ?? 0, change);
        else withdrawQuestion(db, NOW, number ?? 0);
      }
      expect(atServer(db)).toEqual(here(db));
      db.close();
    }),
    { numRuns: 60 },
  );
});
