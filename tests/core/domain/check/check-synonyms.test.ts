import { describe, expect, test } from 'vitest';
import { checkSynonyms } from '../../../../core/domain/check/check-synonyms.ts';
import { Synonyms } from '../../../../core/domain/synonyms.ts';
import { aPack } from '../../../builders/a-pack.ts';

const remarks = (synonyms: Synonyms) => checkSynonyms(aPack({ synonyms }));

describe('synonyms', () => {
  test('that lead from what people say to what stands in the pack are good, in every form of the word', () => {
    expect(
      remarks({ nl: [{ say: ['woonlasten', 'geen geld'], find: ['huur', 'geld krijgen', 'huren'] }] }),
    ).toEqual([]);
  });

  test('in a language that the pack has not are an error', () => {
    expect(remarks({ ln: [{ say: ['x'], find: ['huur'] }] })).toMatchObject([
      {
        severity: 'error',
        file: 'synonyms.yaml',
        field: ['ln'],
        message: expect.stringContaining('Did you mean "nl"?'),
      },
    ]);
    expect(remarks({ ar: [{ say: ['x'], find: ['huur'] }] })).toMatchObject([
      { severity: 'error', message: expect.stringContaining('Add it there') },
    ]);
  });

  test('without a word are an error', () => {
    expect(remarks({ nl: [{ say: ['…'], find: ['huur'] }] })).toMatchObject([
      { severity: 'error', field: ['nl', 0, 'say', 0], message: expect.stringContaining('has no words') },
    ]);
  });

  test('that find nothing in the pack are told', () => {
    expect(remarks({ nl: [{ say: ['woonlasten'], find: ['huur', 'ruimtevaart'] }] })).toMatchObject([
      { severity: 'warning', field: ['nl', 0, 'find', 1], message: expect.stringContaining('"ruimtevaart"') },
    ]);
  });

  test('that find themselves are told', () => {
    expect(remarks({ nl: [{ say: ['Huur'], find: ['huur'] }] })).toMatchObject([
      { severity: 'warning', field: ['nl', 0, 'say', 0], message: expect.stringContaining('Remove it here') },
    ]);
  });

  test.each([
    ['nothing said', { nl: [{ say: [], find: ['huur'] }] }],
    ['nothing to find', { nl: [{ say: ['x'], find: [] }] }],
    ['a field that there is not', { nl: [{ say: ['x'], find: ['y'], both: true }] }],
    ['no list', { nl: { x: 'y' } }],
  ])('with %s are refused by their schema', (_, data) =>
    expect(Synonyms.safeParse(data).success).toBe(false),
  );
});
