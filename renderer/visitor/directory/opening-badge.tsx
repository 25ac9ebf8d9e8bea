import { Clock, DoorOpen } from 'lucide';
import type { Opening } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTools } from '../use-visit.ts';
import styles from './badges.module.css';
import { openingText } from './opening-text.ts';

/** Open now or when: in words, with a drawing of its own for each; the colour only repeats it. */
export function OpeningBadge({ opening }: { readonly opening: Opening }) {
  const say = useWords();
  const { language } = useTools();
  const open = opening.state === 'open';
  return (
    <span className={open ? styles.open : styles.closed} data-opening={opening.state}>
      <Icon of={open ? DoorOpen : Clock} />
      <span>{openingText(opening, say, language)}</span>
    </span>
  );
}
