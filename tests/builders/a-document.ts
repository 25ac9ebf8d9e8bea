import type { SearchDocument, SearchText } from '../../core/domain/search-document.ts';

/** A text of which only the title matters, or these parts of it. */
export type TextParts = string | Partial<SearchText>;

/** An article that can be found, by its id and its texts. */
export function aDocument(
  id: string,
  texts: Readonly<Record<string, TextParts>>,
  rest: Partial<SearchDocument> = {},
): SearchDocument {
  const whole = (parts: TextParts): SearchText => ({
    title: typeof parts === 'string' ? parts : '',
    summary: '',
    body: '',
    ...(typeof parts === 'string' ? {} : parts),
  });
  return {
    kind: 'article',
    id,
    topic: 'geld',
    picture: 'book',
    texts: Object.fromEntries(Object.entries(texts).map(([language, parts]) => [language, whole(parts)])),
    ...rest,
  };
}
