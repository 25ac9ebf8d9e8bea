import { BellRing, X } from 'lucide';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../../core/domain/words.ts';
import { kiosk } from '../../kiosk.ts';
import { chime } from '../../speech/play.ts';
import { Icon } from '../../ui/icon.tsx';
import { type HelpSay, helpSayings } from '../../words/help-words.ts';
import styles from './help.module.css';
import { useTopSheet } from './use-top-sheet.ts';

type Props = {
  readonly language: Language;
  /** Opens the list; undefined while nobody is signed in. */
  readonly open: (() => void) | undefined;
};

/**
 * Says, over whatever the desk is doing, that somebody at a screen asks for help: in sight as long as one waits, and with a sound when it
 * comes. Which screens, who waits longest first, and no more: whoever walks past a desk that is locked sees it too.
 */
export function HelpAlert({ language, open }: Props) {
  const say = helpSayings(language);
  const [waiting, setWaiting] = useState<readonly (number | null)[]>([]);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    let isTold = false;
    kiosk.invoke('help:waiting', {}).then(
      (now) => {
        if (isTold) return; // What was told meanwhile is newer.
        setWaiting(now);
        if (now.length > 0) setIsShown(true);
      },
      () => undefined,
    );
    return kiosk.on('help:changed', ({ waiting: now, rings }) => {
      isTold = true;
      setWaiting(now);
      if (rings) {
        setIsShown(true);
        chime().catch(() => undefined); // Without sound it is still in sight.
      }
      if (now.length === 0) setIsShown(false);
    });
  }, []);
  const sheet = useTopSheet(isShown);
  const alert = (
    <div role="alert" className={styles.alert}>
      {isShown && (
        <div className={styles.ringing}>
          <Icon of={BellRing} />
          <p>
            {whoRings(waiting, say)}
            {waiting.length > 1 && <span>{say('order', { screens: screensOf(waiting, say) })}</span>}
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

function whoRings(waiting: readonly (number | null)[], say: HelpSay): string {
  const [number = null] = waiting;
  if (waiting.length > 1) return say('ringsMany', { number: waiting.length });
  return number === null ? say('rings') : say('ringsAt', { number });
}

function screensOf(waiting: readonly (number | null)[], say: HelpSay): string {
  return waiting
    .map((number) => (number === null ? say('someScreen') : say('atScreen', { number })))
    .join(', ');
}
