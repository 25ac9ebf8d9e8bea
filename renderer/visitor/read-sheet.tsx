import { CircleStop, Volume2 } from 'lucide';
import { useEffect } from 'react';
import { useWords } from '../hooks/use-words.ts';
import { stopSpeaking } from '../speech/speak.ts';
import { useReading } from '../speech/use-reading.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './read-sheet.module.css';
import { useTools } from './use-visit.ts';

/** The name of a sheet as something that is read. */
export const SHEET = 'sheet';

/** Reads the sheet that it stands in aloud. The bar lies under the sheet, out of reach; when the sheet goes, it is quiet. */
export function ReadSheet({ sheet }: { readonly sheet: { readonly current: HTMLElement | null } }) {
  const say = useWords();
  const { language } = useTools();
  const { reading, press } = useReading(SHEET, language, () => sheet.current);
  useEffect(() => stopSpeaking, []);
  return (
    <button type="button" className={styles.read} data-not-read onClick={press}>
      <Icon of={reading ? CircleStop : Volume2} />
      {say(reading ? 'speech.stop' : 'speech.read')}
    </button>
  );
}
