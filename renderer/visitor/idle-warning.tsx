import { ArrowRight, LogOut, Users } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../core/domain/words.ts';
import { SCROLLS_BY_ITSELF, TELLS_ITSELF } from '../hooks/use-activity.ts';
import { useWords } from '../hooks/use-words.ts';
import { kiosk } from '../kiosk.ts';
import { chime } from '../speech/play.ts';
import { speakParts, stopSpeaking } from '../speech/speak.ts';
import { Button } from '../ui/button.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { useModal } from '../ui/use-modal.ts';
import { wordsLanguage } from '../words/start-words.ts';
import styles from './idle-warning.module.css';

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once a warning, with the seconds that were left then
  useEffect(() => {
    if (!warned) return;
    const called = new AbortController();
    const warn = async () => {
      await chime();
      if (called.signal.aborted) return;
      const text = `${say('idle.title')} ${say('idle.left', { count: secondsLeft })}`;
      // Not activity: the kiosk must not keep itself awake by talking.
      await speakParts([{ text, language: wordsLanguage(language) }], { what: 'idle', isActivity: false });
    };
    warn().catch(() => undefined); // Without sound, the warning is still in sight.
    return () => {
      called.abort();
      stopSpeaking();
    };
  }, [warned]);
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
            {say('idle.left', { count: secondsLeft })}
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
