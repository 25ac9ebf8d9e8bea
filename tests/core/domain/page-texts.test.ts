import { describe, expect, it } from 'vitest';
import { articleTexts, outcomeTexts, questionTexts } from '../../../core/domain/page-texts.ts';
import { aFlow, anOutcome } from '../../builders/a-flow.ts';

const page = {
  flow: aFlow({
    outcomes: {
      wel: anOutcome({ steps: ['bel', 'ga'], bring: ['pas'], contacts: ['gemeente'] }),
      niet: anOutcome(),
      balie: anOutcome(),
    },
  }),
  texts: {
    nl: {
      title: 'Huur',
      summary: '',
      questions: {
        'huurt-u': {
          ask: 'Huurt u?',
          explain: 'Een huis.',
          why: 'Daarom.',
          answers: { ja: { label: 'Ja', note: 'Zeker' } },
          dont_know: { label: 'Geen idee' },
        },
      },
      outcomes: { wel: { title: 'Ja', text: 'U kunt het krijgen.' } },
      steps: { ga: { title: 'Ga', text: 'Te voet.' } },
      bring: {},
    },
  },
  shared: {
    nl: { steps: { bel: { title: 'Bel' } }, bring: { pas: { label: 'Uw pas', note: 'Of een foto' } } },
  },
  contacts: [
    { id: 'gemeente', words: { nl: { name: 'De gemeente', text: 'Helpt.', hours: 'Altijd' } } },
    { id: 'ander', words: { nl: { name: 'Een ander', text: 'Niet hier.' } } },
  ],
};

describe('what a page says', () => {
  it('is of a question what stands on the screen, and apart from it why it is asked', () => {
    expect(questionTexts(page, 'huurt-u', 'en')).toEqual({
      shown: ['Huurt u?', 'Een huis.', 'Ja', 'Zeker', 'Geen idee'],
      why: ['Daarom.'],
    });
    expect(questionTexts(page, 'verzonnen', 'nl')).toEqual({ shown: [], why: [] });
  });

  it('is of an outcome also its steps, what to bring, and those whom it names, no others', () => {
    expect(outcomeTexts(page, 'wel', 'nl')).toEqual(
      ['Ja', 'U kunt het krijgen.', 'Bel', 'Ga', 'Te voet.', 'Uw pas', 'Of een foto'].concat([
        'De gemeente',
        'Helpt.',
        'Altijd',
      ]),
    );
    expect(outcomeTexts(page, 'verzonnen', 'nl')).toEqual([]);
  });

  it('is of an article every sentence whole, and those whom it names', () => {
    const line = 1;
    const text = {
      title: 'Huur',
      lead: [{ text: 'U moet ' }, { text: '{huur.leeftijd}', strong: true as const }, { text: ' zijn.' }],
      blocks: [
        { kind: 'paragraph' as const, runs: [{ text: 'Een.' }], line },
        { kind: 'list' as const, ordered: true, items: [{ runs: [{ text: 'Twee.' }], line }] },
      ],
    };
    expect(articleTexts(text, page.contacts.slice(1), 'nl')).toEqual([
      'U moet {huur.leeftijd} zijn.',
      'Een.',
      'Twee.',
      'Een ander',
      'Niet hier.',
    ]);
  });
});
