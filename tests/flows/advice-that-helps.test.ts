import { describe, expect, it } from 'vitest';
import { articleTexts, outcomeTexts } from '../../core/domain/page-texts.ts';
import { shippedPack } from './shipped-pack.ts';

// What a debt counsellor, a Wmo consultant, a doctor's assistant and somebody just robbed would miss in an outcome.
const { flows, articles, contacts, words: shared, about } = shippedPack();
const flowOf = (id: string) => {
  const [found] = flows.filter(({ flow }) => flow.id === id);
  if (found === undefined) throw new Error(`There is no flow "${id}".`);
  return found;
};

it.each([
  ['wonen-en-kosten', 'vraag-vandaag-hulp', 'bel-vandaag-uw-gemeente', 'losing a home or power is for today'],
  ['schulden', 'vraag-om-later-betalen', 'meer-schulden-eerst-hulp', 'one promise can break another'],
  ['digid-stap-voor-stap', 'digid-niet-veilig', 'bel-ook-uw-bank', 'the thief may have the bank too'],
  ['werk-kwijt', 'ziek-vraag-uwv', 'teken-nog-niets', 'who signs while ill may lose money'],
  ['werk-kwijt', 'maak-u-klaar-voor-ww', 'teken-nog-niets', 'who signs may lose rights'],
  ['werk-kwijt', 'vraag-vast-digid-aan', 'teken-nog-niets', 'who signs may lose rights'],
  ['naar-wie-ga-ik', 'vraag-bijstand', 'krijgt-u-aow', 'the SVB helps whoever is old enough for AOW'],
  ['welke-toeslagen', 'opvang-en-bijstand', 'krijgt-u-aow', 'the SVB helps whoever is old enough for AOW'],
  ['werk-kwijt', 'bijstand-en-ww-vragen', 'krijgt-u-aow', 'the SVB helps whoever is old enough for AOW'],
  [
    'werk-kwijt',
    'vraag-de-gemeente-om-bijstand',
    'krijgt-u-aow',
    'the SVB helps whoever is old enough for AOW',
  ],
  ['naar-wie-ga-ik', 'ga-naar-de-huisarts', 'geen-huisarts', 'not everybody has a doctor'],
  ['naar-wie-ga-ik', 'vraag-hulp-bij-de-gemeente', 'koop-nog-niets', 'the municipality decides first'],
  ['brief-niet-begrijpen', 'vraag-de-balie', 'zoek-de-laatste-dag', 'a day that nobody looked for passes'],
])('in %s the outcome %s has the step %s: %s', (flow, outcome, step) => {
  expect(flowOf(flow).flow.outcomes[outcome]?.steps).toContain(step);
});

it.each([
  ['schulden', 'post-samen-openen', 'gemeente'],
  ['schulden', 'vraag-om-later-betalen', 'gemeente'],
  ['werk-kwijt', 'maak-u-klaar-voor-ww', 'juridisch-loket'],
  ['werk-kwijt', 'vraag-vast-digid-aan', 'juridisch-loket'],
  ['naar-wie-ga-ik', 'vraag-bijstand', 'svb'],
  ['welke-toeslagen', 'opvang-en-bijstand', 'svb'],
])('in %s the outcome %s says how to reach %s', (flow, outcome, contact) => {
  expect(flowOf(flow).flow.outcomes[outcome]?.contacts).toContain(contact);
});

describe.each(flows.map((each) => [each.flow.id, each] as const))('in %s', (_, { words }) => {
  it('whoever is told to call the sender of a letter looks the number up', () => {
    for (const { title, text = '' } of Object.values(words['nl']?.steps ?? {}))
      if (/Bel (vandaag )?wie de brief stuurde/.test(title))
        expect(text, title).toContain('Zoek het nummer zelf op');
  });

  it('nobody is told to say to a creditor that they want to pay', () => {
    expect(JSON.stringify(words['nl'])).not.toContain('ik wil betalen');
    expect(JSON.stringify(words['en'])).not.toContain('I want to pay');
  });
});

it.each([
  ['wonen-en-kosten', 'zeg-het-de-verhuurder', 'nieuwe contract'],
  ['naar-wie-ga-ik', 'meld-u-bij-de-gemeente', 'Kan het niet wachten?'],
  ['ouder-worden-thuis', 'meld-u-bij-de-gemeente', 'Kan het niet wachten?'],
  ['ik-zorg-voor-iemand', 'praat-met-de-huisarts', 'huisarts van die persoon'],
  ['aow', 'neem-contact-op-svb', 'geen geld'],
  ['kind-en-opvang', 'bel-en-vraag-wat-telt', 'vandaag'],
  ['schulden', 'maak-stapels', 'vandaag'],
])('in %s the step %s says: %s', (flow, step, said) => {
  expect(flowOf(flow).words['nl']?.steps[step]?.text).toContain(said);
});

it('a program that a stranger had put on a computer counts as looking along', () => {
  const { words } = flowOf('is-dit-bericht-echt');
  expect(words['nl']?.questions['wat-heeft-u-gedaan']?.answers?.['meekijken']?.note).toContain('programma');
});

it.each([
  ['phishing', /Bel meteen uw bank/],
  ['digid-kwijt', /Gaf u ook iets van uw bank/],
  ['energie-betalen', /Zeg dat er haast is/],
  ['brief-van-de-overheid', /Zoek het nummer zelf op/],
  ['hulp-bij-huur', /vandaag.* uw gemeente/],
  ['schuldhulp', /deurwaarder/],
  ['ww-uitkering', /Juridisch Loket/],
  ['wmo', /Juridisch Loket/],
  ['kinderopvangtoeslag', /Bel dan vandaag de BelastingTelefoon/],
])('the article %s says %s', (id, said) => {
  const text = articles.find(({ article }) => article.id === id)?.texts['nl'];
  if (text === undefined) throw new Error(`There is no article "${id}".`);
  expect(articleTexts(text, [], 'nl').join(' ')).toMatch(said);
});

describe.each(about.languages)(
  'whoever is named in %s and has a telephone stands there with the number',
  (language) => {
    const callable = Object.keys(contacts).filter((id) => contacts[id]?.phone !== undefined);

    /** Those with a telephone whom a text names: by the name of the contact, by either half of "Mantelzorglijn (carers' line)", or as "helpdesk" of DigiD. */
    const namedIn = (text: string) =>
      callable.filter((id) => {
        const [name = '', short = name] = (shared[language]?.contacts[id]?.name ?? id).split(/ \(|\)/);
        return [name, short, ...(id === 'digid' ? ['DigiD-helpdesk', 'DigiD help desk'] : [])].some((each) =>
          text.toLowerCase().includes(each.toLowerCase()),
        );
      });

    it('in every outcome', () => {
      const missing = flows.flatMap(({ flow, words }) =>
        Object.entries(flow.outcomes).flatMap(([id, outcome]) => {
          const page = { flow, texts: words, shared, contacts: [] };
          return namedIn(outcomeTexts(page, id, language).join(' '))
            .filter((contact) => !outcome.contacts.includes(contact))
            .map((contact) => `${flow.id}, ${id}: ${contact}`);
        }),
      );
      expect(missing).toEqual([]);
    });

    it('in every article', () => {
      const missing = articles.flatMap(({ article, texts }) => {
        const text = texts[language];
        if (text === undefined) throw new Error(`The article "${article.id}" has no text in ${language}.`);
        return namedIn(articleTexts(text, [], language).join(' '))
          .filter((contact) => !article.contacts.includes(contact))
          .map((contact) => `${article.id}: ${contact}`);
      });
      expect(missing).toEqual([]);
    });
  },
);
