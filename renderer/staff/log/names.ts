import type { DeskLog } from '../../../core/contract/desk/log.ts';
import type { DeskLists, Named } from '../../../core/domain/desk/desk-lists.ts';
import type { Category, QuestionFacts } from '../../../core/domain/desk/desk-question.ts';
import { type Language, pick } from '../../../core/domain/words.ts';
import type { StaffSay } from '../../words/staff-words.ts';

/** What it takes to put a question into words. */
export type Wording = { readonly lists: DeskLists; readonly say: StaffSay; readonly language: Language };

/** The tint of each sort of help. */
export const TINTS: Readonly<Record<Category, string>> = {
  'digital-contact': 'digital',
  course: 'work',
  'taking-part': 'new-here',
  information: 'money',
  referral: 'family',
};

/** The name of a thing in one of the library's lists; its id when the list does not have it any more. */
export function nameIn(list: readonly Named[], id: string, language: Language): string {
  const names = list.find((each) => each.id === id)?.names;
  return (names && pick(names, language)?.value) ?? id;
}

/** What a question was about, in a few words. */
export function subjectText(
  { category, subCategory }: Pick<QuestionFacts, 'category' | 'subCategory'>,
  { lists, say, language }: Wording,
): string {
  return subCategory === null
    ? say(`categories.${category}`)
    : nameIn(lists.subCategories, subCategory, language);
}

/** The subject of what is no favourite; where a favourite has that subject with another organisation, what tells them apart too. */
export function otherText(
  other: DeskLog['others'][number],
  favourites: DeskLog['favourites'],
  wording: Wording,
): string {
  const subject = subjectText(other, wording);
  if (!favourites.some(({ subCategory }) => subCategory === other.subCategory)) return subject;
  return `${subject} · ${organizationText(other, wording) ?? wording.say('form.noOrganization')}`;
}

/** How long it took and how it ended. */
export function endingText(
  { duration, outcome }: Pick<QuestionFacts, 'duration' | 'outcome'>,
  say: StaffSay,
): string {
  return `${say(`outcomes.${outcome}`)} · ${say(`durations.${duration}`)}`;
}

/** The organisation of a question, when it says more than its subject does. */
export function organizationText(
  { organization }: Pick<QuestionFacts, 'organization'>,
  { lists, language }: Wording,
): string | undefined {
  return organization === null ? undefined : nameIn(lists.organizations, organization, language);
}
