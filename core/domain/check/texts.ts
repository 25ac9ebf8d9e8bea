import type { ArticleText } from '../article.ts';
import type { Pack } from '../pack.ts';
import type { Field } from '../pack-source.ts';
import { runsText } from '../page-texts.ts';
import type { Language } from '../words.ts';

/** A piece of running text that visitors read, with its place. Labels are short; they need not be sentences. */
export type PlacedText = {
  readonly file: string;
  readonly field: Field;
  readonly language: Language;
  readonly text: string;
  readonly label: boolean;
  /** Opening hours: terms by nature, and no sentences. */
  readonly hours: boolean;
};

/** A text in a file that is known. */
type TextInFile = Omit<PlacedText, 'file' | 'language' | 'hours'>;

/** Every text of a pack that visitors read. */
export function textsOf(pack: Pack): PlacedText[] {
  const about = Object.entries(pack.words).flatMap(([language, words]) =>
    placed(`words.${language}.yaml`, language, strings(words, [])),
  );
  const flows = pack.flows.flatMap(({ flow, words: all }) =>
    Object.entries(all).flatMap(([language, words]) =>
      placed(`flows/${flow.id}/words.${language}.yaml`, language, strings(words, [])),
    ),
  );
  const articles = pack.articles.flatMap(({ article, texts }) =>
    Object.entries(texts).flatMap(([language, text]) =>
      placed(`articles/${article.id}/${language}.md`, language, inArticle(text)),
    ),
  );
  return [...about, ...flows, ...articles];
}

function placed(file: string, language: Language, texts: readonly TextInFile[]): PlacedText[] {
  return texts.map((text) => ({ ...text, file, language, hours: isHours(text.field) }));
}

/** A contact or a flow may be called so; of a contact it is what stands under its name. */
function isHours(field: Field): boolean {
  return field[0] === 'contacts' && field.length === 3 && field[2] === 'hours';
}

function inArticle({ title, lead, blocks, alt }: ArticleText): TextInFile[] {
  return [
    { field: ['title'], text: title, label: true },
    ...(alt === undefined ? [] : [{ field: ['alt'], text: alt, label: false }]),
    { field: ['lead'], text: runsText(lead), label: false },
    ...blocks.flatMap((block, index): TextInFile[] =>
      block.kind === 'list'
        ? block.items.map(({ runs }, position) => ({
            field: ['blocks', index, 'items', position],
            text: runsText(runs),
            label: false,
          }))
        : [{ field: ['blocks', index], text: runsText(block.runs), label: block.kind === 'heading' }],
    ),
  ];
}

const LABELS = ['name', 'hint', 'label', 'title'];

/** In words files everything is a text, or holds texts by their names. */
function strings(value: unknown, field: Field): TextInFile[] {
  if (typeof value === 'string')
    return [{ field, text: value, label: LABELS.includes(String(field.at(-1))) }];
  return Object.entries(Object(value)).flatMap(([key, inner]) => strings(inner, [...field, key]));
}
