import { HOME_LANGUAGE, type InLanguages } from '../words.ts';
import type { Attribute } from './attribute.ts';
import { TAXONOMIES } from './marks.ts';

/**
 * A text field of a record in every language it is there in. The field itself is in the home language; HSDS knows no
 * translations, so those are attributes of the record (see TAXONOMIES). Undefined when the field is not there.
 */
export function wordsOf<F extends string>(
  record: { readonly [field in F]?: string | undefined } & {
    readonly attributes?: readonly Attribute[] | undefined;
  },
  field: F,
): InLanguages<string> | undefined {
  const home: string | undefined = record[field];
  if (home === undefined) return undefined;
  const words: Record<string, string> = { [HOME_LANGUAGE]: home };
  for (const { label, value, taxonomy_term } of record.attributes ?? [])
    if (
      taxonomy_term.taxonomy === TAXONOMIES.translation &&
      label === field &&
      value !== undefined &&
      LANGUAGE.test(taxonomy_term.code ?? '')
    )
      words[taxonomy_term.code as string] = value;
  return words;
}

const LANGUAGE = /^[a-z]{2,3}$/;
