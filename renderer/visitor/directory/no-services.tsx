import { HandHelping } from 'lucide';
import { useEffect, useState } from 'react';
import type { ServiceFilters } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { kiosk } from '../../kiosk.ts';
import { Button } from '../../ui/button.tsx';
import { useTools } from '../use-visit.ts';
import { filterLabel } from './filter-label.ts';
import { type Choice, choicesIn, without } from './filters.ts';
import styles from './no-services.module.css';

type Props = { readonly filters: ServiceFilters; readonly choose: (filters: ServiceFilters) => void };
type Way = { readonly choice: Choice; readonly total: number };

/** Nothing has all that was chosen: which choice to let go, with how many places there are then, and the desk. */
export function NoServices({ filters, choose }: Props) {
  const say = useWords();
  const { home, language, open } = useTools();
  const [ways, setWays] = useState<readonly Way[]>([]);
  useEffect(() => {
    let wanted = true;
    const total = async (choice: Choice): Promise<Way> => {
      const { total } = await kiosk.invoke('directory:list', {
        filters: without(filters, choice.key),
        page: 0,
      });
      return { choice, total };
    };
    // Whatever goes wrong here, the choices can still be let go above, and the desk is there.
    Promise.all(choicesIn(filters).map(total)).then(
      (found) => wanted && setWays(found.filter((way) => way.total > 0).sort((a, b) => b.total - a.total)),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [filters]);
  const chosen = choicesIn(filters).length > 0;
  return (
    <section className={styles.none} data-none>
      <h2>{say(chosen ? 'directory.none' : 'directory.empty')}</h2>
      <p>{say(chosen ? 'directory.noneLead' : 'directory.emptyLead')}</p>
      <div className={styles.ways}>
        {ways.map(({ choice, total }) => (
          <Button
            key={choice.key}
            label={say('directory.without', {
              choice: filterLabel(choice, say, home, language),
              places: say('directory.count', { count: total }),
            })}
            onPress={() => choose(without(filters, choice.key))}
          />
        ))}
        {chosen && ways.length === 0 && (
          <Button label={say('directory.withoutAll')} onPress={() => choose({})} />
        )}
        <Button
          look="quiet"
          icon={HandHelping}
          label={say('directory.askDesk')}
          onPress={() => open({ kind: 'desk' })}
        />
      </div>
    </section>
  );
}
