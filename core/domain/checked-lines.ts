import type { AmountSource } from './amount-sources.ts';
import type { CalendarDate } from './calendar-date.ts';
import { siteText } from './day-text.ts';
import type { Source } from './parameter.ts';

/** When facts were checked, and the sites they come from. `about`: a whole page, or only amounts on it. */
export type CheckedLine = {
  readonly about: 'page' | 'amounts';
  readonly checkedOn: CalendarDate;
  readonly sites: readonly string[];
};

/**
 * What a page says of its facts: one line for the page, with the day of its oldest source; and one for every other day on which
 * amounts were looked at. An amount of the same day joins the page, so mostly there is one line. No site stands twice in one.
 */
export function checkedLines(sources: readonly Source[], amounts: readonly AmountSource[]): CheckedLine[] {
  const oldest = sources.map(({ checked_on }) => checked_on).sort()[0];
  const days = new Set(amounts.map(({ checked_on }) => checked_on));
  if (oldest !== undefined) days.delete(oldest);
  const ofDay = (day: CalendarDate) => amounts.filter(({ checked_on }) => checked_on === day);
  const line = (about: CheckedLine['about'], checkedOn: CalendarDate, from: readonly { url: string }[]) => ({
    about,
    checkedOn,
    sites: [...new Set(from.map(({ url }) => siteText(url)))],
  });
  return [
    ...(oldest === undefined ? [] : [line('page', oldest, [...sources, ...ofDay(oldest)])]),
    ...[...days].sort().map((day) => line('amounts', day, ofDay(day))),
  ];
}
