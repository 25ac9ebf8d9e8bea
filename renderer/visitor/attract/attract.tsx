import { ArrowRight, Eye, HandHelping, ShieldCheck } from 'lucide';
import { useEffect, useState } from 'react';
import type { Language } from '../../../core/domain/words.ts';
import { firstPaint } from '../../first-paint.ts';
import { useShown } from '../../hooks/use-shown.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Logo } from '../../ui/logo.tsx';
import { nameOf, OFFERED } from '../../words/start-words.ts';
import styles from './attract.module.css';
import { DeskPicture } from './desk-picture.tsx';

/** The screen that waits: what this is, that it is safe, and one large way in. The whole glass is that way. */
export function Attract({
  language,
  begin,
  askDesk,
  openDisplay,
}: {
  readonly language: Language;
  readonly begin: (language: Language) => void;
  readonly askDesk: () => void;
  readonly openDisplay: () => void;
}) {
  const say = useWords();
  useShown('attract');
  const [awake, setAwake] = useState(false);
  useEffect(() => void firstPaint.then(() => setAwake(true)), []);
  return (
    <main className={styles.screen} data-awake={awake}>
      <div className={styles.scene}>
        <Logo />
        <DeskPicture label={say('attract.picture')} />
      </div>
      <div className={styles.invitation}>
        <h1>{say('attract.title')}</h1>
        <p className={styles.lead}>{say('attract.lead')}</p>
        <button type="button" className={styles.start} onClick={() => begin(language)}>
          <span>{say('attract.start')}</span>
          <Icon of={ArrowRight} className={`mirrored ${styles.arrow}`} />
        </button>
        <div className={styles.ways}>
          <ul className={styles.languages} aria-label={say('attract.language')}>
            {OFFERED.map((code) => (
              <li key={code}>
                <button
                  type="button"
                  lang={code}
                  aria-pressed={code === language}
                  className={styles.language}
                  onClick={() => begin(code)}
                >
                  {nameOf(code)}
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.help}>
            <button type="button" className={styles.display} aria-haspopup="dialog" onClick={openDisplay}>
              <Icon of={Eye} />
              {say('display.title')}
            </button>
            <button type="button" className={`${styles.display} ${styles.desk}`} onClick={askDesk}>
              <Icon of={HandHelping} />
              {say('bar.desk')}
            </button>
          </div>
        </div>
        <p className={styles.private}>
          <Icon of={ShieldCheck} />
          {say('attract.private')}
        </p>
      </div>
    </main>
  );
}
