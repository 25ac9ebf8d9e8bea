import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../../core/domain/directory/amsterdam-time.ts';
import {
  clockText,
  isOpenAt,
  openingDays,
  openingOn,
  openingStateAt,
} from '../../../../core/domain/directory/opening-hours.ts';
import type { Schedule } from '../../../../core/domain/directory/schedule.ts';
import { anAttribute, aSchedule } from '../../../builders/a-service.ts';

/** The instant of a day and a time on the Dutch clock. */
function at(moment: string): number {
  const [date = '', time = ''] = moment.split(' ');
  return instantOf(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}

/** The hours of a day in one line. */
function hours(schedules: readonly Schedule[], date: string): string {
  const { spans } = openingOn(schedules, date);
  return spans.map(({ opens, closes }) => `${clockText(opens)}-${clockText(closes)}`).join(' ');
}

const WEEK = [aSchedule()];
const NIGHT = [aSchedule({ byday: 'FR,SA', opens_at: '22:00', closes_at: '03:00' })];
const ALWAYS = [
  {
    id: 'always',
    opens_at: '00:00',
    closes_at: '24:00',
    attributes: [anAttribute('mark', 'open-on-holidays')],
  },
];

// 24 November 2026 is a Tuesday.
describe('now', () => {
  test.each<[string, readonly Schedule[], string, object]>([
    [
      'open',
      WEEK,
      '2026-11-24 12:00',
      { state: 'open', until: { date: '2026-11-24', time: '17:00', daysAway: 0 } },
    ],
    [
      'from the first minute',
      WEEK,
      '2026-11-24 09:00',
      { state: 'open', until: { date: '2026-11-24', time: '17:00', daysAway: 0 } },
    ],
    [
      'closed from the last',
      WEEK,
      '2026-11-24 17:00',
      { state: 'closed', opens: { date: '2026-11-25', time: '09:00', daysAway: 1 } },
    ],
    [
      'before it opens',
      WEEK,
      '2026-11-24 08:59',
      { state: 'closed', opens: { date: '2026-11-24', time: '09:00', daysAway: 0 } },
    ],
    [
      'over the weekend',
      WEEK,
      '2026-11-27 20:00',
      { state: 'closed', opens: { date: '2026-11-30', time: '09:00', daysAway: 3 } },
    ],
    [
      'after midnight, of the evening before',
      NIGHT,
      '2026-11-28 02:30',
      { state: 'open', until: { date: '2026-11-28', time: '03:00', daysAway: 0 } },
    ],
    [
      'until the next day',
      NIGHT,
      '2026-11-27 23:00',
      { state: 'open', until: { date: '2026-11-28', time: '03:00', daysAway: 1 } },
    ],
    ['around the clock', ALWAYS, '2026-12-25 03:00', { state: 'open', until: null }],
    [
      'closed for a holiday',
      WEEK,
      '2026-12-25 12:00',
      {
        state: 'closed',
        opens: { date: '2026-12-28', time: '09:00', daysAway: 3 },
        holiday: 'christmas-day',
      },
    ],
    [
      'on a Saturday that is a holiday it is closed as ever',
      WEEK,
      '2026-12-26 12:00',
      { state: 'closed', opens: { date: '2026-12-28', time: '09:00', daysAway: 2 } },
    ],
    [
      'in half a year',
      [aSchedule({ valid_from: '2027-06-01' })],
      '2026-11-24 12:00',
      { state: 'closed', opens: { date: '2027-06-01', time: '09:00', daysAway: 189 } },
    ],
    [
      'open in the morning and in the afternoon: over the middle of the day',
      [aSchedule({ closes_at: '12:00' }), aSchedule({ id: 'b', opens_at: '13:00' })],
      '2026-11-24 12:30',
      { state: 'closed', opens: { date: '2026-11-24', time: '13:00', daysAway: 0 } },
    ],
    [
      'two rules that meet are one',
      [aSchedule({ closes_at: '12:00' }), aSchedule({ id: 'b', opens_at: '12:00' })],
      '2026-11-24 11:00',
      { state: 'open', until: { date: '2026-11-24', time: '17:00', daysAway: 0 } },
    ],
    [
      'all of one day, and then not',
      [{ id: 'x', byday: 'TU', opens_at: '00:00', closes_at: '24:00' }],
      '2026-11-24 12:00',
      { state: 'open', until: { date: '2026-11-25', time: '00:00', daysAway: 1 } },
    ],
    [
      'a day that goes over into the next',
      [
        { id: 'x', byday: 'TU', opens_at: '09:00', closes_at: '24:00' },
        { id: 'y', byday: 'WE', opens_at: '00:00', closes_at: '06:00' },
      ],
      '2026-11-24 12:00',
      { state: 'open', until: { date: '2026-11-25', time: '06:00', daysAway: 1 } },
    ],
  ])('%s', (_, schedules, moment, expected) => {
    expect(openingStateAt(schedules, at(moment))).toEqual(expected);
  });

  test('nothing is said without hours', () => {
    expect(openingStateAt([], at('2026-11-24 12:00'))).toBeUndefined();
  });

  describe('hours that were given up to a day', () => {
    const given = [
      aSchedule({ valid_to: '2026-11-20' }),
      { id: 'eve', valid_from: '2026-12-24', valid_to: '2026-12-24' },
    ];

    test('say nothing of a day after it, not that it is closed', () => {
      expect(openingStateAt(given, at('2026-11-20 12:00'))?.state).toBe('open');
      expect(openingStateAt(given, at('2026-11-20 18:00'))).toEqual({ state: 'closed', opens: null });
      expect(openingStateAt(given, at('2026-11-24 12:00'))).toBeUndefined();
      expect(openingDays(given, '2026-11-18', 7).map(({ date }) => date)).toEqual([
        '2026-11-18',
        '2026-11-19',
        '2026-11-20',
      ]);
    });

    test('but for a day of which it is said that it is closed', () => {
      expect(openingStateAt(given, at('2026-12-24 12:00'))).toEqual({ state: 'closed', opens: null });
    });

    test.each<[string, Partial<Schedule>]>([
      ['a rule that ends', { until: '2026-11-20' }],
      ['or ends before what it says is no longer valid', { until: '2026-11-20', valid_to: '2026-12-31' }],
      ['a rule that ends after so many times', { dtstart: '2026-11-18', count: 3 }],
    ])('%s', (_, changed) => {
      const ended = [aSchedule(changed)];
      expect(openingStateAt(ended, at('2026-11-20 12:00'))?.state).toBe('open');
      expect(openingStateAt(ended, at('2026-11-24 12:00'))).toBeUndefined();
      expect(openingDays(ended, '2026-11-18', 7)).toHaveLength(3);
    });

    test('that end a rule do not take the place of others', () => {
      const course = aSchedule({ id: 'b', byday: 'SA', valid_from: '2026-09-01', until: '2026-12-20' });
      expect(hours([...WEEK, course], '2026-11-24')).toBe('09:00-17:00');
    });

    test('are followed in the week by a day of which it is said that it is closed', () => {
      expect(openingDays(given, '2026-12-20', 7).map(({ date }) => date)).toEqual(['2026-12-24']);
    });

    test('go on in the night that began on it', () => {
      const night = [
        aSchedule({ byday: 'FR', opens_at: '22:00', closes_at: '03:00', valid_to: '2026-11-20' }),
      ];
      expect(openingStateAt(night, at('2026-11-21 02:00'))?.state).toBe('open');
      expect(openingStateAt(night, at('2026-11-21 04:00'))).toBeUndefined();
    });
  });
});

describe('exceptions', () => {
  const summer = aSchedule({ id: 'summer', byday: 'MO', valid_from: '2026-07-01', valid_to: '2026-08-31' });
  const eve = aSchedule({
    id: 'eve',
    byday: undefined,
    freq: undefined,
    valid_from: '2026-12-24',
    valid_to: '2026-12-24',
    closes_at: '13:00',
  });
  const shut = { id: 'shut', valid_from: '2026-12-21', valid_to: '2027-01-03', description: 'Kerstvakantie' };
  const once = (dtstart: string) => ({ id: 'once', dtstart, opens_at: '10:00', closes_at: '13:00' });
  const cleaning = { id: 'cleaning', freq: 'MONTHLY' as const, byday: '1MO' };
  const holiday = {
    id: 'easter',
    valid_from: '2027-03-29',
    valid_to: '2027-03-29',
    opens_at: '12:00',
    closes_at: '16:00',
  };

  test.each<[string, readonly Schedule[], string, string]>([
    ['hours of a summer take the place of the usual ones', [...WEEK, summer], '2026-07-06', '09:00-17:00'],
    ['on its other days too', [...WEEK, summer], '2026-07-07', ''],
    ['and not outside of it', [...WEEK, summer], '2026-09-01', '09:00-17:00'],
    ['one day with other hours', [...WEEK, eve], '2026-12-24', '09:00-13:00'],
    ['closed for some days', [...WEEK, shut], '2026-12-22', ''],
    ['but for the day with hours of its own', [...WEEK, shut, eve], '2026-12-24', '09:00-13:00'],
    ['closed on the first Monday', [...WEEK, cleaning], '2026-11-02', ''],
    ['and open on the second', [...WEEK, cleaning], '2026-11-09', '09:00-17:00'],
    [
      'closed by a rule that is older than the hours of a summer',
      [cleaning, summer],
      '2026-07-06',
      '09:00-17:00',
    ],
    ['closed on a holiday', WEEK, '2027-03-29', ''],
    ['but for hours that were written for it', [...WEEK, holiday], '2027-03-29', '12:00-16:00'],
    ['one day that is all its rule', [...WEEK, once('2026-12-24')], '2026-12-24', '10:00-13:00'],
    ['and not on other days', [...WEEK, once('2026-12-24')], '2026-12-23', '09:00-17:00'],
    ['one day that is a holiday', [...WEEK, once('2027-03-29')], '2027-03-29', '10:00-13:00'],
    ['open on holidays', ALWAYS, '2027-03-29', '00:00-24:00'],
  ])('%s', (_, schedules, date, expected) => {
    expect(hours(schedules, date)).toBe(expected);
  });

  test('say why, and that they are exceptions', () => {
    expect(openingOn([...WEEK, shut], '2026-12-22').exception?.description).toBe('Kerstvakantie');
    expect(openingOn([...WEEK, eve], '2026-12-24').exception?.id).toBe('eve');
    expect(openingOn(WEEK, '2026-12-24')).not.toHaveProperty('exception');
    expect(openingOn(WEEK, '2026-12-25').holiday).toBe('christmas-day');
    expect(openingOn(WEEK, '2026-12-26')).not.toHaveProperty('holiday');
  });

  test('the shortest one that closes gives the reason', () => {
    const day = { id: 'day', valid_from: '2026-12-22', valid_to: '2026-12-22', description: 'Verhuizing' };
    expect(openingOn([...WEEK, shut, day], '2026-12-22').exception?.description).toBe('Verhuizing');
  });
});

describe('the nights in which the clock changes', () => {
  const night = [aSchedule({ byday: 'SA', opens_at: '22:00', closes_at: '06:00' })];
  const isOpen = (instant: string) => isOpenAt(night, Date.parse(instant));

  test('in spring the night is an hour shorter', () => {
    expect(isOpen('2026-03-28T20:59:00Z')).toBe(false);
    expect(isOpen('2026-03-28T21:00:00Z')).toBe(true);
    expect(isOpen('2026-03-29T03:59:00Z')).toBe(true);
    expect(isOpen('2026-03-29T04:00:00Z')).toBe(false);
  });

  test('in autumn it is an hour longer', () => {
    expect(isOpen('2026-10-24T19:59:00Z')).toBe(false);
    expect(isOpen('2026-10-24T20:00:00Z')).toBe(true);
    expect(isOpen('2026-10-25T04:59:00Z')).toBe(true);
    expect(isOpen('2026-10-25T05:00:00Z')).toBe(false);
  });

  test('what closes in the hour that comes twice closes once', () => {
    const bar = [aSchedule({ byday: 'SA', opens_at: '20:00', closes_at: '02:30' })];
    const open = ['00:29', '00:30', '01:15', '01:45'].map((time) =>
      isOpenAt(bar, Date.parse(`2026-10-25T${time}:00Z`)),
    );
    expect(open).toEqual([true, false, false, false]);
  });

  test('what opens in the hour that is not there opens an hour later', () => {
    const early = [aSchedule({ byday: 'SU', opens_at: '02:30', closes_at: '05:00' })];
    expect(openingStateAt(early, Date.parse('2026-03-29T00:30:00Z'))).toEqual({
      state: 'closed',
      opens: { date: '2026-03-29', time: '03:30', daysAway: 0 },
    });
  });
});

test('seven days from today', () => {
  expect(openingDays(WEEK, '2026-12-24', 7).map(({ date, spans }) => [date, spans.length])).toEqual([
    ['2026-12-24', 1],
    ['2026-12-25', 0],
    ['2026-12-26', 0],
    ['2026-12-27', 0],
    ['2026-12-28', 1],
    ['2026-12-29', 1],
    ['2026-12-30', 1],
  ]);
});

const time = fc.integer({ min: 0, max: 1440 }).map(clockText);
const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const schedules = fc.array(
  fc.record({
    id: fc.constant('x'),
    byday: fc.uniqueArray(day, { minLength: 1 }).map((days) => days.join(',')),
    opens_at: time.filter((text) => text !== '24:00'),
    closes_at: time,
  }),
  { minLength: 1, maxLength: 4 },
);
const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2033-01-01') });

test('what is said of now agrees with itself, a year round', () => {
  fc.assert(
    fc.property(schedules, instants, (some, now) => {
      const state = openingStateAt(some, now);
      expect(state?.state === 'open').toBe(isOpenAt(some, now));
      const next = state?.state === 'open' ? state.until : (state?.opens ?? null);
      if (next === null) return;
      const then = instantOf(next.date, Number(next.time.slice(0, 2)) * 60 + Number(next.time.slice(3)));
      // A closing time in the hour that comes twice is the first one.
      expect(then).toBeGreaterThan(now - 3_600_000);
      expect(isOpenAt(some, then)).toBe(state?.state === 'closed');
      // Nothing changes before: it is looked at every half an hour.
      for (let between = now; between < Math.min(then, now + 86_400_000); between += 1_800_000)
        expect(isOpenAt(some, between)).toBe(state?.state === 'open');
    }),
    { numRuns: 150 },
  );
}, 60_000);
