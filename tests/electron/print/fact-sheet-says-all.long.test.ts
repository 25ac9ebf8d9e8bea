// What visitors read on the outcomes of what is shipped, held against what somebody who checks the facts gets on paper.
import { createElement, type PropsWithChildren } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, expect, it, vi } from 'vitest';
import type { FlowPage } from '../../../core/contract/pages.ts';
import { dayText } from '../../../core/domain/day-text.ts';
import { filledWords } from '../../../core/domain/fill.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { flowPage } from '../../../db/content/pages.ts';
import { factSheetHtml } from '../../../electron/print/fact-sheet-html.ts';
import { type FactScreen, type FactSheet, factSheet } from '../../../maps/fact-sheet.ts';
import type { VisitTools } from '../../../renderer/visitor/use-visit.ts';
import { type Say, startWords } from '../../../renderer/words/start-words.ts';
import { aStore } from '../../builders/a-store.ts';
import { TODAY } from '../../builders/today.ts';
import { shippedPack } from '../../flows/shipped-pack.ts';

// What stands around every screen is not of the outcome, and needs a browser. Another test may have loaded it already.
vi.resetModules();
vi.mock('../../../renderer/ui/frame.tsx', () => ({ Frame: ({ children }: PropsWithChildren) => children }));
vi.stubGlobal('window', { balie: {} });
const { WordsContext } = await import('../../../renderer/hooks/use-words.ts');
const { VisitToolsContext } = await import('../../../renderer/visitor/use-visit.ts');
const { OutcomeScreen } = await import('../../../renderer/visitor/screens/outcome.tsx');
afterAll(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** All that is shipped is to be looked at again before this day: the screens hide what a badge stands for. */
const LONG_AFTER = '2035-01-01';
/** Of the words of the screens, those that say something of the content. Headings and buttons say nothing here. */
const BADGES = ['outcome.free', 'outcome.here', 'outdated.badge'] as const;
const wordsIn = startWords();

/** The pages of all flows that are shipped, as they are on a day. */
function shippedPages(): (today: string) => FlowPage[] {
  const pack = shippedPack();
  const db = aStore('content');
  const media = new Map(pack.media.map(({ path }) => [path, Uint8Array.of(1)]));
  installPack(db, { pack, digest: 'shipped', media });
  return (today) => pack.flows.flatMap(({ flow }) => flowPage(db, flow.id, today) ?? []);
}

const textsOf = (markup: string) =>
  markup
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll('&#x27;', '&#39;').trim())
    .filter((text) => /[\p{L}\d]/u.test(text));

/** Every text that a visitor reads on the screen of an outcome, but not the numbers of the steps. */
function shown(page: FlowPage, id: string, language: string): string[] {
  const words = wordsIn(language);
  const say: Say = (key, values) => (BADGES.some((badge) => badge === key) ? words(key, values) : '');
  const spoken = { ...page, texts: filledWords(page.texts, page), shared: filledWords(page.shared, page) };
  const screen = createElement(OutcomeScreen, { page: spoken, id, answers: {}, amounts: [], stale: false });
  const inVisit = createElement(VisitToolsContext, { value: { language } as VisitTools }, screen);
  const markup = renderToStaticMarkup(createElement(WordsContext, { value: say }, inVisit));
  return textsOf(markup.replaceAll(/<span[^>]*aria-hidden="true">\d<\/span>/g, ''));
}

/** The part of the paper that is about one screen. */
const paperOf = (sheet: FactSheet, screen: FactScreen) =>
  factSheetHtml([{ ...sheet, screens: [screen], values: [], contacts: [], sources: [] }]);

/** Holds the outcomes of a flow against paper, and gives all that visitors read on them. */
function readOn(page: FlowPage, language: string): string[] {
  const sheet = factSheet(page, language) as FactSheet;
  return sheet.screens.flatMap((screen) => {
    if (screen.kind !== 'outcome') return [];
    const paper = paperOf(sheet, screen);
    const about = `${page.flow.id}, ${screen.id}, ${language}`;
    const texts = shown(page, screen.id, language);
    // As often as on the screen: a badge that stands beside one of two says nothing of the other.
    const times = (text: string) => texts.filter((each) => each === text).length;
    expect(
      texts.filter((text) => paper.split(text).length - 1 < times(text)),
      about,
    ).toEqual([]);
    const category = page.flow.outcomes[screen.id]?.places?.category;
    if (category === undefined) return texts;
    expect(paper, about).toContain(`<code>${category}</code>`);
    return [...texts, category];
  });
}

/** Holds everybody whom a flow names against paper: how to reach them too when the screen hides it. */
function namedOn(page: FlowPage): void {
  const paper = factSheetHtml([factSheet(page, 'nl') as FactSheet]);
  for (const { id, contact } of page.contacts) {
    const [part = ''] = new RegExp(`<code>${id}</code>.*?</section>`, 's').exec(paper) ?? [];
    const { phone = '', url = '', source = '', checked_on, review_by } = contact;
    for (const fact of [phone, url, source, dayText(checked_on, 'nl'), dayText(review_by, 'nl')])
      expect(part, id).toContain(fact);
  }
}

it('every text and badge of every shipped outcome is on paper, where it sends to, and where and when that was checked', () => {
  const pagesOn = shippedPages();
  for (const [today, badges] of [
    [TODAY, ['outcome.free', 'outcome.here']],
    [LONG_AFTER, ['outcome.here', 'outdated.badge']],
  ] as const)
    for (const language of ['nl', 'en']) {
      const pages = pagesOn(today);
      const read = pages.flatMap((page) => readOn(page, language));
      // Else it would say nothing.
      expect(BADGES.filter((badge) => read.includes(wordsIn(language)(badge)))).toEqual(badges);
      expect(read).toContain('geldhulp');
      for (const page of pages) namedOn(page);
    }
});
