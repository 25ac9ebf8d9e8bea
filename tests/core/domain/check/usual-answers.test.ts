import { expect, it } from 'vitest';
import { USUAL_ANSWERS } from '../../../../core/domain/check/usual-answers.ts';
import { en } from '../../../../renderer/words/en/screens.ts';
import { nl } from '../../../../renderer/words/nl/screens.ts';

it.each([
  ['nl', nl],
  ['en', en],
])('in %s the usual answers are those of the screens', (language, { flow }) => {
  expect(USUAL_ANSWERS[language]).toEqual({ ja: flow.yes, nee: flow.no, dont_know: flow.dontKnow });
});
