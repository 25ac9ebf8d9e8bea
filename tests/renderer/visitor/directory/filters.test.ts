import { describe, expect, it } from 'vitest';
import { choicesIn, pressed, without } from '../../../../renderer/visitor/directory/filters.ts';

describe('the filters of the directory', () => {
  it('are chosen by a press, and let go by another', () => {
    const chosen = pressed({ topic: 'geld' }, { key: 'free', value: true });
    expect(chosen).toEqual({ topic: 'geld', free: true });
    expect(pressed(chosen, { key: 'free', value: true })).toEqual({ topic: 'geld' });
  });

  it('have one value each: another takes its place', () => {
    expect(pressed({ language: 'tr' }, { key: 'language', value: 'ar' })).toEqual({ language: 'ar' });
  });

  it('are let go without a trace, so that main is not asked for nothing', () => {
    expect(Object.keys(without({ topic: 'geld', openNow: true }, 'topic'))).toEqual(['openNow']);
  });

  it('are told in the same order whichever came first, what an outcome chose before all others', () => {
    expect(choicesIn({ neighbourhood: 'Centrum', category: 'library', topic: 'geld' })).toEqual([
      { key: 'category', value: 'library' },
      { key: 'topic', value: 'geld' },
      { key: 'neighbourhood', value: 'Centrum' },
    ]);
  });
});
