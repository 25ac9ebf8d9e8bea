import { describe, expect, it } from 'vitest';
import { idleSaid } from '../../../renderer/visitor/idle-said.ts';
import { startWords } from '../../../renderer/words/start-words.ts';

const wordsIn = startWords();

/** What is heard while a warning of so many seconds runs out, with the second at which it is. */
function heard(began: number, language = 'nl') {
  return Array.from({ length: began }, (_, passed) => began - passed).flatMap((left) => {
    const said = idleSaid(wordsIn(language), left, began);
    return said === undefined ? [] : [[left, said] as const];
  });
}

describe('what the warning says aloud', () => {
  it('is the question first, and then the seconds that are left, counted down', () => {
    expect(heard(30)).toEqual([
      [30, 'Bent u er nog? Over 30 seconden begint dit scherm opnieuw. Wat u invulde, wissen wij.'],
      [20, 'Over 20 seconden begint dit scherm opnieuw.'],
      [10, 'Over 10 seconden begint dit scherm opnieuw.'],
      [5, 'Over 5 seconden begint dit scherm opnieuw.'],
    ]);
  });

  it('leaves out what becomes of answers when the seconds are said again too soon for it', () => {
    const first = (began: number) => heard(began)[0]?.[1];
    expect(first(29)).toBe('Bent u er nog? Over 29 seconden begint dit scherm opnieuw.');
    expect(first(9)).toBe('Bent u er nog? Over 9 seconden begint dit scherm opnieuw.');
  });

  it('is in the language of the visitor', () => {
    const said = (language: string) => heard(10, language).map(([, text]) => text);
    expect(said('en')).toEqual([
      'Are you still there? In 10 seconds this screen starts again.',
      'In 5 seconds this screen starts again.',
    ]);
    expect(said('ar').join()).toMatch(/هل ما زلت هنا.*ثوانٍ/);
  });

  it('never speaks into itself, however short the warning', () => {
    for (let began = 1; began <= 30; began++) {
      const seconds = heard(began).map(([left]) => left);
      expect(seconds[0], String(began)).toBe(began);
      for (const [at, left] of seconds.entries())
        if (at > 0) expect((seconds[at - 1] ?? 0) - left, String(began)).toBeGreaterThanOrEqual(5);
    }
  });
});
