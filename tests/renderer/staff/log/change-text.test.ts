import { expect, test } from 'vitest';
import { changeText } from '../../../../renderer/staff/log/change-text.ts';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';

const text = (person: string | null, name: string | null, language = 'nl') =>
  changeText({ at: new Date(2026, 10, 26, 14, 5).toISOString(), person, name }, 'DigiD', {
    say: staffSayings(language),
    language,
  });

test('a line of the trail says who it was, as far as that is known', () => {
  expect(text(null, null)).toMatch(/^26 november 2026 .*14:05: DigiD$/);
  expect(text('p1', 'A.')).toMatch(/14:05, A\.: DigiD$/);
  expect(text('admin', null)).toMatch(/, de beheerder: DigiD$/);
  expect(text('p1', null)).toMatch(/, iemand die hier niet meer werkt: DigiD$/);
  expect(text('p1', null, 'en')).toMatch(/, somebody who no longer works here: DigiD$/);
});
