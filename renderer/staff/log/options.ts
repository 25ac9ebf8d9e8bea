import type { Named } from '../../../core/domain/desk/desk-lists.ts';
import {
  Category,
  DeskChannel,
  DeskOutcome,
  DurationClass,
} from '../../../core/domain/desk/desk-question.ts';
import type { Language } from '../../../core/domain/words.ts';
import { STAFF_WORDS } from '../../words/staff-texts.ts';
import type { StaffSay } from '../../words/staff-words.ts';
import type { Option } from './choices.tsx';
import { nameIn } from './names.ts';

export const categoryOptions = (say: StaffSay): Option<Category>[] =>
  Category.options.map((value) => ({ value, label: say(`categories.${value}`) }));
export const channelOptions = (say: StaffSay): Option<DeskChannel>[] =>
  DeskChannel.options.map((value) => ({ value, label: say(`channels.${value}`) }));
export const durationOptions = (say: StaffSay): Option<DurationClass>[] =>
  DurationClass.options.map((value) => ({ value, label: say(`durations.${value}`) }));
export const outcomeOptions = (say: StaffSay): Option<DeskOutcome>[] =>
  DeskOutcome.options.map((value) => ({ value, label: say(`outcomes.${value}`) }));

/** The languages that are spoken at a desk, the commonest first; "another" is `und` (ISO 639-2). */
export function languageOptions(language: Language): Option<Language>[] {
  const names: Readonly<Record<string, string>> = STAFF_WORDS[language]?.languages ?? {};
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

/** The things in one of the library's lists; with `none`, also that it is none of them. */
export function listOptions(
  list: readonly Named[],
  language: Language,
  none?: string,
): Option<string | null>[] {
  const all = list.map(({ id }) => ({ value: id, label: nameIn(list, id, language) }));
  return none === undefined ? all : [{ value: null, label: none }, ...all];
}
