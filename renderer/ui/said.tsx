import { directionOf, type InLanguages, type Language, pick } from '../../core/domain/words.ts';

/**
 * The text of the pack in the visitor's language. When it falls back on another one, the element says which, so that it
 * is read aloud and laid out as what it is (WCAG 3.1.2).
 */
export function Said<T>({
  words,
  language,
  text,
}: {
  readonly words: InLanguages<T>;
  readonly language: Language;
  readonly text: (words: T) => string | undefined;
}) {
  const picked = pick(words, language);
  const said = picked && text(picked.value);
  if (!picked || said === undefined) return null;
  return picked.fellBack ? (
    <bdi lang={picked.language} dir={directionOf(picked.language)}>
      {said}
    </bdi>
  ) : (
    said
  );
}
