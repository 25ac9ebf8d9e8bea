import { expect, test } from 'vitest';
import { soonestFirst } from '../../../../core/domain/directory/soonest-first.ts';

const closed = (date: string, time: string) => ({
  opening: { state: 'closed', opens: { date, time } } as const,
});

test('what is open comes first, then what opens soonest, then what nobody knows of; else the order stays', () => {
  const services = [
    { id: 'unknown', opening: null },
    { id: 'never', opening: { state: 'closed', opens: null } as const },
    { id: 'tomorrow at nine', ...closed('2026-11-25', '09:00') },
    { id: 'next year', ...closed('2027-01-04', '08:00') },
    { id: 'open', opening: { state: 'open' } as const },
    { id: 'tomorrow at eight', ...closed('2026-11-25', '08:00') },
    { id: 'open too', opening: { state: 'open' } as const },
  ];
  const order = soonestFirst(services).map(({ id }) => id);
  expect(order).toEqual([
    ...['open', 'open too', 'tomorrow at eight', 'tomorrow at nine', 'next year', 'unknown', 'never'],
  ]);
});
