import { expect, test } from 'vitest';
import { laterNumber, MOST_STICK_BATCHES, stickFile } from '../../../../core/contract/sync/stick-files.ts';

test('the first file has the name that older versions know, and each after it its number', () => {
  expect([1, 2, 12].map((number) => stickFile('BATCH', number))).toEqual([
    ...['BATCH.json', 'BATCH-2.json', 'BATCH-12.json'],
  ]);
});

test.each([2, 9, 10, MOST_STICK_BATCHES])(
  'knows the number %i again, of a file and of its signature',
  (number) => {
    const name = stickFile('ACKNOWLEDGEMENT', number);
    expect(laterNumber('ACKNOWLEDGEMENT', name)).toBe(number);
    expect(laterNumber('ACKNOWLEDGEMENT', `${name}.jws`)).toBe(number);
    expect(laterNumber('BATCH', name)).toBeUndefined();
  },
);

test.each([
  'BATCH.json',
  'BATCH-1.json',
  'BATCH-02.json',
  'BATCH-2.json.part',
  'x/BATCH-2.json',
  'BATCH-99999.json',
])('%s is no later file', (name) => {
  expect(laterNumber('BATCH', name)).toBeUndefined();
});
