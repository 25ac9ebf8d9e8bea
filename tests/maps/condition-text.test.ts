import { describe, expect, it } from 'vitest';
import { Condition } from '../../core/domain/condition-schema.ts';
import { conditionText } from '../../maps/condition-text.ts';
import { aFlow } from '../builders/a-flow.ts';
import { aMapSetting } from '../builders/a-map.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../builders/a-question.ts';

const FLOW = aFlow({
  questions: {
    leeftijd: aNumber([0, 120], 'geboren'),
    geboren: aDate(['1900-01-01', 'today'], 'hulp'),
    hulp: aSeveral(['koken', 'poetsen'], 'woning'),
    woning: aChoice({ huis: 'huurt', kamer: 'huurt' }),
    huurt: aYesNo('postcode', 'postcode'),
    postcode: aPostcode('balie'),
  },
});

const SAID = {
  leeftijd: { ask: 'Hoe oud bent u?' },
  hulp: { ask: 'Welke hulp?', answers: { koken: { label: 'Hulp bij koken' } } },
  woning: { ask: 'Waar woont u?', answers: { huis: { label: 'In een huis' } } },
};

const text = (at: string, condition: unknown, parts = {}) =>
  conditionText(Condition.parse(condition), at, FLOW, aMapSetting(SAID, parts));

describe('a condition in short words', () => {
  it.each([
    ['leeftijd', { answer: 'leeftijd', less_than: 21 }, 'minder dan 21 jaar'],
    ['leeftijd', { answer: 'leeftijd', at_most: 1 }, 'hoogstens 1 jaar'],
    ['leeftijd', { answer: 'leeftijd', more_than: 21 }, 'meer dan 21 jaar'],
    ['leeftijd', { answer: 'leeftijd', at_least: 21 }, 'minstens 21 jaar'],
    ['leeftijd', { answer: 'leeftijd', between: [18, 21] }, '18 jaar tot en met 21 jaar'],
    ['leeftijd', { answer: 'leeftijd', is: 18 }, '18 jaar'],
    ['geboren', { age: 'geboren', at_least: 67 }, 'leeftijd minstens 67 jaar'],
    ['geboren', { months_since: 'geboren', less_than: 3 }, 'minder dan 3 maanden geleden'],
    ['geboren', { days_since: 'geboren', more_than: 0 }, 'meer dan 0 dagen geleden'],
    ['hulp', { answer: 'hulp', includes: 'koken' }, 'met “Hulp bij koken”'],
    ['woning', { answer: 'woning', is: 'huis' }, 'In een huis'],
    ['woning', { answer: 'woning', one_of: ['huis', 'kamer'] }, 'In een huis of kamer'],
    ['huurt', { answer: 'huurt', is: 'nee' }, 'Nee'],
    ['postcode', { answer: 'postcode', between: [1000, 1099] }, '1000 tot en met 1099'],
  ])('under the question %s: %j', (at, condition, expected) => {
    expect(text(at, condition)).toBe(expected);
  });

  it('names a question that was asked elsewhere', () => {
    expect(text('huurt', { answer: 'leeftijd', less_than: 21 })).toBe(
      '“Hoe oud bent u?”: minder dan 21 jaar',
    );
  });

  it('shows the value of a parameter today, and its name when it has none', () => {
    const limit = (parameter: string) => ({ answer: 'leeftijd', less_than: { parameter } });
    expect(text('leeftijd', limit('huur.leeftijd'))).toBe('minder dan 18 jaar');
    expect(text('leeftijd', limit('huur.oud'))).toBe('minder dan huur.oud');
    expect(text('leeftijd', limit('huur.onbekend'))).toBe('minder dan huur.onbekend');
  });

  it('joins conditions, with brackets where they would be read wrongly', () => {
    const young = { answer: 'leeftijd', less_than: 18 };
    const house = { answer: 'woning', is: 'huis' };
    const rents = { answer: 'huurt', is: 'ja' };
    expect(text('leeftijd', { and: [young, { or: [house, rents] }] })).toBe(
      'minder dan 18 jaar en (“Waar woont u?”: In een huis of “huurt”: Ja)',
    );
    expect(text('leeftijd', { not: young })).toBe('niet minder dan 18 jaar');
    expect(text('leeftijd', { not: { and: [young, house] } })).toContain('niet (minder dan 18 jaar en ');
  });

  it('is in the languages of the screens, and Dutch where the map has no words of its own', () => {
    const old = { age: 'geboren', at_least: 67 };
    expect(text('geboren', old, { language: 'en' })).toBe('age at least 67 years');
    expect(text('geboren', { answer: 'huurt', is: 'ja' }, { language: 'ar' })).toBe('“huurt”: نعم');
    expect(text('geboren', { answer: 'huurt', is: 'ja' }, { language: 'tr' })).toBe('“huurt”: Ja');
  });
});
