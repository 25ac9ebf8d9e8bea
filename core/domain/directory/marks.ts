import { addDays, type CalendarDate, isCalendarDate } from '../calendar-date.ts';
import { Picture } from '../picture.ts';
import type { Attribute } from './attribute.ts';
import { isForPost } from './is-for-post.ts';
import { languageCode } from './language-code.ts';
import type { Location } from './location.ts';
import type { Organization } from './organization.ts';
import { saysNoCondition } from './says-no-condition.ts';
import type { Schedule } from './schedule.ts';
import type { CostOption, Service } from './service.ts';

/**
 * What Balie needs to know and HSDS has no field for stands in HSDS attributes, with terms of these taxonomies.
 * docs/decisions/0010-directory.md lists them.
 */
export const TAXONOMIES = {
  /** The term's code is the id of a topic of the home screen. */
  topic: 'balie-topic',
  /** The term's code is a word that outcomes name a kind of place with. */
  category: 'balie-category',
  /** The term's code is a language, the label a field of the record, the value that field in that language. */
  translation: 'balie-translation',
  /** `fictional`, `review-by` (a day), `picture` (a pictogram), `open-on-holidays`, `open-while-shut`, `wheelchair`. */
  mark: 'balie-mark',
} as const;

type Marked = { readonly attributes?: readonly Attribute[] | undefined };

/** The codes of the terms of one taxonomy that a record is tied to, in their order, each once. */
export function codesIn({ attributes = [] }: Marked, taxonomy: keyof typeof TAXONOMIES): string[] {
  const codes: string[] = [];
  for (const { taxonomy_term: term } of attributes)
    if (term.taxonomy === TAXONOMIES[taxonomy] && term.code !== undefined && !codes.includes(term.code))
      codes.push(term.code);
  return codes;
}

/** Does a schedule hold on public holidays too? */
export function opensOnHolidays(schedule: Schedule): boolean {
  return codesIn(schedule, 'mark').includes('open-on-holidays');
}

/** Does a schedule hold while the doors of its building are shut, as of a night shelter with a door of its own? */
export function opensWhileShut(schedule: Schedule): boolean {
  return codesIn(schedule, 'mark').includes('open-while-shut');
}

/** Was a record made up, for a demonstration? A service is when its organization is. */
export function isFictional(service: Marked, organization: Organization | undefined): boolean {
  return [service, organization ?? {}].some((each) => codesIn(each, 'mark').includes('fictional'));
}

/** A year and a day: what was assured no longer ago is taken for right. */
const ASSURED_DAYS = 366;

/** The last day on which a service is shown without a warning: its own review day, else a year after it was assured. */
export function reviewDay(service: Service): CalendarDate | undefined {
  const { assured_date } = service;
  const marked = markValue(service, 'review-by');
  if (marked !== undefined && isCalendarDate(marked)) return marked;
  return assured_date === undefined ? undefined : addDays(assured_date, ASSURED_DAYS);
}

/** The pictogram of a service: its own, else a pin on a map. */
export function pictureOf(service: Service): Picture {
  const own = Picture.safeParse(markValue(service, 'picture'));
  return own.success ? own.data : 'map-pin';
}

function markValue({ attributes = [] }: Marked, code: string): string | undefined {
  const mark = attributes.find(
    ({ taxonomy_term: term }) => term.taxonomy === TAXONOMIES.mark && term.code === code,
  );
  return mark?.value;
}

/** Can somebody in a wheelchair get in? Said with the mark, or with the one word that older directories write. */
export function isForWheelchairs({ accessibility = [] }: Location): boolean {
  return accessibility.some(
    (each) =>
      codesIn(each, 'mark').includes('wheelchair') || each.description?.toLowerCase() === 'wheelchair',
  );
}

/** The ways of paying that are valid on a day. */
export function costsOn(today: CalendarDate, costs: readonly CostOption[] = []): CostOption[] {
  return costs.filter(({ valid_from = '', valid_to = '9999' }) => valid_from <= today && today <= valid_to);
}

/**
 * Does it cost nothing? Only when the directory says so for every way of paying there is, and for one of them without a
 * condition: what is free with a pass is not free for who has none.
 */
export function isFree(costs: readonly CostOption[] = []): boolean {
  return costs.every(({ amount }) => amount === 0) && costs.some(isForAll);
}

function isForAll({ option, amount_description }: CostOption): boolean {
  return [option, amount_description].every((text) => text === undefined || saysNoCondition(text));
}

/** The codes of the languages that are spoken at a service or at a place of it, one for each language. */
export function languagesOf(service: Service, locations: readonly Location[]): string[] {
  const codes: string[] = [];
  for (const { languages = [] } of [service, ...locations])
    for (const { code } of languages) {
      if (code === undefined) continue;
      const one = languageCode(code);
      if (!codes.includes(one)) codes.push(one);
    }
  return codes;
}

/** The neighbourhoods of a place's addresses to go to. */
export function neighbourhoodsOf(location: Location): string[] {
  const regions: string[] = [];
  for (const address of location.addresses ?? []) {
    const { region } = address;
    if (region !== undefined && !isForPost(address, location) && !regions.includes(region))
      regions.push(region);
  }
  return regions;
}
