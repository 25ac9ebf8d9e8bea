import { BellRing, X } from 'lucide';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Output } from '../../../core/contract/ipc.ts';
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
 * comes. Also that this desk said that it goes, when it began again since. Which screens, who waits longest first, and no more: whoever walks past a desk that is locked sees it too.
 */
export function HelpAlert({ language, open }: Props) {
  const say = helpSayings(language);
  const [{ waiting, promised }, setAsked] = useState<Asked>({ waiting: [], promised: [] });
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    let isTold = false;
    kiosk.invoke('help:waiting', {}).then(
      (now) => {
        if (isTold) return; // What was told meanwhile is newer.
        setAsked(now);
        if (isAsked(now)) setIsShown(true);
      },
      () => undefined,
    );
    return kiosk.on('help:changed', ({ rings, ...now }) => {
      isTold = true;
      setAsked(now);
      if (rings) {
        setIsShown(true);
        chime().catch(() => undefined); // Without sound it is still in sight.
      }
      if (!isAsked(now)) setIsShown(false);
    });
  }, []);
  const sheet = useTopSheet(isShown);
  const alert = (
    <div role="alert" className={styles.alert}>
      {isShown && (
        <div className={styles.ringing}>
          <Icon of={BellRing} />
          <p>
            {waiting.length > 0 && whoRings(waiting, say)}
            {promised.length > 0 && <span>{say('wouldGo', { screens: screensOf(promised, say) })}</span>}
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

type Asked = Output<'help:waiting'>;

function isAsked({ waiting, promised }: Asked): boolean {
  return waiting.length + promised.length > 0;
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
