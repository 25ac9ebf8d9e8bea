import type { DeskQuestion } from '../../../../core/domain/desk/desk-question.ts';

/** A question as the desk logs it, with what a test wants otherwise. */
export function aQuestion(other: Partial<DeskQuestion> = {}): DeskQuestion {
  return {
    id: '01989c8e-7a00-7000-8000-000000000001',
    at: '2026-11-26T14',
    category: 'digital-contact',
    subCategory: null,
    organization: null,
    channel: 'desk',
    duration: '5-15',
    outcome: 'answered',
    language: 'nl',
    place: null,
    nth: 1,
    ...other,
  };
}
