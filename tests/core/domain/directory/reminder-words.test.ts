import { describe, expect, it } from 'vitest';
import { reminderText } from '../../../../core/domain/directory/reminder-words.ts';

const about = (reviewBy: string) => ({
  service: 'Taalcafé',
  library: 'Delft',
  reviewBy,
  today: '2026-11-27',
});

describe('a reminder', () => {
  it('names the day before which an answer is wanted, in words', () => {
    expect(reminderText('nl', about('2026-12-04')).text).toContain('voor 4 december 2026.');
    expect(reminderText('en', about('2026-12-04')).text).toContain('before December 4, 2026,');
  });

  it.each(['2025-12-01', '2026-11-26', '2026-11-27', '2026-12-03'])(
    'gives time to answer where the review was or is due: %s',
    (reviewBy) => {
      const [nl, en] = [reminderText('nl', about(reviewBy)), reminderText('en', about(reviewBy))];
      expect(nl.text).toContain('Beantwoord deze mail binnen twee weken.');
      expect(en.text).toContain('answer this mail within two weeks,');
      expect(nl.text + en.text).not.toMatch(/202[56]/);
    },
  );
});
