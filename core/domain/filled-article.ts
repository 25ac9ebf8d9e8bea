import type { ArticleText, Block, Run } from './article.ts';
import type { FillSetting } from './fill.ts';
import { filledRuns } from './filled-runs.ts';
import type { Language } from './words.ts';

/**
 * The article as it reads today: amounts are written in, and sentences whose amount has no value are left out. What these leave
 * empty goes with them: items, paragraphs, lists of which nothing is left, and a heading below which nothing is left. The first
 * paragraph has no runs then.
 */
export function filledArticle(text: ArticleText, language: Language, setting: FillSetting): ArticleText {
  const fill = (runs: readonly Run[]) => filledRuns(runs, language, setting);
  const left = text.blocks.map((block) => filledBlock(block, fill));
  const blocks = left.flatMap((block, at) => (block === undefined || isBare(left, at) ? [] : [block]));
  return { ...text, lead: fill(text.lead), blocks };
}

/** Undefined when nothing of it is left. */
function filledBlock(block: Block, fill: (runs: readonly Run[]) => Run[]): Block | undefined {
  if (block.kind !== 'list') {
    const runs = fill(block.runs);
    return runs.length === 0 ? undefined : { ...block, runs };
  }
  const items = block.items
    .map((item) => ({ ...item, runs: fill(item.runs) }))
    .filter(({ runs }) => runs.length > 0);
  return items.length === 0 ? undefined : { ...block, items };
}

/** A heading below which there was something, of which nothing is left. */
function isBare(left: readonly (Block | undefined)[], at: number): boolean {
  if (left[at]?.kind !== 'heading') return false;
  const next = left.findIndex((block, index) => index > at && block?.kind === 'heading');
  const below = left.slice(at + 1, next < 0 ? undefined : next);
  return below.length > 0 && below.every((block) => block === undefined);
}
