import type { Language } from '../../core/domain/words.ts';
import { nameOf } from '../words/start-words.ts';

type Props = {
  /** What is chosen here, for who hears the screen. */
  readonly label: string;
  readonly languages: readonly Language[];
  readonly language: Language;
  readonly choose: (language: Language) => void;
  /** What is said of a language in which something is missing; undefined of one in which nothing is. */
  readonly missingIn?: (language: Language) => string | undefined;
  readonly className: string | undefined;
  readonly buttonClassName: string | undefined;
};

/** Languages to choose from, each by its own name, one of them pressed. */
export function LanguageRow({
  label,
  languages,
  language,
  choose,
  missingIn,
  className,
  buttonClassName,
}: Props) {
  return (
    <fieldset className={className} aria-label={label} data-item>
      {languages.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={buttonClassName}
          aria-pressed={code === language}
          aria-label={missingIn?.(code)}
          data-missing={missingIn?.(code) === undefined ? undefined : ''}
          onClick={() => choose(code)}
        >
          {nameOf(code)}
        </button>
      ))}
    </fieldset>
  );
}
