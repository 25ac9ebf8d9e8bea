import { isForPost } from '../../../core/domain/directory/is-for-post.ts';
import { codesIn, pictureOf, reviewDay } from '../../../core/domain/directory/marks.ts';
import type { Service } from '../../../core/domain/directory/service.ts';
import { wordsOf } from '../../../core/domain/directory/translation.ts';
import { Id } from '../../../core/domain/id.ts';
import type { SearchDocument, SearchText } from '../../../core/domain/search-document.ts';
import { HOME_LANGUAGE, type InLanguages } from '../../../core/domain/words.ts';

/** A service that has no topic of the home screen is found all the same; no topic is called this. */
const NO_TOPIC = 'no-topic';
const LONGEST_SUMMARY = 160;

/** What can be found of a service, in each language that it has a name in; in others its Dutch texts fill in. */
export function serviceDocument(service: Service): SearchDocument {
  const { organization } = service;
  const name = wordsOf(service, 'name') ?? {};
  const description = wordsOf(service, 'description') ?? {};
  const alsoCalled = wordsOf(service, 'alternate_name');
  const more = [
    organization && wordsOf(organization, 'name'),
    organization && wordsOf(organization, 'alternate_name'),
    wordsOf(service, 'eligibility_description'),
    wordsOf(service, 'application_process'),
    wordsOf(service, 'fees_description'),
    wordsOf(service, 'alert'),
    ...(service.required_documents ?? []).map((each) => wordsOf(each, 'document')),
    ...placesToFind(service),
  ];
  const texts: Record<string, SearchText> = {};
  for (const language of Object.keys(name)) {
    const said = (words: InLanguages<string> | undefined) => words?.[language] ?? words?.[HOME_LANGUAGE];
    const whole = said(description) ?? '';
    texts[language] = {
      title: said(name) ?? '',
      summary: summaryOf(whole),
      alsoCalled: said(alsoCalled),
      body: [whole, ...more.map(said)].filter((text) => text !== undefined).join('\n'),
    };
  }
  return {
    kind: 'service',
    id: service.id,
    topic: codesIn(service, 'topic').find((code) => Id.safeParse(code).success) ?? NO_TOPIC,
    picture: pictureOf(service),
    review_by: reviewDay(service),
    texts,
  };
}

/** People ask for the house and the neighbourhood that they know: what the places are called, and where they stand. Each text once. */
function placesToFind({ service_at_locations = [] }: Service): (InLanguages<string> | undefined)[] {
  const texts = service_at_locations.flatMap(({ location }) => {
    if (location === undefined) return [];
    const visited = (location.addresses ?? []).filter((address) => !isForPost(address, location));
    return [
      wordsOf(location, 'name'),
      wordsOf(location, 'alternate_name'),
      ...visited.flatMap((address) => [{ [HOME_LANGUAGE]: address.address_1 }, wordsOf(address, 'region')]),
    ];
  });
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

/** The first sentences, as many as fit. */
function summaryOf(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  const end = text.slice(0, LONGEST_SUMMARY).lastIndexOf('. ');
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, LONGEST_SUMMARY - 1).trimEnd()}…`;
}
