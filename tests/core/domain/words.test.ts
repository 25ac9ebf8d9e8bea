import { describe, expect, it } from 'vitest';
import { Language } from '../../../core/domain/language.ts';
import { directionOf, pick } from '../../../core/domain/words.ts';

describe('a text in several languages', () => {
  it('is given in the language that is asked for', () => {
    expect(pick({ nl: 'huis', en: 'house' }, 'en')).toEqual({
      value: 'house',
      language: 'en',
      fellBack: false,
    });
  });

  it('falls back to Dutch, and says so', () => {
    expect(pick({ nl: 'huis', en: 'house' }, 'ar')).toEqual({
      value: 'huis',
      language: 'nl',
      fellBack: true,
    });
  });

  it('falls back to the first other language when there is no Dutch', () => {
    expect(pick({ uk: 'дім', en: 'house' }, 'ar')).toEqual({
      value: 'house',
      language: 'en',
      fellBack: true,
    });
  });

  it('is not there when there is no language at all', () => {
    expect(pick({}, 'nl')).toBeUndefined();
    expect(pick({ nl: undefined }, 'nl')).toBeUndefined();
  });

  it('is not mistaken for what every object has', () => {
    expect(pick({ nl: 'huis' }, 'constructor')?.value).toBe('huis');
  });
});

describe('a language', () => {
  it.each(['nl', 'en', 'ckb'])('can be %s', (code) => {
    expect(Language.safeParse(code).success).toBe(true);
  });

  it.each(['NL', 'nl-NL', 'n', 'Nederlands'])('is a short code, not "%s"', (code) => {
    expect(Language.safeParse(code).error?.issues[0]?.message).toBe(
      'use a language code of two or three letters, as in "nl"',
    );
  });

  it('is written from right to left when it is Arabic, Persian or Hebrew', () => {
    expect(['ar', 'fa', 'he'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl']);
    expect(['nl', 'en', 'uk'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  });

  it.each(['prs', 'sd', 'ug', 'ary', 'arz', 'pnb', 'ks', 'azb', 'ckb', 'dv', 'yi', 'ur', 'ps'])(
    'is written from right to left as %s too',
    (code) => {
      expect(directionOf(code)).toBe('rtl');
    },
  );

  it.each(['tr', 'zh', 'ku', 'zz', 'constructor'])('is written from left to right as "%s"', (code) => {
    expect(directionOf(code)).toBe('ltr');
  });
});
