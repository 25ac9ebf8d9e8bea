import { ArrowLeft, HandHelping, House, LogOut } from 'lucide-react';
import { useWords } from '../hooks/use-words.ts';
import styles from './bar.module.css';
import { useVisit } from './use-visit.ts';
import { canGoBack, here } from './visit.ts';

/** The bar at the bottom: always the same buttons in the same place. The desk is the only warm-coloured one. */
export function Bar() {
  const say = useWords();
  const { visit, move, stop } = useVisit();
  const atDesk = here(visit).kind === 'desk';
  return (
    <nav className={styles.bar} aria-label={say('bar.label')}>
      <button type="button" disabled={!canGoBack(visit)} onClick={() => move({ kind: 'back' })}>
        <ArrowLeft className="mirrored" aria-hidden="true" />
        {say('bar.back')}
      </button>
      <button type="button" disabled={here(visit).kind === 'home'} onClick={() => move({ kind: 'home' })}>
        <House aria-hidden="true" />
        {say('bar.home')}
      </button>
      <button type="button" onClick={stop}>
        <LogOut className="mirrored" aria-hidden="true" />
        {say('bar.stop')}
      </button>
      <button
        type="button"
        className={styles.desk}
        disabled={atDesk}
        onClick={() => move({ kind: 'go', place: { kind: 'desk' } })}
      >
        <HandHelping aria-hidden="true" />
        {say('bar.desk')}
      </button>
    </nav>
  );
}
