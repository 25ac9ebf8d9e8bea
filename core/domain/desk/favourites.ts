import type { DeskLists } from './desk-lists.ts';
import type { QuestionFacts } from './desk-question.ts';
import { isListed } from './listed-facts.ts';

/** What one touch logs: what it is about, and how long it usually takes and how it usually ends. */
export type Favourite = Pick<
  QuestionFacts,
  'category' | 'subCategory' | 'organization' | 'duration' | 'outcome'
>;

/** So many stand on the screen: one for each of the keys 1 to 9. */
export const MOST_FAVOURITES = 9;
/** So many of the last questions are looked at. */
export const FAVOURITES_LEARN_FROM = 400;
/** A question counts half as much as one that was asked so many questions later. */
const HALF_LIFE = 60;

/** A question as it was asked. Those with one `loggedAt` were entered together: none of them is later than another. */
type Asked = QuestionFacts & { readonly loggedAt?: string };

/**
 * The favourites of a desk. `recent` are its last questions, newest first. Which ones are there is learnt: what is asked most, and of late.
 * Where they stand is not: they keep the order of the library's list, so that a hand finds them without looking. What the library took off
 * its list is no favourite any more.
 */
export function favouritesOf(recent: readonly Asked[], lists: DeskLists): Favourite[] {
  const found = new Map<string, { weight: number; readonly kinds: Map<string, Weighed> }>();
  const learnt = recent.slice(0, FAVOURITES_LEARN_FROM);
  const weights = weightsOf(learnt);
  learnt.forEach((facts, age) => {
    if (!isListed(facts, lists)) return;
    const weight = weights[age] ?? 0;
    const key = keyOf(facts);
    const of = found.get(key) ?? { weight: 0, kinds: new Map<string, Weighed>() };
    of.weight += weight;
    const ending = `${facts.duration} ${facts.outcome}`;
    const kind = of.kinds.get(ending) ?? { weight: 0, favourite: favouriteIn(facts) };
    of.kinds.set(ending, { ...kind, weight: kind.weight + weight });
    found.set(key, of);
  });
  const asked = [...found.values()].map(({ weight, kinds }) => ({
    weight,
    favourite: [...kinds.values()].reduce((most, kind) => (kind.weight > most.weight ? kind : most))
      .favourite,
  }));
  const others = usualOf(lists)
    .filter((favourite) => !found.has(keyOf(favourite)))
    .map((favourite) => ({ weight: 0, favourite }));
  const place = ({ subCategory }: Favourite) => {
    const index = lists.subCategories.findIndex(({ id }) => id === subCategory);
    return index < 0 ? lists.subCategories.length : index;
  };
  return [...asked, ...others]
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_FAVOURITES)
    .map(({ favourite }) => favourite)
    .sort((one, other) => place(one) - place(other) || (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** How much each question counts. What was entered together shares what it counts evenly: a sheet is logged row by row, and was not asked so. */
function weightsOf(recent: readonly Asked[]): number[] {
  const weights = recent.map((_, age) => 0.5 ** (age / HALF_LIFE));
  for (let from = 0, to = 1; from < recent.length; from = to, to += 1) {
    const { loggedAt } = recent[from] ?? {};
    while (loggedAt !== undefined && to < recent.length && recent[to]?.loggedAt === loggedAt) to += 1;
    const sum = weights.slice(from, to).reduce((all, weight) => all + weight, 0);
    weights.fill(sum / (to - from), from, to);
  }
  return weights;
}

/**
 * The rest of the library's list, in its order: what is there and not among the favourites, as it usually goes. A favourite with another
 * organisation than the list's is not the same: else what the library corrected would stand nowhere.
 */
export function othersOf(favourites: readonly Favourite[], lists: DeskLists): Favourite[] {
  const shown = new Set(favourites.map(keyOf));
  return usualOf(lists).filter((usual) => !shown.has(keyOf(usual)));
}

/** Each of the library's list, as nobody asked it yet. */
function usualOf({ subCategories }: DeskLists): Favourite[] {
  return subCategories.map((sub) => ({
    ...{ category: sub.category, subCategory: sub.id, organization: sub.organization ?? null },
    ...{ duration: '5-15', outcome: 'answered' },
  }));
}

type Weighed = { readonly weight: number; readonly favourite: Favourite };

/** Tells one favourite from another: by what it is about. */
function keyOf({ category, subCategory, organization }: Favourite): string {
  return `${category} ${subCategory} ${organization}`;
}

function favouriteIn({ category, subCategory, organization, duration, outcome }: QuestionFacts): Favourite {
  return { category, subCategory, organization, duration, outcome };
}
