import type { DeskLists, Named } from './desk-lists.ts';
import type { QuestionFacts } from './desk-question.ts';

/**
 * Do the library's lists have all that this is about? Its subject stands there as it is sorted now; its organisation may be another one of
 * the list than the usual one of the subject, for staff chose it. What was not said is in no list.
 */
export function isListed(
  { category, subCategory, organization }: Pick<QuestionFacts, 'category' | 'subCategory' | 'organization'>,
  { subCategories, organizations }: DeskLists,
): boolean {
  return (
    (subCategory === null ||
      subCategories.some((sub) => sub.id === subCategory && sub.category === category)) &&
    (organization === null || has(organizations, organization))
  );
}

/**
 * What the next question has of the one before it, by the lists as they are now. What the library took off them does not go on: it stands on
 * no screen to be chosen otherwise, and would be in every question from then on.
 */
export function listedFacts(facts: QuestionFacts, lists: DeskLists): QuestionFacts {
  const sub = lists.subCategories.find(({ id }) => id === facts.subCategory);
  const isKnown = facts.organization === null || has(lists.organizations, facts.organization);
  return {
    ...facts,
    ...{ category: sub?.category ?? facts.category, subCategory: sub?.id ?? null },
    organization: isKnown ? facts.organization : (sub?.organization ?? null),
    place: facts.place !== null && has(lists.places, facts.place) ? facts.place : usualPlace(lists),
  };
}

/** Where in the branch questions usually are: the first of the library's list. */
export function usualPlace({ places }: Pick<DeskLists, 'places'>): string | null {
  return places[0]?.id ?? null;
}

const has = (list: readonly Named[], wanted: string) => list.some(({ id }) => id === wanted);
