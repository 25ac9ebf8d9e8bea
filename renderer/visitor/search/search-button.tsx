import { Search } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTools } from '../use-visit.ts';
import styles from './search-button.module.css';

/** The way to the search screen, above every screen. */
export function SearchButton() {
  const say = useWords();
  const { move } = useTools();
  return (
    <button
      type="button"
      className={styles.button}
      onClick={() => move({ kind: 'go', place: { kind: 'search', typed: { text: '' } } })}
    >
      <Icon of={Search} />
      {say('search.button')}
    </button>
  );
}
