import { expect, test } from 'vitest';
import { type SpokenFlow, stepWords } from '../../../core/domain/outcome-words.ts';
import { anOutcome } from '../../builders/a-flow.ts';

const page = {
  texts: {
    nl: { steps: { bel: { title: 'Bel nu' } }, bring: {} },
    en: { steps: {}, bring: { pas: { label: 'Your card' } } },
  },
  shared: {
    nl: {
      steps: { bel: { title: 'Bel' }, loop: { title: 'Loop naar de balie' } },
      bring: { pas: { label: 'Uw pas' } },
    },
    en: { steps: { bel: { title: 'Call' } }, bring: {} },
  },
} as unknown as SpokenFlow;

test("a flow's own words stand before those that the pack shares, language by language", () => {
  const { steps, bring } = stepWords(page, anOutcome({ steps: ['bel'], bring: ['pas'] }));
  expect(steps).toEqual([{ nl: { title: 'Bel nu' }, en: { title: 'Call' } }]);
  expect(bring).toEqual([{ nl: { label: 'Uw pas' }, en: { label: 'Your card' } }]);
});

test('a language that says nothing of a step is left out, and the steps keep their order', () => {
  const { steps } = stepWords(page, anOutcome({ steps: ['loop', 'onbekend', 'bel'] }));
  expect(steps.map((words) => Object.keys(words))).toEqual([['nl'], [], ['nl', 'en']]);
});
