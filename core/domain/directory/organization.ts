import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Email, HsdsId, Name, Text, Uri } from './hsds-values.ts';
import { Phone } from './phone.ts';
import { DirectoryContact, FurtherUrl } from './reach.ts';

/** HSDS organization: who offers services. */
export const Organization = z.strictObject({
  id: HsdsId,
  name: Name,
  alternate_name: Name.optional(),
  description: Text.optional(),
  email: Email.optional(),
  website: Uri.optional(),
  additional_websites: z.array(FurtherUrl).optional(),
  contacts: z.array(DirectoryContact).optional(),
  phones: z.array(Phone).optional(),
  attributes: Attributes,
});
export type Organization = z.infer<typeof Organization>;
