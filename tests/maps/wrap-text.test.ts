import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from '../../maps/wrap-text.ts';

describe('a text cut into lines', () => {
  it('is cut between words', () => {
    expect(wrapText('Woont u in een huurhuis?', 10, 80)).toEqual(['Woont u in een', 'huurhuis?']);
  });

  it('is one line when it fits, and none when there is nothing', () => {
    expect(wrapText('  Woont   u hier? ', 10, 500)).toEqual(['Woont u hier?']);
    expect(wrapText(' ', 10, 500)).toEqual([]);
  });

  it('cuts a word that is wider than a line', () => {
    const lines = wrapText('Kinderopvangtoeslagaanvraag', 10, 60);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('Kinderopvangtoeslagaanvraag');
  });

  it('never has a line that is too wide, and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 20, max: 300 }),
        (text, width) => {
          const lines = wrapText(text, 10, width);
          for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        },
      ),
    );
  });

  it('is wider in wide letters', () => {
    expect(textWidth('mmm', 10)).toBeGreaterThan(textWidth('aaa', 10));
    expect(textWidth('aaa', 10)).toBeGreaterThan(textWidth('iii', 10));
    expect(textWidth('漢字', 10)).toBe(20);
  });
});
