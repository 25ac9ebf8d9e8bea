import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Email, HsdsId, Name, Text, Uri } from './hsds-values.ts';
import { Phone } from './phone.ts';

/** HSDS contact: a role or a department that can be asked for. */
export const DirectoryContact = z.strictObject({
  id: HsdsId,
  name: Name.optional(),
  title: Name.optional(),
  department: Name.optional(),
  email: Email.optional(),
  phones: z.array(Phone).optional(),
  attributes: Attributes,
});
export type DirectoryContact = z.infer<typeof DirectoryContact>;

/** HSDS url: one more page on the web. */
export const FurtherUrl = z.strictObject({
  id: HsdsId,
  label: Name.optional(),
  url: Uri,
  attributes: Attributes,
});
export type FurtherUrl = z.infer<typeof FurtherUrl>;

/** HSDS service_area: for whom, by where they live. */
export const ServiceArea = z.strictObject({
  id: HsdsId,
  name: Name.optional(),
  description: Text.optional(),
  extent: Text.optional(),
  extent_type: z.enum(['geojson', 'topojson', 'kml', 'text']).optional(),
  uri: Uri.optional(),
  attributes: Attributes,
});
export type ServiceArea = z.infer<typeof ServiceArea>;
