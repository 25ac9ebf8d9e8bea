import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { ContactOnPage } from '../../../core/contract/pages.ts';
import { WordsContext } from '../../../renderer/hooks/use-words.ts';
import { ContactCard } from '../../../renderer/visitor/contact-card.tsx';
import { SlipView } from '../../../renderer/visitor/take-along/slip-view.tsx';
import { type VisitTools, VisitToolsContext } from '../../../renderer/visitor/use-visit.ts';
import { startWords } from '../../../renderer/words/start-words.ts';
import { aPack } from '../../builders/a-pack.ts';
import { aSlip, dutch } from '../../builders/a-slip.ts';

/** Elements that hold text and have none: somebody who listens to the screen meets them as nothing. */
const EMPTY = /<(p|small|span|h[1-6])(?: [^>]*)?><\/\1>/g;

function drawn(screen: ReactElement): string {
  const tools = { language: 'nl' } as VisitTools;
  return renderToStaticMarkup(
    createElement(
      WordsContext,
      { value: startWords()('nl') },
      createElement(VisitToolsContext, { value: tools }, screen),
    ),
  );
}

describe('a screen has no element without its text', () => {
  it('on the card of a contact whose only sentence goes because its amount is past, and who has no hours', () => {
    const pack = aPack();
    const contact: ContactOnPage = {
      id: 'balie',
      contact: pack.contacts['balie'] as ContactOnPage['contact'],
      words: { nl: { name: 'De balie', text: 'Kom vanaf {huur.leeftijd}.' } },
      outdated: false,
    };
    const setting = { parameters: pack.parameters, today: '2099-01-01' };
    const markup = drawn(createElement(ContactCard, { contact, setting }));
    expect(markup).toContain('De balie');
    expect(markup.match(EMPTY)).toBeNull();
  });

  it('on a slip to take along', () => {
    const { checked: _, ...slip } = aSlip({ lead: dutch('') });
    const markup = drawn(createElement(SlipView, { slip }));
    expect(markup.match(EMPTY)).toBeNull();
  });
});
