import type { ServiceFilters, ServicesPage } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { useTools } from '../use-visit.ts';
import { filterLabel } from './filter-label.ts';
import styles from './filter-sheet.module.css';
import { type Choice, type FilterKey, pressed } from './filters.ts';

type Props = {
  readonly filters: ServiceFilters;
  readonly page: ServicesPage;
  readonly choose: (filters: ServiceFilters) => void;
  readonly close: () => void;
};
type Offer = Choice & { readonly count?: number };

/** All that can be chosen by, as large buttons that stay pressed. The list behind it follows at once. */
export function FilterSheet({ filters, page, choose, close }: Props) {
  const say = useWords();
  const { home, language } = useTools();
  const { choices } = page;
  const valued = (key: FilterKey, offers: ServicesPage['choices']['topics']): Offer[] =>
    offers.map(({ value, count }) => ({ key, value, count }));
  // What no place has at all is no choice; what none of these places has is, and says so.
  const offered = (key: 'free' | 'wheelchair', count: number | null): Offer[] =>
    count === null ? [] : [{ key, value: true, count }];
  // In the order of the home screen; a topic that no pack knows has no name to show.
  const topics = home.topics.flatMap(
    ({ topic }) => choices.topics.find(({ value }) => value === topic.id) ?? [],
  );
  const groups: { readonly title: string; readonly offers: readonly Offer[] }[] = [
    {
      title: say('directory.by.handy'),
      offers: [
        { key: 'openNow', value: true },
        ...offered('free', choices.free),
        ...offered('wheelchair', choices.wheelchair),
      ],
    },
    {
      title: say('directory.by.topic'),
      offers: valued('topic', topics),
    },
    { title: say('directory.by.language'), offers: valued('language', choices.languages) },
    { title: say('directory.by.neighbourhood'), offers: valued('neighbourhood', choices.neighbourhoods) },
  ];
  const done = page.total === 0 ? say('directory.back') : say('directory.show', { count: page.total });
  return (
    <Sheet
      title={say('directory.chooseTitle')}
      closeLabel={say('directory.close')}
      close={close}
      readAloud
      foot={<Button look="strong" label={done} onPress={close} />}
    >
      {groups.map(({ title, offers }) =>
        offers.length === 0 ? null : (
          <section key={title} className={styles.group}>
            <h3>{title}</h3>
            <ul>
              {offers.map((offer) => (
                <li key={`${offer.key}-${offer.value}`} data-item>
                  <Toggle
                    label={filterLabel(offer, say, home, language)}
                    note={
                      offer.count === undefined ? undefined : say('directory.count', { count: offer.count })
                    }
                    on={filters[offer.key] === offer.value}
                    flip={() => choose(pressed(filters, offer))}
                    data-offer={offer.key}
                  />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </Sheet>
  );
}
