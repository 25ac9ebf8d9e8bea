import { ChevronRight } from 'lucide';
import { useWords } from '../../hooks/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { useTools } from '../use-visit.ts';
import styles from './services-near.module.css';

type Props = { readonly topic: string; readonly count: number };

/** The way from a topic to the services there are for it. */
export function ServicesNear({ topic, count }: Props) {
  const say = useWords();
  const { open } = useTools();
  return (
    <section className={styles.near}>
      <h2>{say('directory.near')}</h2>
      <button
        type="button"
        className={styles.card}
        data-near
        data-item
        onClick={() => open({ kind: 'services', filters: { topic } })}
      >
        <PictureOf name="map-pin" />
        <span className={styles.words}>
          <span className={styles.count}>{say('directory.count', { count })}</span>
          <span className={styles.lead}>{say('directory.nearLead')}</span>
        </span>
        <Icon of={ChevronRight} className={`mirrored ${styles.arrow}`} />
      </button>
    </section>
  );
}
