import { describe, expect, it } from 'vitest';
import type { Opening } from '../../../../core/contract/directory.ts';
import { openingText } from '../../../../renderer/visitor/directory/opening-text.ts';
import { startWords } from '../../../../renderer/words/start-words.ts';

const wordsIn = startWords();
const text = (opening: Opening, language = 'nl') => openingText(opening, wordsIn(language), language);
const opens = (daysAway: number, date: string): Opening => ({
  state: 'closed',
  opens: { date, time: '09:00', daysAway },
});

describe('whether a service is open, in words', () => {
  it.each<[string, Opening]>([
    ['Nu open, tot 17:30 uur', { state: 'open', until: { date: '2026-11-26', time: '17:30', daysAway: 0 } }],
    ['Nu open', { state: 'open', until: { date: '2026-11-27', time: '02:00', daysAway: 1 } }],
    ['Altijd open', { state: 'open', until: null }],
    ['Nu dicht', { state: 'closed', opens: null }],
    ['Nu dicht. Open om 9:00 uur', opens(0, '2026-11-26')],
    ['Nu dicht. Morgen open om 9:00 uur', opens(1, '2026-11-27')],
    ['Nu dicht. Open op woensdag om 9:00 uur', opens(6, '2026-12-02')],
    ['Nu dicht. Open op donderdag 3 december om 9:00 uur', opens(7, '2026-12-03')],
    [
      'Dicht: tweede kerstdag. Open op maandag om 9:00 uur',
      {
        state: 'closed',
        holiday: 'second-christmas-day',
        opens: { date: '2026-12-28', time: '09:00', daysAway: 2 },
      },
    ],
  ])('%s', (said, opening) => {
    expect(text(opening)).toBe(said);
  });

  it('speaks the language of the visitor', () => {
    expect(text(opens(4, '2026-11-30'), 'en')).toBe('Closed now. Opens on Monday at 9:00');
  });
});
