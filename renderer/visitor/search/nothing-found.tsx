import { HandHelping } from 'lucide';
import type { TopicOnPage } from '../../../core/contract/pages.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { PictureOf } from '../../ui/picture.tsx';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import styles from './nothing-found.module.css';

/** Nothing answers it: the nearest topics, and people. */
export function NothingFound({ nearest }: { readonly nearest: readonly TopicOnPage[] }) {
  const say = useWords();
  const { language, open } = useTools();
  return (
    <div className={styles.nothing}>
      <div role="status">
        <h2>{say('search.nothing')}</h2>
        <p>{say('search.nothingLead')}</p>
      </div>
      <ul>
        {nearest.map(({ topic, words }) => (
          <li key={topic.id} data-tint={topic.tint} data-item>
            <button
              type="button"
              className={styles.topic}
              onClick={() => open({ kind: 'topic', id: topic.id })}
            >
              <PictureOf name={topic.picture} size="small" />
              <Said words={words} language={language} text={({ name }) => name} />
            </button>
          </li>
        ))}
      </ul>
      <Button
        look="plain"
        icon={HandHelping}
        label={say('bar.desk')}
        onPress={() => open({ kind: 'desk' })}
      />
    </div>
  );
}
