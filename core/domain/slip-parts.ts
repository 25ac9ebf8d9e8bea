import type { AmountSource } from './amount-sources.ts';
import { checkedLines } from './checked-lines.ts';
import type { Contact, ContactWords } from './contact.ts';
import { dayText, siteText } from './day-text.ts';
import { type FillSetting, filledWords } from './fill.ts';
import type { Source } from './parameter.ts';
import type { SlipItem, SlipSection, SlipText } from './slip.ts';
import type { SlipWords } from './slip-words.ts';
import { type InLanguages, type Language, pick } from './words.ts';

/** Somebody a page names, as it stands on the page. `outdated`: not checked in time, so no number is given. */
export type NamedContact = {
  readonly contact: Contact;
  readonly words: InLanguages<ContactWords>;
  readonly outdated: boolean;
};

/** One of the slip's own words, in the language of the slip. */
export function own(text: string, words: SlipWords): SlipText {
  return { text, language: words.language };
}

/** A text of the content in the wanted language, else in one there is; undefined when there is none, or an empty one. */
export function said<T>(
  texts: InLanguages<T>,
  wanted: Language,
  text: (words: T) => string | undefined,
): SlipText | undefined {
  const picked = pick(texts, wanted);
  const found = picked && text(picked.value);
  return picked === undefined || found === undefined || found === ''
    ? undefined
    : { text: found, language: picked.language };
}

/** An item without the parts that it does not have. */
export function itemOf(parts: { readonly [K in keyof SlipItem]: SlipItem[K] | undefined }): SlipItem {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/** A section, or none when nothing stands in it. */
export function sectionOf(
  kind: SlipSection['kind'],
  heading: SlipText | undefined,
  items: readonly SlipItem[],
): SlipSection[] {
  const filled = items.filter((item) => Object.keys(item).length > 0);
  return filled.length === 0 ? [] : [{ kind, ...(heading && { heading }), items: filled }];
}

/** Whom to call or visit. Somebody who was not checked in time keeps the name, and loses the number. */
export function contactsOf(
  contacts: readonly NamedContact[],
  setting: FillSetting,
  words: SlipWords,
): SlipSection[] {
  const items = contacts.map(({ contact, words: written, outdated }) => {
    const texts = filledWords(written, setting);
    const about = {
      title: said(texts, words.language, ({ name }) => name),
      text: said(texts, words.language, ({ text }) => text),
    };
    if (outdated) return itemOf({ ...about, note: own(words.outdated, words) });
    return itemOf({
      ...about,
      phone: contact.phone,
      phoneNote: contact.phone !== undefined && contact.free ? own(words.free, words) : undefined,
      note: whenAndWhere(contact, texts, words),
      site: contact.url === undefined ? undefined : siteText(contact.url),
    });
  });
  return sectionOf('contacts', own(words.contacts, words), items);
}

/** When it is open, and that it is in this building; whoever reads it at home wants to know both. */
function whenAndWhere(
  { here }: Contact,
  texts: InLanguages<ContactWords>,
  words: SlipWords,
): SlipText | undefined {
  const hours = said(texts, words.language, (text) => text.hours);
  if (!here) return hours;
  // One text has one language: hours in another one are left to the desk itself.
  if (hours === undefined || hours.language !== words.language) return own(words.here, words);
  return own(`${words.here} · ${hours.text}`, words);
}

/** The first page on the web that somebody of them has and that was checked in time. */
export function addressOf(contacts: readonly NamedContact[]): string | undefined {
  return contacts.find(({ contact, outdated }) => !outdated && contact.url !== undefined)?.contact.url;
}

/** The last line: when the page and its amounts were looked at, and where they come from. */
export function checkedOf(
  sources: readonly Source[],
  amounts: readonly AmountSource[],
  words: SlipWords,
): SlipText | undefined {
  const lines = checkedLines(sources, amounts).map(({ about, checkedOn, sites }) => {
    const said = about === 'page' ? words.checked : words.checkedAmounts;
    const checked = said.replace('{{date}}', () => dayText(checkedOn, words.language));
    return `${checked} · ${words.source.replace('{{site}}', () => sites.join(', '))}`;
  });
  return lines.length === 0 ? undefined : own(lines.join(' · '), words);
}
