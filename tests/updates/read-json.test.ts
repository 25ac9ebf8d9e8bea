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
