import type { SearchHit, SearchPage } from '../../../core/contract/search.ts';
import { useWords } from '../../hooks/use-words.ts';
import styles from './found.module.css';
import { HitCard } from './hit-card.tsx';
import { NothingFound } from './nothing-found.tsx';

/** What was found: the best three large, the rest by kind. */
export function Found({ page }: { readonly page: SearchPage }) {
  const say = useWords();
  const count = page.best.length + page.groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return (
    <>
      <p className={styles.count} role="status">
        {page.nothingFound ? '' : say('search.found', { count })}
      </p>
      {page.nothingFound ? (
        <NothingFound nearest={page.nearest} />
      ) : (
        <div className={styles.found}>
          <Hits hits={page.best} large />
          {page.groups.map(({ kind, hits }) => (
            <section key={kind}>
              <h2>{say(`search.kinds.${kind}`)}</h2>
              <Hits hits={hits} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function Hits({ hits, large = false }: { readonly hits: readonly SearchHit[]; readonly large?: boolean }) {
  return (
    <ul className={large ? styles.best : styles.rest}>
      {hits.map((hit) => (
        <li key={`${hit.kind}-${hit.id}`} data-item>
          <HitCard hit={hit} large={large} />
        </li>
      ))}
    </ul>
  );
}
