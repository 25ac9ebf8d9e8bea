import { describe, expect, it } from 'vitest';
import { boundByPlace, isShutForDays } from '../../../../core/domain/directory/bound-by-place.ts';
import { type HoldingSchedule, openingOn } from '../../../../core/domain/directory/opening-hours.ts';

/** A Tuesday. */
const DAY = '2026-11-24';
const WEEKLY: HoldingSchedule = {
  id: 'elke-dag',
  freq: 'WEEKLY',
  byday: 'MO,TU,WE,TH,FR',
  opens_at: '09:00',
  closes_at: '17:00',
};
const hours = (own: readonly HoldingSchedule[], there: readonly HoldingSchedule[], day = DAY) =>
  openingOn(boundByPlace(own, there), day).spans.map(({ opens, closes }) => [opens / 60, closes / 60]);
const closedOn = (first: string, last = first): HoldingSchedule => ({
  id: 'dicht',
  valid_from: first,
  valid_to: last,
});
const onDay = (opens_at: string, closes_at: string): HoldingSchedule => ({
  ...{ id: 'die-dag', opens_at, closes_at },
  ...{ valid_from: DAY, valid_to: DAY },
});
const WHILE_SHUT = {
  attributes: [
    {
      id: 'a',
      link_id: 'elke-dag',
      taxonomy_term: { id: 't', code: 'open-while-shut', name: 'open', taxonomy: 'balie-mark' },
    },
  ],
} as unknown as Partial<HoldingSchedule>;

describe('what is given in a place', () => {
  it('keeps its own hours where the place says nothing of the day', () => {
    expect(hours([WEEKLY], [])).toEqual([[9, 17]]);
  });

  it('is shut on the days on which the place is', () => {
    const shut = closedOn('2026-11-23', '2026-11-25');
    expect(hours([WEEKLY], [shut])).toEqual([]);
    expect(hours([WEEKLY], [shut], '2026-11-26')).toEqual([[9, 17]]);
  });

  it('ends earlier on a day on which the place closes earlier, and never opens for longer', () => {
    expect(hours([WEEKLY], [onDay('10:00', '12:30')])).toEqual([[10, 12.5]]);
    expect(hours([WEEKLY], [onDay('08:00', '20:00')])).toEqual([[9, 17]]);
    expect(hours([WEEKLY], [onDay('18:00', '20:00')])).toEqual([]);
  });

  it('keeps the hours that were written for that very day', () => {
    expect(hours([WEEKLY, onDay('14:00', '16:00')], [onDay('10:00', '12:00')])).toEqual([[14, 16]]);
  });

  it('keeps all its hours when it is open while the doors are shut', () => {
    const own = [{ ...WEEKLY, ...WHILE_SHUT }];
    expect(boundByPlace(own, [closedOn(DAY)])).toBe(own);
  });
});

it.each<[string, HoldingSchedule, boolean]>([
  ['some days', closedOn(DAY), true],
  ['from a day on', { id: 'weg', valid_from: DAY }, true],
  ['a rule of one summer', { ...closedOn('2026-07-01', '2026-08-31'), freq: 'WEEKLY', byday: 'MO,TU' }, true],
  ['a weekday the year round', { id: 'ma', freq: 'WEEKLY', byday: 'MO' }, false],
  ['hours', WEEKLY, false],
])('shut for days: %s', (_, schedule, expected) => {
  expect(isShutForDays(schedule)).toBe(expected);
});
