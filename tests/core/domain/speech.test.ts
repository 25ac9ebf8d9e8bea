import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOfTyped, MOST_SPOKEN, speakable, spokenPieces } from '../../../core/domain/speech.ts';

describe('what can be said of a text', () => {
  it.each([
    ['huur  en\nzorg', 'huur en zorg'],
    ['Ik bel 088 123 45 67 🙂', 'Ik bel 088 123 45 67'],
    ['👩‍👧 kind', 'kind'],
    ['<speak><break time="9s"/>hoi</speak>', 'speak break time "9s"/ hoi /speak'],
    ['[[h@l]] dag', 'h@l dag'],
    ['🙂🙂', ''],
    ['... ?!', ''],
    ['', ''],
    ['\u202e\u200bstil', 'stil'],
    ['€ 25,50', '€ 25,50'],
    ['كيف حالك؟', 'كيف حالك؟'],
  ])('%j is %j', (text, said) => expect(speakable(text)).toBe(said));
});

describe('the pieces that are said one after the other', () => {
  it('are none when there is nothing to say', () => {
    expect(spokenPieces('')).toEqual([]);
    expect(spokenPieces('🙂'.repeat(400))).toEqual([]);
  });

  it('are one when the text is short', () => expect(spokenPieces('Dag. Hoe gaat het?')).toHaveLength(1));

  it('are cut after a sentence where there is one', () => {
    expect(spokenPieces('Een twee. Drie vier. Vijf', 15)).toEqual(['Een twee.', 'Drie vier. Vijf']);
    expect(spokenPieces('أين؟ هنا الآن', 8)).toEqual(['أين؟', 'هنا الآن']);
  });

  it('are cut between words, and within a word only when it is longer than a piece', () => {
    expect(spokenPieces('aaa bbb ccc', 7)).toEqual(['aaa bbb', 'ccc']);
    expect(spokenPieces('aaaaaaaaaa', 4)).toEqual(['aaaa', 'aaaa', 'aa']);
  });

  it('never come apart within one character', () => {
    expect(spokenPieces('𝒜𝒜𝒜', 3)).toEqual(['𝒜', '𝒜', '𝒜']);
  });

  it('leave nothing out and are never too long, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 3000 }),
        fc.integer({ min: 8, max: 700 }),
        (text, most) => {
          const pieces = spokenPieces(text, most);
          expect(pieces.every((piece) => piece.length <= most && speakable(piece) !== '')).toBe(true);
          const letters = (said: string) => said.replaceAll(/[^\p{L}\p{N}]/gu, '');
          expect(letters(pieces.join(''))).toBe(letters(speakable(text)));
        },
      ),
    );
  });

  it('are many for 10,000 characters', () => {
    const pieces = spokenPieces('Dit is een zin van de visitor. '.repeat(330));
    expect(pieces.length).toBeGreaterThan(15);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(MOST_SPOKEN);
  });
});

describe('the language of what was typed', () => {
  it.each([
    ['huur', 'nl', 'nl'],
    ['rent', 'en', 'en'],
    ['بيت', 'nl', 'ar'],
    ['дім', 'nl', 'uk'],
    ['huur', 'ar', 'nl'],
    ['huur', 'uk', 'nl'],
    ['kira', 'tr', 'tr'],
    ['112', 'pl', 'pl'],
  ])('%s, for a visitor who reads another %s, is %s', (text, own, language) =>
    expect(languageOfTyped(text, own)).toBe(language),
  );
});
