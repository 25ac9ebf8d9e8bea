import type { Language } from './words.ts';

/** How a language is called in another one; its code when nobody knows. With a capital where the script has them. */
export function languageName(code: string, language: Language): string {
  let name = code;
  try {
    name = new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    // A code that is none: it is shown as it came.
  }
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
