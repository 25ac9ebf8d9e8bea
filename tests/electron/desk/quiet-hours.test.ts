import { expect, it } from 'vitest';
import { quietHours } from '../../../electron/desk/quiet-hours.ts';

const OPEN = [
  {
    id: 'dagelijks',
    freq: 'WEEKLY' as const,
    byday: 'MO,TU,WE,TH,FR',
    opens_at: '10:00',
    closes_at: '17:00',
    attributes: [],
  },
];
/** A Thursday. */
const at = (time: string) => new Date(`2026-11-26T${time}:00+01:00`);

it('reminds after two open hours of this day in which nothing was logged', () => {
  expect(quietHours(OPEN, undefined, at('11:59'))).toBeNull();
  expect(quietHours(OPEN, undefined, at('12:30'))).toBe(2);
  expect(quietHours(OPEN, at('12:00').toISOString(), at('13:59'))).toBeNull();
  expect(quietHours(OPEN, at('12:00').toISOString(), at('15:00'))).toBe(3);
});

it('does not count hours in which nobody was there, and reminds of nothing where nobody said when it is open', () => {
  expect(quietHours(OPEN, undefined, at('09:00'))).toBeNull();
  expect(quietHours(OPEN, at('16:00').toISOString(), at('23:00'))).toBeNull();
  expect(quietHours([], undefined, at('15:00'))).toBeNull();
});
