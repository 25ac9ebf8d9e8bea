import shipped from '../../assets/desk/desk.json' with { type: 'json' };
import type { OwnNames } from '../../core/domain/report/value-name.ts';
import { type InLanguages, type Language, pick } from '../../core/domain/words.ts';

type Named = { readonly id: string; readonly names: InLanguages<string> };

/** The organisations of the lists that come with the app: most libraries have no others, and those that do keep these ids. */
export const SHIPPED_ORGANIZATIONS: readonly Named[] = shipped.organizations;

/**
 * What the organisations and the own sorts of questions of those lists are called. The lists of a library stay on its devices; what is in none
 * of these is called by its id.
 */
export function shippedNames(language: Language): OwnNames {
  const names = (list: readonly Named[]) =>
    Object.fromEntries(list.map(({ id, names: said }) => [id, pick(said, language)?.value ?? id]));
  return { organization: names(SHIPPED_ORGANIZATIONS), 'sub-category': names(shipped.subCategories) };
}
