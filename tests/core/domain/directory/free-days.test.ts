import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../../core/domain/calendar-date.ts';
import { freeDays, isInStretch } from '../../../../core/domain/directory/free-days.ts';
import { costsOn, isFree } from '../../../../core/domain/directory/marks.ts';
import type { CostOption } from '../../../../core/domain/directory/service.ts';

const cost = (amount: number | undefined, valid_from?: string, valid_to?: string): CostOption => ({
  id: 'x',
  ...(amount !== undefined && { amount }),
  ...(valid_from !== undefined && { valid_from }),
  ...(valid_to !== undefined && { valid_to }),
});

test.each<[string, CostOption[], string[]]>([
  ['nothing is known', [], []],
  ['it is free', [cost(0)], ['']],
  ['it is not', [cost(0), cost(5)], []],
  ['it was', [cost(0, undefined, '2025-12-31')], ['/2025-12-31']],
  ['it will be', [cost(5, undefined, '2026-12-31'), cost(0, '2027-01-01')], ['2027-01-01/']],
  ['but for a time', [cost(0), cost(5, '2026-07-01', '2026-07-31')], ['/2026-06-30', '2026-08-01/']],
  ['one price follows another', [cost(0, undefined, '2026-06-30'), cost(0, '2026-07-01')], ['']],
  ['its last day is the last that can be written', [cost(0, '2026-01-01', '9999-12-31')], ['2026-01-01/']],
])('the days on which it costs nothing, where %s', (_, costs, expected) =>
  expect(freeDays(costs)).toEqual(expected),
);

const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-02-10', days));
const maybe = fc.option(day, { nil: undefined });
const costs = fc.array(
  fc.tuple(fc.constantFrom(0, 0, 5, undefined), maybe, maybe).map((given) => cost(...given)),
  { maxLength: 4 },
);

test('a day is in one stretch when the prices of that day are nothing, and else in none', () => {
  fc.assert(
    fc.property(costs, day, (all, today) => {
      const holding = freeDays(all).filter((stretch) => isInStretch(stretch, today));
      expect(holding).toHaveLength(isFree(costsOn(today, all)) ? 1 : 0);
    }),
  );
});
