import { expect, test } from 'vitest';
import { phoneKind, phonesToCall } from '../../../../core/domain/directory/phones-to-call.ts';

test('numbers to talk to somebody come first, and each kind in the order in which it was given', () => {
  const phones = ['sms', 'voice', 'TTY', 'mobile', undefined].map((type, index) => ({ type, index }));
  expect(phonesToCall(phones).map(({ index }) => index)).toEqual([1, 3, 4, 2, 0]);
});

test('a number for faxes or pagers is none', () => {
  expect(phonesToCall([{ type: 'Fax' }, { type: 'pager' }])).toEqual([]);
});

test.each([
  ['text', 'text'],
  ['SMS', 'text'],
  ['textphone', 'textphone'],
  ['tty', 'textphone'],
  ['iets anders', 'voice'],
  [undefined, 'voice'],
] as const)('a number of type %s is for %s', (type, kind) => {
  expect(phoneKind({ type })).toBe(kind);
});
