import { SlidersHorizontal, X } from 'lucide';
import type { ServiceFilters } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useTools } from '../use-visit.ts';
import styles from './filter-bar.module.css';
import { filterLabel } from './filter-label.ts';
import { choicesIn, without } from './filters.ts';

type Props = {
  readonly filters: ServiceFilters;
  readonly choose: (filters: ServiceFilters) => void;
  readonly openSheet: () => void;
};

/** The way to the choices, and those that are made: one touch lets one go. */
export function FilterBar({ filters, choose, openSheet }: Props) {
  const say = useWords();
  const { home, language } = useTools();
  return (
    <div className={styles.bar}>
      <Button look="plain" icon={SlidersHorizontal} label={say('directory.choose')} onPress={openSheet} />
      {choicesIn(filters).map((choice) => {
        const label = filterLabel(choice, say, home, language);
        return (
          <button
            key={choice.key}
            type="button"
            className={styles.chosen}
            data-chosen={choice.key}
            aria-label={say('directory.letGo', { choice: label })}
            onClick={() => choose(without(filters, choice.key))}
          >
            {label}
            <Icon of={X} />
          </button>
        );
      })}
    </div>
  );
}
