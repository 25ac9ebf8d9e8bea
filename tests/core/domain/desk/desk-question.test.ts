import { expect, it } from 'vitest';
import { QuestionItem } from '../../../../core/contract/sync/question.ts';
import { DeskQuestion } from '../../../../core/domain/desk/desk-question.ts';
import { aQuestion } from './a-question.ts';

it('says all that the national form asks, and takes nothing else', () => {
  expect(DeskQuestion.safeParse(aQuestion()).error).toBeUndefined();
  for (const field of ['visitor', 'name', 'age', 'gender', 'postcode', 'note', 'branch', 'library'])
    expect(DeskQuestion.safeParse({ ...aQuestion(), [field]: 'x' }).success, field).toBe(false);
});

it.each([
  ['a minute', { at: '2026-11-26T14:20' }],
  ['a day that does not exist', { at: '2026-02-30T14' }],
  ['a category that is not one of the five', { category: 'other' }],
  ['a text as a sub-category', { subCategory: 'Mevrouw belde over huur' }],
  ['the 0th of a visitor', { nth: 0 }],
  ['an id that tells when by a version 4', { id: '7b0cbf52-6c3f-4f0e-9a0e-5d6a4d5b9c11' }],
])('takes no %s', (_, other) => {
  expect(DeskQuestion.safeParse({ ...aQuestion(), ...other }).success).toBe(false);
});

it('tells of a question, of how it is now, and that it was taken back', () => {
  const body = aQuestion();
  const tells = (item: unknown) => QuestionItem.safeParse(item).success;
  expect(tells({ type: 'question', body })).toBe(true);
  expect(tells({ type: 'question-corrected', body: { ...body, revision: 2 } })).toBe(true);
  expect(tells({ type: 'question-withdrawn', body: { id: body.id, revision: 3 } })).toBe(true);
  expect(tells({ type: 'question-corrected', body })).toBe(false);
  expect(tells({ type: 'question-corrected', body: { ...body, revision: 1 } })).toBe(false);
  expect(tells({ type: 'question-withdrawn', body: { ...body, revision: 3 } })).toBe(false);
});

it('fits in the outbox with the longest of all', () => {
  const longest = 'a'.repeat(40);
  const body = {
    ...aQuestion(),
    ...{ category: 'digital-contact', subCategory: longest, organization: longest, place: longest },
    ...{ channel: 'appointment', outcome: 'comes-back', language: 'ful', nth: 20, revision: 1000 },
  };
  expect(QuestionItem.safeParse({ type: 'question-corrected', body }).success).toBe(true);
  expect(JSON.stringify(body).length).toBeLessThanOrEqual(600);
});
