import { expect, test } from 'vitest';
import { remarkLine } from '../../../../core/domain/directory/directory-record.ts';

test.each([
  ['a line of a table', { file: 'phones.csv', line: 12 }, ['number'], 'phones.csv:12 number: is empty'],
  ['a whole line', { file: 'phones.csv', line: 12 }, [], 'phones.csv:12: is empty'],
  [
    'a field of a record in JSON',
    { file: 'a.json', path: '$[3]' },
    ['phones', 0, 'number'],
    'a.json $[3].phones[0].number: is empty',
  ],
  ['a field of the only record', { file: 'a.json' }, ['name'], 'a.json name: is empty'],
  ['a whole file', { file: 'a.json' }, [], 'a.json: is empty'],
])('says where: %s', (_, place, path, line) => {
  expect(remarkLine(place, path, 'is empty')).toBe(line);
});
