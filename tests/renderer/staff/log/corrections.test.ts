import { expect, test } from 'vitest';
import type { QuestionFacts } from '../../../../core/domain/desk/desk-question.ts';
import { chainCorrections } from '../../../../renderer/staff/log/corrections.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const row = (number: number) => ({
  ...{ number, loggedAt: '2026-11-26T13:41:00Z', question: aQuestion() },
  ...{ corrected: false, undoMs: 0, canCorrect: true },
});

test('two quick presses are both kept, and a later one begins from what is shown', async () => {
  const sent: QuestionFacts[] = [];
  const answers: (() => void)[] = [];
  const correct = chainCorrections((_row, facts) => {
    sent.push(facts);
    return new Promise<void>((resolve) => {
      answers.push(resolve);
    });
  });
  const saved = row(1);
  const both = [correct(saved, { outcome: 'referred' }), correct(saved, { duration: 'over-60' })];
  expect(sent[1]).toMatchObject({ outcome: 'referred', duration: 'over-60' });
  expect(sent[1]).not.toHaveProperty('id');
  const other = correct(row(2), { duration: 'under-5' }); // of another question, nothing of it
  expect(sent[2]?.outcome).toBe(saved.question.outcome);
  for (const answer of answers) answer();
  await Promise.all([...both, other]);
  void correct(saved, { duration: 'under-5' });
  expect(sent[3]?.outcome).toBe(saved.question.outcome);
});
