import { directionOf, type InLanguages, type Language, pick } from '../../core/domain/words.ts';

type Props<T> = {
  readonly words: InLanguages<T>;
  readonly language: Language;
  readonly text: (words: T) => string | undefined;
};

/**
 * The text of the pack in the visitor's language. When it falls back on another one, the element says which, so that it
 * is read aloud and laid out as what it is (WCAG 3.1.2).
 */
export function Said<T>({ words, language, text }: Props<T>) {
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

/**
 * The same as a paragraph, or another element, of its own. Without anything to say it is not there at all: a text that may be left
 * out, or one whose only sentence went with an amount that is past its last day.
 */
export function SaidLine<T>({
  as: Element = 'p',
  className,
  ...said
}: Props<T> & { readonly as?: 'p' | 'small'; readonly className?: string | undefined }) {
  const picked = pick(said.words, said.language);
  if (!picked || !said.text(picked.value)) return null;
  return (
    <Element className={className}>
      <Said {...said} />
    </Element>
  );
}
