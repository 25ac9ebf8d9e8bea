import { Check, Languages } from 'lucide';
import { useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { Icon } from '../ui/icon.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { nameOf, OFFERED } from '../words/start-words.ts';
import styles from './language-button.module.css';
import { useTools } from './use-visit.ts';

/** The language that is spoken now, and the way to another one. The answers stay. */
export function LanguageButton() {
  const say = useWords();
  const { language, home, chooseLanguage } = useTools();
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
        <Icon of={Languages} />
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
                  {code === language && <Icon of={Check} />}
                </button>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
