import { describe, expect, it } from 'vitest';
import type { ArticleText } from '../../core/domain/article.ts';
import { filled } from '../../core/domain/fill.ts';
import { filledArticle } from '../../core/domain/filled-article.ts';
import { runsText } from '../../core/domain/page-texts.ts';
import { shippedPack } from './shipped-pack.ts';

const { articles, flows, words, parameters } = shippedPack();

/** The last days on which amounts hold, and the day after each: every mix of amounts that are too old there will be. */
const lastDays = Object.values(parameters).flatMap(({ values }) => values.at(-1)?.valid_until ?? []);
const days = [...new Set(lastDays.flatMap((day) => [day, `${Number(day.slice(0, 4)) + 1}-01-01`]))].sort();

/** What an article says, one below the other; a list is what follows on a colon. */
function linesOf({ lead, blocks }: ArticleText): { text: string; leadsOn: boolean }[] {
  const whole = [{ kind: 'paragraph' as const, runs: lead }, ...blocks];
  return whole.flatMap((block, at) =>
    block.kind === 'list'
      ? block.items.map(({ runs }) => ({ text: runsText(runs), leadsOn: false }))
      : [{ text: runsText(block.runs), leadsOn: whole[at + 1]?.kind === 'list' }],
  );
}

/** The texts in words, by where they stand. */
function textsIn(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(Object(value)).flatMap(([key, inner]) => textsIn(inner, `${place}/${key}`));
}

describe.each(days)('on %s, of the shipped pack', (today) => {
  const setting = { parameters, today };

  it('no article has an empty line, or one that leads on to nothing', () => {
    const bad = articles.flatMap(({ article, texts }) =>
      Object.entries(texts).flatMap(([language, text]) =>
        linesOf(filledArticle(text, language, setting))
          .filter((line) => line.text.trim() === '' || (/:\s*$/.test(line.text) && !line.leadsOn))
          .map((line) => `${article.id}/${language}: "${line.text}"`),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('no sentence is left that asks or announces what was left out', () => {
    const said = [
      ...articles.flatMap(({ article, texts }) =>
        Object.entries(texts).flatMap(([language, text]) =>
          linesOf(text).map((line) => [`${article.id}/${language}`, line.text, language] as const),
        ),
      ),
      ...[{ id: 'words', words }, ...flows.map((each) => ({ id: each.flow.id, words: each.words }))].flatMap(
        ({ id, words: all }) =>
          Object.entries(all).flatMap(([language, each]) =>
            textsIn(each).map(([place, text]) => [`${id}/${language}${place}`, text, language] as const),
          ),
      ),
    ];
    expect(said.length).toBeGreaterThan(1000);
    const bad = said.flatMap(([place, text, language]) => {
      const now = filled(text, language, setting);
      return now !== text && /[:?]\s*$/.test(now) && !/[:?]\s*$/.test(text) ? [`${place}: "${now}"`] : [];
    });
    expect(bad).toEqual([]);
  });
});
