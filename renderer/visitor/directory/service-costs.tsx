import type { ServicePage } from '../../../core/contract/directory.ts';
import { toldCosts } from '../../../core/domain/directory/told-costs.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import { useTools } from '../use-visit.ts';
import { InfoCard } from './info-card.tsx';

/** What a service costs: that it is free, or what is said of it and the amounts. Nothing when nothing is known. */
export function ServiceCosts({ page }: { readonly page: ServicePage }) {
  const say = useWords();
  const { language } = useTools();
  const costs = toldCosts(page.free, page.cost_options);
  if (page.fees_description === undefined && !page.free && costs.length === 0) return null;
  const price = (amount: number, currency = 'EUR') =>
    new Intl.NumberFormat(language, { style: 'currency', currency, numberingSystem: 'latn' }).format(amount);
  return (
    <InfoCard picture="euro" title={say('directory.cost')}>
      {page.fees_description === undefined ? (
        page.free && <p>{say('directory.noCost')}</p>
      ) : (
        <p>
          <Said words={page.fees_description} language={language} text={(text) => text} />
        </p>
      )}
      {costs.length > 0 && (
        <ul>
          {costs.map(({ option, amount, currency, amount_description }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a price has no other name than its place
            <li key={index}>
              {option !== undefined && (
                <>
                  <Said words={option} language={language} text={(text) => text} />
                  {(amount !== undefined || amount_description !== undefined) && ': '}
                </>
              )}
              {amount === 0 && say('directory.free')}
              {amount !== undefined && amount > 0 && <bdi dir="ltr">{price(amount, currency)}</bdi>}
              {amount_description !== undefined && (
                <>
                  {amount !== undefined && ' '}
                  <Said words={amount_description} language={language} text={(text) => text} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </InfoCard>
  );
}
