import type { ServicePage } from '../../../core/contract/directory.ts';
import { siteText } from '../../../core/domain/day-text.ts';
import { areaText } from '../../../core/domain/directory/area-text.ts';
import { spokenText } from '../../../core/domain/directory/spoken.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import type { Say } from '../../words/start-words.ts';
import { useTools } from '../use-visit.ts';
import { InfoCard } from './info-card.tsx';
import { ServiceCosts } from './service-costs.tsx';
import { SpokenLines } from './spoken-lines.tsx';

/** Who may come, what it costs, what to bring, how to arrange it, which languages they speak: a card for each. */
export function ServiceFacts({ page }: { readonly page: ServicePage }) {
  const say = useWords();
  const { language } = useTools();
  const line = (words: ServicePage['description']) =>
    words === undefined ? null : (
      <p>
        <Said words={words} language={language} text={(text) => text} />
      </p>
    );
  const age = ageText(page, say);
  const areas = areaText(page.service_areas, language);
  const documents = page.required_documents.filter(({ document, uri }) => (document ?? uri) !== undefined);
  const isSpoken = spokenText(page.languages, language) !== undefined;
  return (
    <>
      {(page.eligibility_description ?? age ?? areas) !== undefined && (
        <InfoCard picture="users" title={say('directory.who')}>
          {line(page.eligibility_description)}
          {age !== undefined && <p>{age}</p>}
          {areas !== undefined && <p>{say('directory.area', { areas })}</p>}
        </InfoCard>
      )}
      <ServiceCosts page={page} />
      {documents.length > 0 && (
        <InfoCard picture="id-card" title={say('directory.bring')}>
          <ul>
            {documents.map(({ document = {}, uri }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a thing to bring has no other name than its place
              <li key={index}>
                <Said words={document} language={language} text={(text) => text} />
                {uri !== undefined && (
                  <p>
                    <bdi dir="ltr">{siteText(uri)}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </InfoCard>
      )}
      {(page.application_process ?? page.wait_time) !== undefined && (
        <InfoCard picture="clipboard-list" title={say('directory.apply')}>
          {line(page.application_process)}
          {line(page.wait_time)}
        </InfoCard>
      )}
      {(isSpoken || page.interpretation_services !== undefined) && (
        <InfoCard picture="languages" title={say('directory.languages')}>
          <SpokenLines spoken={page.languages} />
          {line(page.interpretation_services)}
        </InfoCard>
      )}
    </>
  );
}

function ageText({ minimum_age: from, maximum_age: to }: ServicePage, say: Say): string | undefined {
  if (from !== undefined && to !== undefined) return say('directory.ageBetween', { from, to });
  if (from !== undefined) return say('directory.ageFrom', { from });
  return to === undefined ? undefined : say('directory.ageTo', { to });
}
