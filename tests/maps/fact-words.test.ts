import { expect, it } from 'vitest';
import { factWords } from '../../maps/fact-words.ts';
import { mapWords } from '../../maps/map-words.ts';
import { SCREEN_WORDS } from '../../renderer/words/screen-words.ts';

it('are there in the languages of the screens, and Dutch elsewhere', () => {
  const keys = Object.keys(factWords('nl')).sort();
  for (const language of ['nl', 'en', 'ar']) {
    expect(Object.keys(factWords(language)).sort()).toEqual(keys);
    const all = Object.values(factWords(language)).flatMap((word): string[] =>
      Object.values(typeof word === 'string' ? [word] : word),
    );
    expect(all.every((word) => word.trim() !== '')).toBe(true);
  }
  expect(factWords('en').right).toBe('Right');
  expect(factWords('tr')).toBe(factWords('nl'));
  expect(mapWords('ar').yes).not.toBe(mapWords('nl').yes);
});

it('name the badges, and what an outcome leads on to, as the screens do', () => {
  for (const [language, { outcome, outdated, directory, opens }] of Object.entries(SCREEN_WORDS)) {
    const { free, here, related, places, outdated: badge } = factWords(language);
    expect([free, here, badge]).toEqual([outcome.free, outcome.here, outdated.badge]);
    expect(factWords(language).opens).toEqual({ flow: opens.flow, article: opens.article });
    expect([related, places]).toEqual([outcome.related, directory.near]);
  }
});
