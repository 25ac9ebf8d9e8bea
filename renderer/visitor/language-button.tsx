import { Check, Languages } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Sheet } from '../ui/sheet.tsx';
import { nameOf, OFFERED } from '../words/start-words.ts';
import styles from './language-button.module.css';
import { useVisit } from './use-visit.ts';

/** The language that is spoken now, and the way to another one. The answers stay. */
export function LanguageButton() {
  const say = useWords();
  const { language, home, chooseLanguage } = useVisit();
  const [open, setOpen] = useState(false);
  const offered = OFFERED.filter((code) => home.languages.length === 0 || home.languages.includes(code));
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={say('language.button', { name: nameOf(language) })}
        onClick={() => setOpen(true)}
      >
        <Languages aria-hidden="true" />
        {nameOf(language)}
      </button>
      {open && (
        <Sheet title={say('language.title')} closeLabel={say('language.close')} close={() => setOpen(false)}>
          <ul className={styles.list}>
            {offered.map((code) => (
              <li key={code}>
                <button
                  type="button"
                  lang={code}
                  className={styles.choice}
                  aria-pressed={code === language}
                  onClick={() => {
                    chooseLanguage(code);
                    setOpen(false);
                  }}
                >
                  {nameOf(code)}
                  {code === language && <Check aria-hidden="true" />}
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
