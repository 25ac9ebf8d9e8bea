import { dayText } from '../../../core/domain/day-text.ts';
import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';
import { dayOf, hourOfDay } from '../../../core/domain/desk/local-hour.ts';
import { endingText, nameIn, organizationText, subjectText, type Wording } from './names.ts';
import { languageOptions } from './options.ts';

/**
 * How a question was before it was put right: what it was about and how it ended, and of the rest what became otherwise then. So no line of
 * a trail looks like what stands there now.
 */
export function beforeText(before: DeskQuestion, after: DeskQuestion, wording: Wording): string {
  const { say, lists, language } = wording;
  const rest: Readonly<Partial<Record<keyof DeskQuestion, () => string>>> = {
    at: () => `${dayText(dayOf(before.at), language)} ${String(hourOfDay(before.at)).padStart(2, '0')}:00`,
    // Without a subject the sort of help is the subject.
    category: () => (before.subCategory === null ? '' : say(`categories.${before.category}`)),
    organization: () => organizationText(before, wording) ?? say('form.noOrganization'),
    channel: () => say(`channels.${before.channel}`),
    place: () => (before.place === null ? '' : nameIn(lists.places, before.place, language)),
    language: () =>
      languageOptions(language).find(({ value }) => value === before.language)?.label ?? before.language,
  };
  const changed = Object.entries(rest).flatMap(([field, text]) =>
    before[field as keyof DeskQuestion] === after[field as keyof DeskQuestion] ? [] : [text()],
  );
  return [subjectText(before, wording), endingText(before, say), ...changed]
    .filter((text) => text !== '')
    .join(' · ');
}
