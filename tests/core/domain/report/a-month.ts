import fc from 'fast-check';
import type { DeskQuestion } from '../../../../core/domain/desk/desk-question.ts';
import type { CountedBranch, CountedMonth } from '../../../../core/domain/report/publish.ts';
import type { AskedQuestion } from '../../../../core/domain/report/ties/asked-question.ts';
import { aQuestion } from '../desk/a-question.ts';

/** Three branches in two municipalities, and one that is in none. */
export const BRANCHES: readonly CountedBranch[] = [
  { id: 'centrum', name: 'Centrum', municipality: 'Voorbeeldstad' },
  { id: 'noord', name: 'Noord', municipality: 'Voorbeeldstad' },
  { id: 'dorp', name: 'Dorp', municipality: 'Voorbeelddorp' },
  { id: 'bus', name: 'Bus', municipality: null },
];

/** Questions as a month counts them. */
export function aMonth(asked: readonly AskedQuestion[], other: Partial<CountedMonth> = {}): CountedMonth {
  return {
    library: { id: 'bieb', name: 'Bibliotheek Voorbeeld' },
    month: '2026-11',
    branches: BRANCHES,
    asked,
    use: [],
    handovers: [],
    ...other,
  };
}

/** So many questions alike. */
export function times(number: number, branch: string, other: Partial<DeskQuestion> = {}): AskedQuestion[] {
  return Array.from({ length: number }, () => ({ branch, question: aQuestion(other) }));
}

/** A few dozen questions of a month, a few things much more often than others. */
export const randomMonth: fc.Arbitrary<AskedQuestion[]> = fc
  .array(
    fc.record({
      number: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 })),
      branch: fc.constantFrom(...BRANCHES.map(({ id }) => id)),
      category: fc.constantFrom('digital-contact' as const, 'course' as const, 'information' as const),
      subCategory: fc.constantFrom(null, 'digid', 'toeslagen'),
      organization: fc.constantFrom(null, 'belastingdienst', 'gemeente'),
      outcome: fc.constantFrom('answered' as const, 'helped' as const, 'referred' as const),
      channel: fc.constantFrom('desk' as const, 'phone' as const),
      nth: fc.constantFrom(1, 2),
      language: fc.constantFrom('nl', 'ar'),
      duration: fc.constantFrom('under-5' as const, '15-30' as const),
      place: fc.constantFrom(null, 'balie', 'cursuslokaal'),
      at: fc.constantFrom('2026-11-26T14', '2026-11-26T10', '2026-11-27T10'),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((kinds) => kinds.flatMap(({ number, branch, ...facts }) => times(number, branch, facts)));
