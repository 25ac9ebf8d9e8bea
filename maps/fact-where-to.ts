import type { ContactOnPage, FlowPage } from '../core/contract/pages.ts';
import type { CalendarDate } from '../core/domain/calendar-date.ts';
import { filledWords } from '../core/domain/fill.ts';
import type { Outcome } from '../core/domain/flow.ts';
import type { Id } from '../core/domain/id.ts';
import { directionOf, type Language, pick } from '../core/domain/words.ts';
import type { FactLine } from './fact-line.ts';
import { factWords } from './fact-words.ts';

/** Somebody whom a flow names, with where and when that was looked at. Days as 2026-11-03. */
export type FactContact = FactLine & {
  readonly id: Id;
  readonly source: string | undefined;
  readonly checkedOn: CalendarDate;
  readonly reviewBy: CalendarDate;
};

/** On one line, which never begins with the dot. */
const joined = (parts: readonly (string | false | undefined)[]) => parts.filter(Boolean).join('\u00a0· ');

/** A number or address as it is dialled or typed: beside Arabic, 0800-8020 would be read as 8020-0800. */
const asTyped = (text: string, language: Language) =>
  directionOf(language) === 'rtl' ? `\u2066${text}\u2069` : text;

/** Whom an outcome names, with the badges that the screen gives them. */
export function contactLines(page: FlowPage, { contacts }: Outcome, language: Language): FactLine[] {
  return contacts.flatMap((id) => {
    const found = page.contacts.find((each) => each.id === id);
    return (found && contactLine(page, found, language)) ?? [];
  });
}

/** Everybody whom a flow names, each once. */
export function factContacts(page: FlowPage, language: Language): FactContact[] {
  return page.contacts.flatMap((found) => {
    const line = contactLine(page, found, language);
    const { source, checked_on, review_by } = found.contact;
    return line === undefined
      ? []
      : [{ ...line, id: found.id, source, checkedOn: checked_on, reviewBy: review_by }];
  });
}

/** The flows and articles that an outcome leads on to, in the order of the screen. */
export function relatedLines(page: FlowPage, outcome: Outcome, language: Language): FactLine[] {
  return page.related.flatMap(({ kind, id, titles, outdated }) => {
    const title = pick(titles, language)?.value.title;
    if (title === undefined || !(kind === 'flow' ? outcome.flows : outcome.articles).includes(id)) return [];
    const say = factWords(language);
    return [{ title, text: joined([say.opens[kind], outdated && say.outdated]) }];
  });
}

/** The screen hides how to reach somebody who was not looked at in time; who checks needs just that. */
function contactLine(
  page: FlowPage,
  { contact, words: written, outdated }: ContactOnPage,
  language: Language,
): FactLine | undefined {
  const words = pick(filledWords(written, page), language)?.value;
  if (words === undefined) return undefined;
  const say = factWords(language);
  const { phone, free, url, here } = contact;
  const number = phone !== undefined && asTyped(phone, language) + (free ? ` (${say.free})` : '');
  const reached = joined([words.hours, number, url !== undefined && asTyped(url, language)]);
  const badge = here && say.here;
  return outdated
    ? {
        title: words.name,
        text: joined([words.text, say.outdated, badge]),
        hidden: reached === '' ? undefined : `${say.hidden}: ${reached}`,
      }
    : { title: words.name, text: joined([words.text, reached, badge]) };
}
