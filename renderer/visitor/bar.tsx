import { ArrowLeft, Eye, HandHelping, House, LogOut } from 'lucide';
import { memo, useEffect } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { stopSpeaking } from '../speech/speak.ts';
import { SpeechNote } from '../speech/speech-note.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './bar.module.css';
import { useTold } from './desk/use-desk-line.ts';
import { ReadAloud, SCREEN } from './read-aloud.tsx';
import { useTools, useVisit } from './use-visit.ts';
import { canGoBack, here } from './visit.ts';

/** The bar at the bottom: always the same buttons in the same place. The desk is the only warm-coloured one. */
export function Bar() {
  const visit = useVisit();
  const { kind } = here(visit);
  const { language } = useTools();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read goes with the screen and the language it is on
  useEffect(() => stopSpeaking, [visit, language]);
  const told = useTold().kind;
  return (
    <Buttons
      atHome={kind === 'home'}
      atDesk={kind === 'desk'}
      canGoBack={canGoBack(visit)}
      told={told === 'coming' || told === 'walk' ? told : undefined}
    />
  );
}

type Props = {
  readonly atHome: boolean;
  readonly atDesk: boolean;
  readonly canGoBack: boolean;
  /** What came of asking the desk, for whoever went on reading: said where the desk is asked, on every screen. */
  readonly told: keyof typeof TOLD | undefined;
};

/** Somebody of the desk is on the way, or cannot come: as it is read, and as it is heard. */
const TOLD = {
  coming: { read: 'help.onTheWay', heard: 'help.coming' },
  walk: { read: 'help.walk', heard: 'help.late' },
} as const;

/** Drawn again only when one of them is: most taps change nothing here. */
const Buttons = memo(function Buttons({ atHome, atDesk, canGoBack: canBack, told }: Props) {
  const say = useWords();
  const { move, open, stop, openDisplay } = useTools();
  return (
    <nav className={styles.bar} aria-label={say('bar.label')}>
      <div className={styles.note}>
        <SpeechNote of={SCREEN} />
      </div>
      <div role="status" className={styles.heard} data-not-read>
        {/* The screen of the desk says it itself. */}
        {told !== undefined && !atDesk && say(TOLD[told].heard)}
      </div>
      <button type="button" disabled={!canBack} onClick={() => move({ kind: 'back' })}>
        <Icon of={ArrowLeft} className="mirrored" />
        {say('bar.back')}
      </button>
      <button type="button" disabled={atHome} onClick={() => move({ kind: 'home' })}>
        <Icon of={House} />
        {say('bar.home')}
      </button>
      <ReadAloud />
      <button type="button" onClick={stop}>
        <Icon of={LogOut} className="mirrored" />
        {say('bar.stop')}
      </button>
      <button type="button" aria-haspopup="dialog" onClick={openDisplay}>
        <Icon of={Eye} />
        {say('display.title')}
      </button>
      <button type="button" className={styles.desk} disabled={atDesk} onClick={() => open({ kind: 'desk' })}>
        <Icon of={HandHelping} />
        {say(told === undefined ? 'bar.desk' : TOLD[told].read)}
      </button>
    </nav>
  );
});
