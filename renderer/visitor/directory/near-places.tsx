import type { Id } from '../../../core/domain/id.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { useTools } from '../use-visit.ts';
import styles from './near-places.module.css';
import { ServiceCard } from './service-card.tsx';
import { useNear } from './use-near.ts';

/** Where an outcome sends to: the services that help soonest, and the way to all of them. Nothing when there are none. */
export function NearPlaces({ category }: { readonly category: Id }) {
  const say = useWords();
  const { open } = useTools();
  const near = useNear(category);
  if (near === undefined || near.services.length === 0) return null;
  const { total, services } = near;
  return (
    <section className={styles.near} data-near-places>
      <h2>{say('directory.near')}</h2>
      <ul>
        {services.map((service) => (
          <li key={service.id} data-item>
            <ServiceCard service={service} openIt={() => open({ kind: 'service', id: service.id })} />
          </li>
        ))}
      </ul>
      {total > services.length && (
        <Button
          label={say('directory.show', { count: total })}
          onPress={() => open({ kind: 'services', filters: { category } })}
        />
      )}
    </section>
  );
}
