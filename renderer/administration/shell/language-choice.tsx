import { ADMINISTRATION_WORDS } from '../../words/administration-words.ts';
import { useWords } from '../use-words.ts';
import styles from './shell.module.css';

/** The languages of the administration, each by its own name. */
export function LanguageChoice() {
  const { say, language, setLanguage } = useWords();
  return (
    <fieldset className={styles.languages} aria-label={say('language')}>
      {Object.entries(ADMINISTRATION_WORDS).map(([code, { languageName }]) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === language}
          onClick={() => setLanguage(code)}
        >
          {languageName}
        </button>
      ))}
    </fieldset>
  );
}
