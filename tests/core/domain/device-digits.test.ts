import { expect, test } from 'vitest';
import { deviceDigits } from '../../../core/domain/device-digits.ts';

test('people know a device by the first eight digits of its id, and by all of a shorter one', () => {
  expect(deviceDigits('0b1c2d3e-4f50-4171-8282-939495969798')).toBe('0b1c2d3e');
  expect(deviceDigits('hal')).toBe('hal');
});
