import { expect, test } from 'vitest';
import { addDays } from '../../../../core/domain/calendar-date.ts';
import { easterSunday, holidayOn } from '../../../../core/domain/directory/public-holidays.ts';

/** Easter, King's Day, Ascension and Whit Sunday of each year, as calendars print them. */
const YEARS = [
  ['2024', '03-31', '04-27', '05-09', '05-19'],
  ['2025', '04-20', '04-26', '05-29', '06-08'],
  ['2026', '04-05', '04-27', '05-14', '05-24'],
  ['2027', '03-28', '04-27', '05-06', '05-16'],
  ['2028', '04-16', '04-27', '05-25', '06-04'],
  ['2029', '04-01', '04-27', '05-10', '05-20'],
  ['2030', '04-21', '04-27', '05-30', '06-09'],
  ['2031', '04-13', '04-26', '05-22', '06-01'],
  ['2032', '03-28', '04-27', '05-06', '05-16'],
] as const;

test.each(YEARS)('the holidays of %s', (year, easter, kingsDay, ascension, whit) => {
  const on = (monthDay: string) => `${year}-${monthDay}`;
  const expected = new Map([
    [on('01-01'), 'new-year'],
    [on(easter), 'easter-sunday'],
    [addDays(on(easter), 1), 'easter-monday'],
    [on(kingsDay), 'kings-day'],
    [on('05-05'), 'liberation-day'],
    [on(ascension), 'ascension-day'],
    [on(whit), 'whit-sunday'],
    [addDays(on(whit), 1), 'whit-monday'],
    [on('12-25'), 'christmas-day'],
    [on('12-26'), 'second-christmas-day'],
  ]);
  const found = new Map<string, string>();
  for (let day = on('01-01'); day <= on('12-31'); day = addDays(day, 1)) {
    const holiday = holidayOn(day);
    if (holiday !== undefined) found.set(day, holiday);
  }
  expect(found).toEqual(expected);
});

test("King's Day moves to the day before when it would be a Sunday, and Liberation Day never moves", () => {
  expect([holidayOn('2025-04-26'), holidayOn('2025-04-27')]).toEqual(['kings-day', undefined]);
  expect(holidayOn('2030-05-05')).toBe('liberation-day');
});

test('one day has one name: in 2016 Ascension fell on Liberation Day', () => {
  expect(holidayOn('2016-05-05')).toBe('liberation-day');
});

test('Easter at its earliest and latest', () => {
  expect([1818, 1943, 2038, 2285].map(easterSunday)).toEqual([
    '1818-03-22',
    '1943-04-25',
    '2038-04-25',
    '2285-03-22',
  ]);
});
