import { describe, expect, it } from 'vitest';
import { checkIds } from '../../../../core/domain/check/check-ids.ts';
import { aSource, GOOD_FILES } from '../../../builders/a-source.ts';

describe('the id in a file', () => {
  it('is the name of its folder', () => {
    expect(checkIds(aSource())).toEqual([]);
  });

  it.each(['flows/huur/flow.yaml', 'articles/huur-uitleg/article.yaml'] as const)(
    'is told when it is another: %s',
    (path) => {
      const folder = path.split('/')[1];
      expect(checkIds(aSource({ [path]: { ...GOOD_FILES[path], id: 'zorg' } }))).toEqual([
        {
          severity: 'error',
          rule: 'id',
          file: path,
          field: ['id'],
          message: `The folder is called "${folder}". Make the id and the folder's name the same.`,
        },
      ]);
    },
  );

  it('is not compared with a folder that can be no id: that is told by itself', () => {
    const { 'flows/huur/flow.yaml': flow } = GOOD_FILES;
    expect(checkIds(aSource({ 'flows/Huur/flow.yaml': flow }))).toEqual([]);
  });

  it('is left to the schema when it is no id at all', () => {
    for (const data of [null, undefined, 'huur', [], { id: 5 }, {}])
      expect(
        checkIds({
          files: [{ ...aSource().files[0], path: 'flows/huur/flow.yaml', data } as never],
          media: [],
        }),
      ).toEqual([]);
  });
});
