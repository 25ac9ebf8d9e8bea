import { expect, test } from 'vitest';
import { letterKey, pressedKey } from '../../../../renderer/staff/log/tile-keys.ts';

test('each question that is no favourite has a key of its own, and is what that key presses', () => {
  const keys = Array.from({ length: 52 }, (_, index) => letterKey(index));
  expect(new Set(keys).size).toBe(52);
  expect([keys[0], keys[25], keys[26], keys[51], letterKey(52)]).toEqual([
    ...['a', 'z', 'shift a', 'shift z', undefined],
  ]);
  expect(pressedKey({ key: 'A', shiftKey: true })).toBe('shift a');
  expect(pressedKey({ key: 'A', shiftKey: false })).toBe('a'); // Caps Lock
  expect(pressedKey({ key: '1', shiftKey: false })).toBe('1');
});
