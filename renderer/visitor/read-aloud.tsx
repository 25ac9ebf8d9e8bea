import { CircleStop, Volume2 } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { screenParts } from '../speech/screen-parts.ts';
import { speakParts, stopSpeaking } from '../speech/speak.ts';
import { useSpeaking } from '../speech/use-speaking.ts';
import { Icon } from '../ui/icon.tsx';
import { wordsLanguage } from '../words/start-words.ts';
import { useTools } from './use-visit.ts';

/** The name of the screen as something that is read. */
export const SCREEN = 'screen';

/** Reads the screen aloud: the heading, what explains it, the choices. Pressed again, it stops. */
export function ReadAloud() {
  const say = useWords();
  const { language } = useTools();
  const { what, outcome } = useSpeaking();
  const reading = what === SCREEN && outcome === undefined;
  const read = () => {
    const screen = document.querySelector('main');
    if (screen === null) return;
    void speakParts(screenParts(screen, wordsLanguage(language)), { what: SCREEN });
  };
  return (
    <button type="button" onClick={reading ? stopSpeaking : read}>
      <Icon of={reading ? CircleStop : Volume2} />
      {say(reading ? 'speech.stop' : 'speech.read')}
    </button>
  );
}
