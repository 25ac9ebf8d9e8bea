import type { ServiceFilters } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import card from '../../ui/press-card.module.css';
import { PressCard } from '../../ui/press-card.tsx';
import { useTools } from '../use-visit.ts';

type Props = { readonly title: string; readonly filters: ServiceFilters };

/** The way to the list of services, with choices that are made already. */
export function NearCard({ title, filters }: Props) {
  const say = useWords();
  const { open } = useTools();
  return (
    <PressCard
      picture="map-pin"
      size="large"
      onPress={() => open({ kind: 'services', filters })}
      data-near
      data-item
    >
      <span className={card.title}>{title}</span>
      <span className={card.text}>{say('directory.nearLead')}</span>
    </PressCard>
  );
}
