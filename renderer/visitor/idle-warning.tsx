import { ArrowRight, LogOut, Users } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../core/domain/words.ts';
import { SCROLLS_BY_ITSELF, TELLS_ITSELF } from '../hooks/use-activity.ts';
import { useWords } from '../hooks/use-words.ts';
import { kiosk } from '../kiosk.ts';
import { Button } from '../ui/button.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { useModal } from '../ui/use-modal.ts';
import styles from './idle-warning.module.css';
import { useWarnedAloud } from './use-warned-aloud.ts';

type Props = {
  readonly language: Language;
  readonly stop: () => void;
  /** Whoever is being helped may say so, and the kiosk waits longer. */
  readonly helped?: boolean;
};

/** Asks whether somebody is still there, and counts down. A touch anywhere is a yes. */
export function IdleWarning({ language, stop, helped = true }: Props) {
  const say = useWords();
  const [secondsLeft, setSecondsLeft] = useState<number>();
  useEffect(() => kiosk.on('idle:warned', (warned) => setSecondsLeft(warned.secondsLeft)), []);
  useEffect(() => kiosk.on('idle:calmed', () => setSecondsLeft(undefined)), []);

  const warned = secondsLeft !== undefined;
  const dialog = useModal(warned);
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A dialog gives the focus to the first that can have it, which would be the words.
    if (warned) actions.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [warned]);
  useWarnedAloud(secondsLeft, language);
  if (secondsLeft === undefined) return null;

  const goOn = (how: 'session:activity' | 'session:helped') => {
    setSecondsLeft(undefined);
    void kiosk.invoke(how, {}).catch(() => undefined); // A refusal is main's to log.
  };
  const stay = () => goOn('session:activity');
  return (
    <dialog
      ref={dialog}
      className={styles.warning}
      aria-labelledby="idle-title"
      aria-describedby="idle-left"
      onClose={stay}
      {...SCROLLS_BY_ITSELF}
    >
      <div className={styles.body}>
        <ScrollArea of="sheet" content={styles.words}>
          <div className={styles.clock} aria-hidden="true">
            {secondsLeft}
          </div>
          <h2 id="idle-title">{say('idle.title')}</h2>
          <p id="idle-left" role="timer">
            {say('idle.left', { count: secondsLeft })} {say('idle.erased')}
          </p>
          <p className={styles.calm} data-item>
            {say('idle.calm')}
          </p>
        </ScrollArea>
        <div ref={actions} className={styles.actions} {...TELLS_ITSELF}>
          <Button look="strong" icon={ArrowRight} mirrored label={say('idle.stay')} onPress={stay} />
          {helped && (
            <Button
              look="plain"
              icon={Users}
              label={say('idle.helped')}
              onPress={() => goOn('session:helped')}
            />
          )}
          <Button look="plain" icon={LogOut} mirrored label={say('idle.stop')} onPress={stop} />
        </div>
      </div>
    </dialog>
  );
}
