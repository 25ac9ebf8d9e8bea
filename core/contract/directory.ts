import { z } from 'zod';
import { CalendarDate } from '../domain/calendar-date-schema.ts';
import { HsdsId } from '../domain/directory/hsds-values.ts';
import { HOLIDAYS } from '../domain/directory/public-holidays.ts';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import { Picture } from '../domain/picture.ts';

/** A text in each language that it is there in. */
const Words = z.partialRecord(Language, z.string());
const Holiday = z.enum(HOLIDAYS);
const Clock = z.string().regex(/^\d\d:\d\d$/);

/** A moment to come; `daysAway` is 0 for today. */
const OpeningMoment = z.strictObject({
  date: CalendarDate,
  time: Clock,
  daysAway: z.number().int().nonnegative(),
});

/**
 * Open until a moment (null: it does not close), or closed until one (null: no such moment is known), and the public
 * holiday that it is closed for today.
 */
export const Opening = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), until: OpeningMoment.nullable() }),
  z.strictObject({
    state: z.literal('closed'),
    opens: OpeningMoment.nullable(),
    holiday: Holiday.optional(),
  }),
]);
export type Opening = z.infer<typeof Opening>;

/** How one day is. `exception`: these hours are for this day in particular, and why, where that is known. */
export const OpeningOnDay = z.strictObject({
  date: CalendarDate,
  /** Monday 0 to Sunday 6. */
  weekday: z.number().int().min(0).max(6),
  spans: z.array(z.strictObject({ opens: Clock, closes: Clock })),
  holiday: Holiday.optional(),
  exception: z.strictObject({ reason: Words.optional() }).optional(),
});
export type OpeningOnDay = z.infer<typeof OpeningOnDay>;

/** What services can be chosen by. */
export const ServiceFilters = z.strictObject({
  topic: Id.optional(),
  category: Id.optional(),
  openNow: z.literal(true).optional(),
  language: Language.optional(),
  wheelchair: z.literal(true).optional(),
  neighbourhood: z.string().min(1).max(300).optional(),
  free: z.literal(true).optional(),
});
export type ServiceFilters = z.infer<typeof ServiceFilters>;

/** A service in a list. */
export const ServiceEntry = z.strictObject({
  id: HsdsId,
  picture: Picture,
  name: Words,
  organization: Words.optional(),
  description: Words.optional(),
  alert: Words.optional(),
  topics: z.array(z.string()),
  neighbourhoods: z.array(z.string()),
  languages: z.array(z.string()),
  wheelchair: z.boolean(),
  free: z.boolean(),
  temporarilyClosed: z.boolean(),
  /** Null when no hours are known. */
  opening: Opening.nullable(),
  outdated: z.boolean(),
  fictional: z.boolean(),
});
export type ServiceEntry = z.infer<typeof ServiceEntry>;

const Choice = z.strictObject({ value: z.string(), count: z.number().int().nonnegative() });

/**
 * A page of services by name. `choices` are the values that filters can have, each with the number of services that
 * there would be with it and with what is chosen by the other filters; null: no service at all has it.
 */
export const ServicesPage = z.strictObject({
  page: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  services: z.array(ServiceEntry),
  choices: z.strictObject({
    topics: z.array(Choice),
    languages: z.array(Choice),
    neighbourhoods: z.array(Choice),
    wheelchair: z.number().int().nonnegative().nullable(),
    free: z.number().int().nonnegative().nullable(),
  }),
});
export type ServicesPage = z.infer<typeof ServicesPage>;

/** A few services of one category, soonest open first, and how many it has in all. */
export const NearPage = z.strictObject({
  total: z.number().int().nonnegative(),
  services: z.array(ServiceEntry),
});
export type NearPage = z.infer<typeof NearPage>;

/** A language that is spoken, and what goes with it, such as on which day. */
const SpokenOnPage = z.strictObject({
  code: z.string().optional(),
  name: Words.optional(),
  note: Words.optional(),
});

const PhoneOnPage = z.strictObject({
  number: z.string(),
  extension: z.number().optional(),
  type: z.string().optional(),
  description: Words.optional(),
  languages: z.array(SpokenOnPage),
});

/** A place where the service is given, with the hours there. */
export const PlaceOnPage = z.strictObject({
  id: HsdsId,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  name: Words.optional(),
  /** What is different about the service at this place. */
  note: Words.optional(),
  description: Words.optional(),
  transportation: Words.optional(),
  addresses: z.array(
    z.strictObject({
      address_1: z.string(),
      address_2: z.string().optional(),
      postal_code: z.string().optional(),
      city: z.string(),
      region: z.string().optional(),
      /** To write to, and not to go to. */
      address_type: z.literal('postal').optional(),
    }),
  ),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  url: z.string().optional(),
  email: z.string().optional(),
  wheelchair: z.boolean(),
  /** Those that are spoken at this place, beside those of the service. */
  languages: z.array(SpokenOnPage),
  accessibility: z.array(z.strictObject({ description: Words.optional(), details: Words.optional() })),
  phones: z.array(PhoneOnPage),
  opening: Opening.nullable(),
  /** Seven days, from today, as far as the hours are known; none when they are not. */
  week: z.array(OpeningOnDay),
});
export type PlaceOnPage = z.infer<typeof PlaceOnPage>;

/** One service, with all that a page or a slip says of it. Field names are those of HSDS; texts are by language. */
export const ServicePage = z.strictObject({
  id: HsdsId,
  picture: Picture,
  today: CalendarDate,
  status: z.enum(['active', 'temporarily closed']),
  fictional: z.boolean(),
  outdated: z.boolean(),
  assured_date: CalendarDate.optional(),
  topics: z.array(z.string()),
  name: Words,
  alternate_name: Words.optional(),
  description: Words.optional(),
  alert: Words.optional(),
  organization: z
    .strictObject({ name: Words, description: Words.optional(), website: z.string().optional() })
    .optional(),
  url: z.string().optional(),
  email: z.string().optional(),
  eligibility_description: Words.optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  application_process: Words.optional(),
  wait_time: Words.optional(),
  interpretation_services: Words.optional(),
  fees_description: Words.optional(),
  free: z.boolean(),
  cost_options: z.array(
    z.strictObject({
      option: Words.optional(),
      amount: z.number().optional(),
      currency: z.string().optional(),
      amount_description: Words.optional(),
    }),
  ),
  required_documents: z.array(z.strictObject({ document: Words.optional(), uri: z.string().optional() })),
  languages: z.array(SpokenOnPage),
  service_areas: z.array(z.strictObject({ name: Words.optional(), description: Words.optional() })),
  phones: z.array(PhoneOnPage),
  opening: Opening.nullable(),
  /** Seven days, from today, where there is no place with hours of its own; else see the places. */
  week: z.array(OpeningOnDay),
  /** Those to go to first, soonest open first. */
  places: z.array(PlaceOnPage),
});
export type ServicePage = z.infer<typeof ServicePage>;
