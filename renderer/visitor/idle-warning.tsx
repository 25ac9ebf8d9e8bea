import { ArrowRight, LogOut } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { kiosk } from '../kiosk.ts';
import { Button } from '../ui/button.tsx';
import styles from './idle-warning.module.css';

/** Asks whether somebody is still there, and counts down. A touch anywhere is a yes. */
export function IdleWarning({ stop }: { readonly stop: () => void }) {
  const say = useWords();
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => kiosk.on('idle:warned', (warned) => setSecondsLeft(warned.secondsLeft)), []);
  useEffect(() => kiosk.on('idle:calmed', () => setSecondsLeft(undefined)), []);

  const warned = secondsLeft !== undefined;
  useEffect(() => {
    if (warned && dialog.current?.open === false) dialog.current.showModal();
  }, [warned]);
  if (!warned) return null;

  const stay = () => {
    setSecondsLeft(undefined);
    void kiosk.invoke('session:activity', {}).catch(() => undefined); // A refusal is main's to log.
  };
  return (
    <dialog
      ref={dialog}
      className={styles.warning}
      aria-labelledby="idle-title"
      aria-describedby="idle-left"
      onClose={stay}
    >
      <div className={styles.body}>
        <div className={styles.clock} aria-hidden="true">
          {secondsLeft}
        </div>
        <h2 id="idle-title">{say('idle.title')}</h2>
        <p id="idle-left" role="timer">
          {say('idle.left', { count: secondsLeft })}
        </p>
        <p className={styles.calm}>{say('idle.calm')}</p>
        <div className={styles.actions}>
          <Button look="strong" icon={ArrowRight} mirrored label={say('idle.stay')} onPress={stay} />
          <Button look="plain" icon={LogOut} mirrored label={say('idle.stop')} onPress={stop} />
        </div>
      </div>
    </dialog>
  );
}
