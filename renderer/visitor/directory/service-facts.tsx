import type { ServicePage } from '../../../core/contract/directory.ts';
import { languageName } from '../../../core/domain/language-name.ts';
import { pick } from '../../../core/domain/words.ts';
import { useWords } from '../../hooks/use-words.ts';
import { Said } from '../../ui/said.tsx';
import type { Say } from '../../words/start-words.ts';
import { useTools } from '../use-visit.ts';
import { InfoCard } from './info-card.tsx';
import { ServiceCosts } from './service-costs.tsx';

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
  const documents = page.required_documents.flatMap(({ document }) =>
    document === undefined ? [] : [document],
  );
  const spoken = page.languages.flatMap(
    ({ code, name }) => (code ? languageName(code, language) : pick(name ?? {}, language)?.value) ?? [],
  );
  return (
    <>
      {(page.eligibility_description !== undefined || age !== undefined) && (
        <InfoCard picture="users" title={say('directory.who')}>
          {line(page.eligibility_description)}
          {age !== undefined && <p>{age}</p>}
        </InfoCard>
      )}
      <ServiceCosts page={page} />
      {documents.length > 0 && (
        <InfoCard picture="id-card" title={say('directory.bring')}>
          <ul>
            {documents.map((document, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a thing to bring has no other name than its place
              <li key={index}>
                <Said words={document} language={language} text={(text) => text} />
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
      {(spoken.length > 0 || page.interpretation_services !== undefined) && (
        <InfoCard picture="languages" title={say('directory.languages')}>
          {spoken.length > 0 && (
            <p>{new Intl.ListFormat(language, { type: 'conjunction' }).format(spoken)}</p>
          )}
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
