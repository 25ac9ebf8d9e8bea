import { describe, expect, it } from 'vitest';
import { checkNames } from '../../../../core/domain/check/check-names.ts';

describe('the names of files', () => {
  it('are those that a repository takes', () => {
    expect(checkNames(['pack.yaml', 'media/Huis_2.png', 'articles/huur/nl.md'])).toEqual([]);
  });

  it.each([
    [['media/mijn huis.png', 'pack.yaml'], 'media/mijn huis.png', 'use letters, digits'],
    [['flows/con/flow.yaml'], 'flows/con/flow.yaml', 'means something else to a computer'],
    [
      ['media/huis.png', 'pack.yaml', 'media/Huis.png'],
      'media/huis.png',
      'is there twice but for its capitals',
    ],
  ])('are told with their file when it does not: %j', (paths, file, why) => {
    expect(checkNames(paths)).toEqual([
      { severity: 'error', rule: 'name', file, field: [], message: expect.stringContaining(why) },
    ]);
  });
});
