import type { ServicePage } from '../../../core/contract/directory.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { InfoCard } from './info-card.tsx';

/** What a service costs: that it is free, or what is said of it and the amounts. Nothing when nothing is known. */
export function ServiceCosts({ page }: { readonly page: ServicePage }) {
  const say = useWords();
  const { language } = useTools();
  const paid = page.cost_options.filter(({ amount }) => amount !== undefined && amount > 0);
  if (page.fees_description === undefined && !page.free && paid.length === 0) return null;
  return (
    <InfoCard picture="euro" title={say('directory.cost')}>
      {page.fees_description === undefined ? (
        page.free && <p>{say('directory.noCost')}</p>
      ) : (
        <p>
          <Said words={page.fees_description} language={language} text={(text) => text} />
        </p>
      )}
      {paid.length > 0 && (
        <ul>
          {paid.map(({ option, amount, currency, amount_description }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a price has no other name than its place
            <li key={index}>
              <bdi dir="ltr">
                {new Intl.NumberFormat(language, {
                  style: 'currency',
                  currency: currency ?? 'EUR',
                  numberingSystem: 'latn',
                }).format(amount ?? 0)}
              </bdi>{' '}
              <Said words={amount_description ?? option ?? {}} language={language} text={(text) => text} />
            </li>
          ))}
        </ul>
      )}
    </InfoCard>
  );
}
