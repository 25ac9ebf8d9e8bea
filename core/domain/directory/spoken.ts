import { languageName } from '../language-name.ts';
import { type InLanguages, type Language, pick } from '../words.ts';

/** A language that is spoken: its ISO 639 code or what the directory calls it, and what goes with it, such as on which day. */
export type Spoken = {
  readonly code?: string | undefined;
  readonly name?: InLanguages<string> | undefined;
  readonly note?: InLanguages<string> | undefined;
};

/** What a language is called in another one; undefined when nothing says which it is. */
export function spokenName({ code, name }: Spoken, language: Language): string | undefined {
  return code === undefined ? pick(name ?? {}, language)?.value : languageName(code, language);
}

/** The names of languages as one says them one after another; undefined when there are none. */
export function spokenText(spoken: readonly Spoken[], language: Language): string | undefined {
  const names = spoken.flatMap((each) => spokenName(each, language) ?? []);
  if (names.length === 0) return undefined;
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
