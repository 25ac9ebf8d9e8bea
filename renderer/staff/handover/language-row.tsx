import type { Language } from '../../../core/domain/words.ts';
import { nameOf, SPOKEN } from '../../words/start-words.ts';
import styles from './handover.module.css';

type Props = {
  /** What is chosen here, for who hears the screen. */
  readonly label: string;
  readonly language: Language;
  readonly choose: (language: Language) => void;
};

/** The languages that a handover can be in, each by its own name. */
export function LanguageRow({ label, language, choose }: Props) {
  return (
    <fieldset className={styles.row} aria-label={label} data-item>
      {SPOKEN.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.language}
          aria-pressed={code === language}
          onClick={() => choose(code)}
        >
          {nameOf(code)}
        </button>
      ))}
    </fieldset>
  );
}
