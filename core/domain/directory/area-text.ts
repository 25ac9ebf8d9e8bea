import { type InLanguages, type Language, pick } from '../words.ts';

/** An area for which a service is, as a page tells it (field names of HSDS). */
export type Area = {
  readonly name?: InLanguages<string> | undefined;
  readonly description?: InLanguages<string> | undefined;
};

/** Who reads it lives there. */
const WHOLE_COUNTRY = /^(?:heel |the )?(?:nederland|netherlands|nl)$/i;

/**
 * The areas for which a service is, as one says them one after another. Undefined where nothing is said of them, or one is the whole
 * country: then it is for everybody, wherever they live.
 */
export function areaText(areas: readonly Area[], language: Language): string | undefined {
  const tell = (words: InLanguages<string> = {}) => pick(words, language)?.value;
  if (areas.some(({ name }) => Object.values(name ?? {}).some((each) => WHOLE_COUNTRY.test(each ?? ''))))
    return undefined;
  const told = new Set<string>();
  for (const { name, description } of areas) {
    const [area, more] = [tell(name), tell(description)];
    if (area !== undefined) told.add(more === undefined ? area : `${area} (${more})`);
    else if (more !== undefined) told.add(more);
  }
  return told.size === 0 ? undefined : new Intl.ListFormat(language, { type: 'conjunction' }).format(told);
}
