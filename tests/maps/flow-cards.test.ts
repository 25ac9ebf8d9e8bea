import { describe, expect, it } from 'vitest';
import { flowCards } from '../../maps/flow-cards.ts';
import { aFlow } from '../builders/a-flow.ts';
import { aMapSetting } from '../builders/a-map.ts';
import { aChoice, aDate, aNumber, aYesNo } from '../builders/a-question.ts';

const OLD_ENOUGH = { answer: 'leeftijd', at_least: { parameter: 'huur.leeftijd' } };
const FLOW = aFlow({
  questions: {
    leeftijd: aNumber([0, 120], [{ when: OLD_ENOUGH, go: 'geboren' }, { go: 'niet' }], { stale: 'balie' }),
    geboren: aDate(['1900-01-01', 'today'], 'huurt'),
    huurt: aYesNo([{ when: OLD_ENOUGH, go: 'woning' }, { go: 'niet' }], 'niet'),
    woning: aChoice({ huis: 'wel', kamer: 'niet' }, { dont_know: 'woning-niet' }),
  },
  outcomes: ['wel', 'niet', 'woning-niet'],
});
const cards = flowCards(
  FLOW,
  aMapSetting({
    leeftijd: { ask: 'Hoe oud bent u?' },
    woning: { ask: 'Waar woont u?', answers: { huis: { label: 'In een huis' } } },
  }),
);
const card = (id: string) => cards.find((each) => each.id === id) ?? expect.fail(`there is no ${id}`);
const rows = (id: string) => {
  const found = card(id);
  return found.kind === 'question' ? found.rows : [];
};

describe('the cards of a flow', () => {
  it('stand in the order of its file, questions first', () => {
    expect(cards.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      ...['question leeftijd', 'question geboren', 'question huurt', 'question woning'],
      ...['outcome wel', 'outcome niet', 'outcome woning-niet', 'outcome balie'],
    ]);
  });

  it('have what is asked and answered, and the id of what has no words', () => {
    expect([card('leeftijd').title, card('huurt').title]).toEqual(['Hoe oud bent u?', 'huurt']);
    expect(rows('woning').map(({ text, to }) => [text, to])).toEqual([
      ['In een huis', 'wel'],
      ['kamer', 'niet'],
      [expect.any(String), 'woning-niet'],
    ]);
  });

  it('say within what an answer lies', () => {
    expect(card('leeftijd').caption).toMatch(/0 .* 120 jaar$/);
    expect(card('geboren').caption).toMatch(/1900-01-01 .* vandaag$/);
  });

  it('have a row for each rule, for who does not know, and for a value that ran out', () => {
    expect(rows('leeftijd').map(({ way, indent, to }) => [way, indent, to])).toEqual([
      ['answer', false, 'geboren'],
      ['answer', false, 'niet'],
      ['dont-know', false, 'balie'],
      ['stale', false, 'balie'],
    ]);
  });

  it('put rules below the answer that has them, which then leads nowhere itself', () => {
    expect(rows('huurt').map(({ indent, to }) => [indent, to])).toEqual([
      [false, undefined],
      [true, 'woning'],
      [true, 'niet'],
      [false, 'niet'],
      [false, 'balie'],
    ]);
    // A rule about another question says of which.
    expect(rows('huurt')[1]?.text).toMatch(/^als .*Hoe oud bent u\?/);
    expect(rows('leeftijd')[0]?.text).not.toMatch(/^als /);
  });
});
