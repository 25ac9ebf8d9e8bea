import shipped from '../../assets/desk/desk.json' with { type: 'json' };
import type { InLanguages } from '../../core/domain/words.ts';

/** What has a name in the lists of a library. */
export type NamedInLists = { readonly id: string; readonly names: InLanguages<string> };
/** The organisations, own categories and places that a library can choose from. */
export type ReportLists = {
  readonly organizations: readonly NamedInLists[];
  readonly subCategories: readonly NamedInLists[];
  readonly places: readonly NamedInLists[];
};

/** The lists that come with the app: most libraries have no others, and those that do keep most of these ids. */
export const SHIPPED_LISTS: ReportLists = {
  organizations: shipped.organizations,
  subCategories: shipped.subCategories,
  places: shipped.places,
};
