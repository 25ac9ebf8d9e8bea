import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Code, Day, Email, HsdsId, Name, Text, Uri } from './hsds-values.ts';
import { Location } from './location.ts';
import { Organization } from './organization.ts';
import { Phone, SpokenLanguage } from './phone.ts';
import { DirectoryContact, FurtherUrl, ServiceArea } from './reach.ts';
import { Schedule } from './schedule.ts';

/** HSDS cost_option: what it costs, one way of paying. */
export const CostOption = z.strictObject({
  id: HsdsId,
  valid_from: Day.optional(),
  valid_to: Day.optional(),
  option: Text.optional(),
  /** ISO 4217. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no currency of three letters, as in EUR')
    .optional(),
  amount: z.number().nonnegative().optional(),
  amount_description: Text.optional(),
  attributes: Attributes,
});
export type CostOption = z.infer<typeof CostOption>;

/** HSDS required_document: what to bring. */
export const RequiredDocument = z.strictObject({
  id: HsdsId,
  document: Text.optional(),
  uri: Uri.optional(),
  attributes: Attributes,
});
export type RequiredDocument = z.infer<typeof RequiredDocument>;

/** HSDS service_at_location: a service where it is given. */
export const ServiceAtLocation = z.strictObject({
  id: HsdsId,
  description: Text.optional(),
  service_areas: z.array(ServiceArea).optional(),
  contacts: z.array(DirectoryContact).optional(),
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
  location: Location.optional(),
  attributes: Attributes,
});
export type ServiceAtLocation = z.infer<typeof ServiceAtLocation>;

const age = z.number().min(0).max(150).optional();

/**
 * HSDS 3.1 service with all that belongs to it, nested as the HSDS API gives it: the part of the specification that a
 * page or a filter has a use for.
 */
export const Service = z.strictObject({
  id: HsdsId,
  name: Name,
  alternate_name: Name.optional(),
  description: Text.optional(),
  url: Uri.optional(),
  additional_urls: z.array(FurtherUrl).optional(),
  email: Email.optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  interpretation_services: Text.optional(),
  application_process: Text.optional(),
  fees_description: Text.optional(),
  wait_time: Text.optional(),
  accreditations: Text.optional(),
  eligibility_description: Text.optional(),
  minimum_age: age,
  maximum_age: age,
  /** The day on which somebody last saw to it that all this is right. */
  assured_date: Day.optional(),
  assurer_email: Email.optional(),
  licenses: Text.optional(),
  alert: Text.optional(),
  last_modified: Code.optional(),
  phones: z.array(Phone).optional(),
  schedules: z.array(Schedule).optional(),
  service_areas: z.array(ServiceArea).optional(),
  service_at_locations: z.array(ServiceAtLocation).optional(),
  languages: z.array(SpokenLanguage).optional(),
  organization: Organization.optional(),
  cost_options: z.array(CostOption).optional(),
  required_documents: z.array(RequiredDocument).optional(),
  contacts: z.array(DirectoryContact).optional(),
  attributes: Attributes,
});
export type Service = z.infer<typeof Service>;
