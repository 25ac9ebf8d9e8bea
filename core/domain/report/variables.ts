import {
  Category,
  DeskChannel,
  DeskOutcome,
  type DeskQuestion,
  DurationClass,
} from '../desk/desk-question.ts';
import { dayOf, hourOfDay } from '../desk/local-hour.ts';
import { weekdayOf } from '../directory/amsterdam-time.ts';

/**
 * By what questions are counted. `sub-category` holds its category before a slash; `week-hour` a weekday and an hour; `visitor` tells a
 * visitor's first question from further ones, so the first are visitors; `place` is where in or around the branch. Weekdays count from
 * Monday, 0.
 */
export const VARIABLES = [
  ...['category', 'sub-category', 'organization', 'channel', 'duration', 'outcome', 'language', 'place'],
  ...['visitor', 'hour', 'weekday', 'week-hour', 'day'],
] as readonly Variable[];
export type Variable =
  | 'category'
  | 'sub-category'
  | 'organization'
  | 'channel'
  | 'duration'
  | 'outcome'
  | 'language'
  | 'place'
  | 'visitor'
  | 'hour'
  | 'weekday'
  | 'week-hour'
  | 'day';

/** Stands for a question of which nothing was said. No id is written so. */
export const NONE = '-';

const two = (number: number) => String(number).padStart(2, '0');

/** What a question counts as: one value of each variable. So over all values each variable has the same total. */
export function valuesOf(question: DeskQuestion): Readonly<Record<Variable, string>> {
  const { at, category, subCategory, organization, channel, duration, outcome, language, place, nth } =
    question;
  const [weekday, hour] = [weekdayOf(dayOf(at)), hourOfDay(at)];
  return {
    category,
    'sub-category': `${category}/${subCategory ?? NONE}`,
    organization: organization ?? NONE,
    ...{ channel, duration, outcome, language },
    place: place ?? NONE,
    visitor: nth === 1 ? 'first' : 'further',
    hour: two(hour),
    weekday: String(weekday),
    'week-hour': `${weekday} ${two(hour)}`,
    day: at.slice(8, 10),
  };
}

/** The month of a question, as `2026-11`. */
export function monthOf({ at }: Pick<DeskQuestion, 'at'>): string {
  return at.slice(0, 7);
}

const upTo = (length: number, write: (index: number) => string) =>
  Array.from({ length }, (_, index) => write(index));

/** The values of variables that have a fixed list, in the order in which they are told; the others grow as they are used. */
export const FIXED_VALUES: Readonly<Partial<Record<Variable, readonly string[]>>> = {
  category: Category.options,
  channel: DeskChannel.options,
  duration: DurationClass.options,
  outcome: DeskOutcome.options,
  visitor: ['first', 'further'],
  hour: upTo(24, two),
  weekday: upTo(7, String),
};
