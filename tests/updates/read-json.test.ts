import { expect, test } from 'vitest';
import { readJson } from '../../updates/read-json.ts';

test('data comes out, brackets inside texts do not count', () => {
  const value = { a: [1, '[[{"\\'.repeat(40)] };
  expect(readJson(Buffer.from(JSON.stringify(value)))).toEqual(value);
});

test.each<[string, Buffer, string]>([
  ['what is not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not UTF-8'],
  ['200,000 lists in each other', Buffer.from('['.repeat(200_000) + ']'.repeat(200_000)), 'too deep'],
  ['200,000 that are never closed', Buffer.from('{"a":'.repeat(200_000)), 'too deep'],
  ['a page', Buffer.from(' <html>'), 'a page'],
  ['half of it', Buffer.from('{"a":'), 'JSON'],
  ['nothing', Buffer.alloc(0), 'JSON'],
])('%s is told by name', (_, bytes, message) => {
  expect(() => readJson(bytes)).toThrow(new RegExp(message));
});

/** Objects and lists in each other, by turns in this order, from the outside in; in each list something stands before. */
function nested(depth: number, kinds: readonly ('list' | 'object')[], space = ''): string {
  const all = Array.from({ length: depth }, (_, at) => kinds[at % kinds.length]);
  const opened = all.map((kind) => (kind === 'list' ? `["]",${space}` : `{"}":${space}`));
  const closed = all.map((kind) => (kind === 'list' ? ']' : '}')).reverse();
  return `${opened.join('')}1${closed.join('')}`;
}

test.each<[string, readonly ('list' | 'object')[], string?]>([
  ['lists', ['list']],
  ['objects', ['object']],
  ['objects, far from their names', ['object'], ' \t\r\n'],
  ['lists and objects by turns', ['list', 'object']],
  ['two objects in each list', ['object', 'list', 'object'], '\n'],
])('%s are read 32 deep, and not 33', (_, kinds, space) => {
  const read = (depth: number) => readJson(Buffer.from(nested(depth, kinds, space)));
  expect(JSON.stringify(read(32))).toBe(nested(32, kinds));
  expect(() => read(33)).toThrow('too deep');
});
