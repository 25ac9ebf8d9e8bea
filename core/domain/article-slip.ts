import { amountSources } from './amount-sources.ts';
import type { Article, ArticleText, Block, Run } from './article.ts';
import { anyStale, type FillSetting } from './fill.ts';
import { filledArticle } from './filled-article.ts';
import { articleTexts, runsText } from './page-texts.ts';
import type { Slip, SlipSection, SlipText } from './slip.ts';
import { addressOf, checkedOf, contactsOf, type NamedContact, own, said, sectionOf } from './slip-parts.ts';
import type { SlipWords } from './slip-words.ts';
import type { TopicWords } from './topic.ts';
import { type InLanguages, pick } from './words.ts';

/** An article with all that it says. `outdated`: its review day has passed. */
export type ArticleToTake = FillSetting & {
  readonly article: Article;
  readonly texts: InLanguages<ArticleText>;
  /** The names of its topic. */
  readonly words: InLanguages<TopicWords>;
  readonly contacts: readonly NamedContact[];
  readonly outdated: boolean;
};

/** The slip of an article, whole, in the language of the words. Undefined when it is outdated. */
export function articleSlip(page: ArticleToTake, words: SlipWords): Slip | undefined {
  const picked = pick(page.texts, words.language);
  const about = said(page.words, words.language, ({ name }) => name);
  if (picked === undefined || about === undefined || page.outdated) return undefined;
  const { value: text, language } = picked;
  const tell = (runs: readonly Run[]): SlipText => ({
    text: runsText(runs),
    language,
  });
  const { lead, blocks } = filledArticle(text, language, page);
  const whole = articleTexts(text, page.contacts, words.language);
  const checked = checkedOf(page.article.sources, amountSources(whole, page), words);
  const address = addressOf(page.contacts);
  return {
    language: words.language,
    about,
    title: { text: text.title, language },
    lead: tell(lead),
    ...(anyStale(whole, page) && { notice: own(words.stale, words) }),
    sections: [...sectionsIn(blocks, tell), ...contactsOf(page.contacts, page, words)],
    ...(checked && { checked }),
    desk: own(words.desk, words),
    ...(address !== undefined && { address }),
  };
}

/** What stands under one heading becomes sections: paragraphs and lists apart, the heading above the first. */
function sectionsIn(blocks: readonly Block[], tell: (runs: readonly Run[]) => SlipText): SlipSection[] {
  const sections: SlipSection[] = [];
  let heading: SlipText | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading = tell(block.runs);
      continue;
    }
    const kind = block.kind === 'paragraph' ? 'text' : block.ordered ? 'steps' : 'list';
    const runs = block.kind === 'paragraph' ? [block.runs] : block.items.map((item) => item.runs);
    const items = runs.map((all) => ({ text: tell(all) }));
    const last = sections.at(-1);
    if (heading === undefined && last?.kind === 'text' && kind === 'text') last.items.push(...items);
    else sections.push(...sectionOf(kind, heading, items));
    heading = undefined;
  }
  return sections;
}
