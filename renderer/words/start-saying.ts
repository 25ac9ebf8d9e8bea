import { createInstance } from 'i18next';
import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';

/** A text in one language, with values in its places; `count` chooses the plural form. */
export type Saying<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/**
 * Starts a set of words, by language. Gives, for a language, how to say something in it; always the same function. A language
 * without words falls back on the home language.
 */
export function startSaying<Key extends string>(
  all: Readonly<Record<Language, object>>,
): (language: Language) => Saying<Key> {
  const words = createInstance();
  void words.init({
    resources: Object.fromEntries(Object.entries(all).map(([code, screens]) => [code, { screens }])),
    fallbackLng: HOME_LANGUAGE,
    defaultNS: 'screens',
    ns: ['screens'],
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  const known = new Map<Language, Saying<Key>>();
  return (language) => {
    const before = known.get(language);
    if (before !== undefined) return before;
    const translate = words.getFixedT(language, 'screens');
    const plain = new Map<Key, string>();
    // Most texts have no values and are said again on every screen.
    const say: Saying<Key> = (key, values) => {
      if (values !== undefined) return translate(String(key), values);
      const said = plain.get(key) ?? translate(String(key));
      plain.set(key, said);
      return said;
    };
    known.set(language, say);
    return say;
  };
}
