import { expect, test, vi } from 'vitest';
import { onePress } from '../../../renderer/staff/one-press.ts';

const isRefused = (tagName: string, key: string, repeat: boolean) => {
  const preventDefault = vi.fn<() => void>();
  onePress({ key, repeat, target: { tagName }, preventDefault });
  return preventDefault.mock.calls.length > 0;
};

test('an Enter that is held presses once, and makes lines in a note as ever', () => {
  expect(isRefused('BUTTON', 'Enter', false)).toBe(false);
  expect(isRefused('BUTTON', 'Enter', true)).toBe(true);
  expect(isRefused('INPUT', 'Enter', true)).toBe(true);
  expect(isRefused('TEXTAREA', 'Enter', true)).toBe(false);
});

test('other keys go on while they are held', () => {
  for (const key of ['ArrowDown', 'Tab', 'Backspace', 'a', ' '])
    expect(isRefused('BUTTON', key, true)).toBe(false);
});
