import { expect, test } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { withdrawnText } from '../../../../renderer/staff/log/withdrawn.tsx';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

test('what was taken back says of which day it was, when that was not today', () => {
  const lists = DeskLists.parse({
    subCategories: [{ id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact' }],
    organizations: [],
    places: [],
  });
  const text = (at: string) =>
    withdrawnText(
      { at: '2026-11-26T13:05:00.000Z', before: aQuestion({ at }), person: null, name: null },
      '2026-11-26T14',
      { lists, say: staffSayings('nl'), language: 'nl' },
    );
  expect(text('2026-11-26T10')).toMatch(/ · 10:00$/);
  expect(text('2026-11-12T10')).toMatch(/ · 12 nov 10:00$/);
});
