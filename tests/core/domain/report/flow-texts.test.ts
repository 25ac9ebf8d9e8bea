import { expect, test } from 'vitest';
import { flowKey, flowTexts, flowTitle, questionText } from '../../../../core/domain/report/flow-texts.ts';

const words = (title: string, asks: Readonly<Record<string, string>>) => ({
  title,
  summary: 'x',
  questions: Object.fromEntries(
    Object.entries(asks).map(([id, ask]) => [id, { ask, why: 'x', answers: {} }]),
  ),
  outcomes: {},
  steps: {},
  bring: {},
});
const OF = { pack: 'klein', flow: 'huur' };
const texts = {
  [flowKey(OF)]: flowTexts({
    nl: words('Huur', { 'huurt-u': 'Huurt u?', 'hoe-oud': 'Hoe oud bent u?' }),
    en: words('Rent', { 'huurt-u': 'Do you rent?' }),
  } as never),
};

test('keeps of a flow its title and what its questions ask, in the languages that say it', () => {
  expect(texts['klein/huur']).toEqual({
    title: { nl: 'Huur', en: 'Rent' },
    questions: {
      'huurt-u': { nl: 'Huurt u?', en: 'Do you rent?' },
      'hoe-oud': { nl: 'Hoe oud bent u?' },
    },
  });
});

test('names a flow and a question in the language of the report, else in one there is', () => {
  expect(flowTitle(texts, OF, 'en')).toBe('Rent');
  expect(questionText(texts, OF, 'huurt-u', 'en')).toBe('Do you rent?');
  expect(questionText(texts, OF, 'hoe-oud', 'en')).toBe('Hoe oud bent u?');
});

test('names by its id what the pack has no more', () => {
  expect(flowTitle(texts, { pack: 'ander', flow: 'huur' }, 'nl')).toBe('huur');
  expect(questionText(texts, OF, 'oude-vraag', 'nl')).toBe('oude-vraag');
});
