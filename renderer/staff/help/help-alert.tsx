import { BellRing, X } from 'lucide';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import { chime } from '../../speech/play.ts';
import { Icon } from '../../ui/icon.tsx';
import { helpSayings } from '../../words/help-words.ts';
import styles from './help.module.css';
import { useTopSheet } from './use-top-sheet.ts';

type Props = {
  readonly language: Language;
  /** Opens the list; undefined while nobody is signed in. */
  readonly open: (() => void) | undefined;
};

/**
 * Says, over whatever the desk is doing, that somebody at a screen asks for help: in sight as long as one waits, and with a sound when it
 * comes. Which screen, and no more: whoever walks past a desk that is locked sees it too.
 */
export function HelpAlert({ language, open }: Props) {
  const say = helpSayings(language);
  const [number, setNumber] = useState<number | null>(null);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    kiosk.invoke('help:waiting', {}).then(
      (waiting) => waiting > 0 && setIsShown(true),
      () => undefined,
    );
    return kiosk.on('help:changed', ({ waiting, rings, number: at }) => {
      if (rings) {
        setNumber(at);
        setIsShown(true);
        chime().catch(() => undefined); // Without sound it is still in sight.
      }
      if (waiting === 0) setIsShown(false);
    });
  }, []);
  const sheet = useTopSheet(isShown);
  const alert = (
    <div role="alert" className={styles.alert}>
      {isShown && (
        <div className={styles.ringing}>
          <Icon of={BellRing} />
          <p>
            {number === null ? say('rings') : say('ringsAt', { number })}
            {open === undefined && <span>{say('signIn')}</span>}
          </p>
          {open && (
            <button
              type="button"
              className={styles.open}
              onClick={() => {
                setIsShown(false);
                open();
              }}
            >
              {say('open')}
            </button>
          )}
          <button
            type="button"
            className={styles.close}
            aria-label={say('close')}
            onClick={() => setIsShown(false)}
          >
            <Icon of={X} />
          </button>
        </div>
      )}
    </div>
  );
  return sheet === undefined ? alert : createPortal(alert, sheet);
}
