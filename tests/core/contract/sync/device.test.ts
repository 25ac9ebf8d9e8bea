import { expect, it } from 'vitest';
import { EnrolmentCode, writeCode } from '../../../../core/contract/sync/device.ts';

it.each(['7K2M-Q9XB-41TD', '7k2mq9xb41td', ' 7K2M Q9XB 4iTD ', '7K2M-Q9XB-4LTD'])(
  'reads a code as it was typed: %s',
  (typed) => {
    expect(EnrolmentCode.parse(typed)).toBe('7K2MQ9XB41TD');
  },
);

it.each(['', '7K2M-Q9XB', '7K2M-Q9XB-41TDX', '7K2M-Q9XB-41T!', 'U'.repeat(12), 'A'.repeat(1000)])(
  'does not take %.20s for a code',
  (typed) => {
    expect(EnrolmentCode.safeParse(typed).success).toBe(false);
  },
);

it('writes a code in groups, and reads it back', () => {
  const code = writeCode(Uint8Array.from([0, 31, 32, 255, 1, 2, 3, 4, 5, 6, 7, 8]));
  expect(code).toBe('0Z0Z-1234-5678');
  expect(EnrolmentCode.parse(code)).toBe('0Z0Z12345678');
});
