import { z } from 'zod';
import { Code, HsdsId, Name, Text, Uri } from './hsds-values.ts';

/** HSDS taxonomy_term: one entry of a list that others can point at. */
export const TaxonomyTerm = z.strictObject({
  id: HsdsId,
  code: Code.optional(),
  name: Name,
  description: Text.optional(),
  parent_id: HsdsId.optional(),
  taxonomy: Code.optional(),
  language: Code.optional(),
  term_uri: Uri.optional(),
});
export type TaxonomyTerm = z.infer<typeof TaxonomyTerm>;

/** HSDS attribute: ties a record to a taxonomy term, if need be with a value. */
export const Attribute = z.strictObject({
  id: HsdsId,
  link_type: Code.optional(),
  value: Text.optional(),
  label: Name.optional(),
  taxonomy_term: TaxonomyTerm,
});
export type Attribute = z.infer<typeof Attribute>;

/** The attributes of a record. */
export const Attributes = z.array(Attribute).optional();
