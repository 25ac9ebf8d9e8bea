import { CircleStop, Volume2 } from 'lucide';
import { useWords } from '../hooks/use-words.ts';
import { useReading } from '../speech/use-reading.ts';
import { Icon } from '../ui/icon.tsx';
import { useTools } from './use-visit.ts';

/** The name of the screen as something that is read. */
export const SCREEN = 'screen';

/** Reads the screen aloud: the heading, what explains it, the choices. Pressed again, it stops. */
export function ReadAloud() {
  const say = useWords();
  const { language } = useTools();
  const { reading, press } = useReading(SCREEN, language, () => document.querySelector('main'));
  return (
    <button type="button" onClick={press}>
      <Icon of={reading ? CircleStop : Volume2} />
      {say(reading ? 'speech.stop' : 'speech.read')}
    </button>
  );
}
