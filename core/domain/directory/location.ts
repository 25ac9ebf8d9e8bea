import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Code, HsdsId, Name, Text, Uri } from './hsds-values.ts';
import { Phone, SpokenLanguage } from './phone.ts';
import { DirectoryContact } from './reach.ts';
import { Schedule } from './schedule.ts';

/** HSDS address. `region` is the neighbourhood. */
export const Address = z.strictObject({
  id: HsdsId,
  attention: Name.optional(),
  address_1: Name,
  address_2: Name.optional(),
  city: Name,
  region: Name.optional(),
  state_province: Name.optional(),
  postal_code: Code.optional(),
  country: Code.optional(),
  address_type: z.enum(['physical', 'postal', 'virtual']).optional(),
  attributes: Attributes,
});
export type Address = z.infer<typeof Address>;

/** HSDS accessibility: what helps people with a disability there. */
export const Accessibility = z.strictObject({
  id: HsdsId,
  description: Text.optional(),
  details: Text.optional(),
  url: Uri.optional(),
  attributes: Attributes,
});
export type Accessibility = z.infer<typeof Accessibility>;

/** HSDS location: a place, by post, on the map or on the web. */
export const Location = z.strictObject({
  id: HsdsId,
  location_type: z.enum(['physical', 'postal', 'virtual']),
  url: Uri.optional(),
  name: Name.optional(),
  alternate_name: Name.optional(),
  description: Text.optional(),
  transportation: Text.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  external_identifier: Code.optional(),
  external_identifier_type: Code.optional(),
  languages: z.array(SpokenLanguage).optional(),
  addresses: z.array(Address).optional(),
  contacts: z.array(DirectoryContact).optional(),
  accessibility: z.array(Accessibility).optional(),
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
  attributes: Attributes,
});
export type Location = z.infer<typeof Location>;
