import type { DeskLists } from '../../../core/domain/desk/desk-lists.ts';
import type { Category, QuestionFacts } from '../../../core/domain/desk/desk-question.ts';

/** What is said of a question when its category is chosen: a subject of another category is no longer its subject. */
export function withCategory(
  facts: QuestionFacts,
  category: Category,
  { subCategories }: Pick<DeskLists, 'subCategories'>,
): QuestionFacts {
  if (category === facts.category) return facts;
  const fits = subCategories.some((sub) => sub.id === facts.subCategory && sub.category === category);
  return { ...facts, category, subCategory: fits ? facts.subCategory : null };
}
