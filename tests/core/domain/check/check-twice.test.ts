import { expect, it } from 'vitest';
import { checkTwice } from '../../../../core/domain/check/check-twice.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { FlowWords } from '../../../../core/domain/flow-words.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { anOutcome } from '../../../builders/a-flow.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aSource, GOOD_FILES } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

const good = aPack();

function said(pack: Pack): string[] {
  return checkTwice(pack).map(
    ({ severity, rule, file, field, message }) =>
      `${severity} [${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

it('nothing in a good pack stands there twice', () => {
  expect(said(good)).toEqual([]);
});

it('a name in a list stands there once', () => {
  const outcome = anOutcome({ steps: ['a', 'b', 'a'], contacts: ['balie', 'balie'] });
  const [single] = good.flows;
  if (single === undefined) throw new Error('The good pack has no flow.');
  const flow = { ...single.flow, outcomes: { ...single.flow.outcomes, balie: outcome } };
  const about = { ...good.about, languages: ['nl', 'nl'] };
  expect(said({ ...good, about, flows: [{ ...single, flow }] })).toEqual([
    'error [twice] pack.yaml languages[1]: "nl" stands twice in this list. Remove it here.',
    'error [twice] flows/huur/flow.yaml outcomes.balie.steps[2]: "a" stands twice in this list. Remove it here.',
    'error [twice] flows/huur/flow.yaml outcomes.balie.contacts[1]: "balie" stands twice in this list. Remove it here.',
  ]);
});

it.each([
  [
    'a "no" that is called yes',
    { answers: { nee: { label: 'Ja' } } },
    'answers.nee.label: "Ja" is the label of "ja" too',
  ],
  [
    'an answer that is called as the way out is',
    { answers: { ja: { label: 'Dat weet ik niet' } } },
    'answers.ja.label: "Dat weet ik niet" is the label of "dont_know" too',
  ],
  [
    'a way out that is called no',
    { dont_know: { label: 'nee' } },
    'dont_know.label: "nee" is the label of "nee" too',
  ],
])('what the screen itself writes on an answer is a label as well: %s', (_, written, message) => {
  const [single] = good.flows;
  const words = structuredClone(single?.words['nl']);
  if (single === undefined || words === undefined) throw new Error('The good pack has no flow in Dutch.');
  Object.assign(words.questions['huurt-u'] ?? {}, written);
  expect(said({ ...good, flows: [{ ...single, words: { nl: words } }] })).toEqual([
    expect.stringContaining(`questions.huurt-u.${message}`),
  ]);
  // In a language of which it is not known, nothing is said.
  expect(said({ ...good, flows: [{ ...single, words: { tr: words } }] })).toEqual([]);
});

it('the answers to a question have labels of their own', () => {
  const words = FlowWords.parse(GOOD_FILES['flows/huur/words.nl.yaml']);
  const question = words.questions['huurt-u'];
  if (question === undefined) throw new Error('The good pack has no such question.');
  question.answers = { ja: { label: 'Ja' }, nee: { label: ' ja ' } };
  question.dont_know = { label: 'Ja' };
  const source = aSource({ 'flows/huur/words.nl.yaml': words });
  const { findings } = checkPack(source, { today: TODAY });
  expect(findings.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    'questions.huurt-u.dont_know.label: "Ja" is the label of "ja" too, so nobody can tell them apart. Write another one.',
    'questions.huurt-u.answers.nee.label: "ja" is the label of "ja" too, so nobody can tell them apart. Write another one.',
  ]);
  expect(checkPack(source, { today: TODAY, published: true }).pack).toBeDefined();
});
