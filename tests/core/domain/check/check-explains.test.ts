import { describe, expect, it } from 'vitest';
import { checkExplains } from '../../../../core/domain/check/check-explains.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Flow } from '../../../../core/domain/flow.ts';
import type { FlowWords } from '../../../../core/domain/flow-words.ts';
import type { Pack } from '../../../../core/domain/pack.ts';
import { aPack } from '../../../builders/a-pack.ts';

const good = aPack();
const single = good.flows[0] as Pack['flows'][number];

function said(explain: string, kind = 'yes-no'): string[] {
  const words = structuredClone(single.words['nl'] as FlowWords);
  const asked = words.questions['huurt-u'];
  if (asked === undefined) throw new Error('The pack of the tests has no such question.');
  asked.explain = explain;
  const question = { ...single.flow.questions['huurt-u'], kind };
  const flow = { ...single.flow, questions: { ...single.flow.questions, 'huurt-u': question } } as Flow;
  return checkExplains(aPack({ flows: [{ ...single, flow, words: { nl: words } }] })).map(
    ({ severity, rule, file, field, message }) =>
      `${severity} [${rule}] ${file} ${fieldText(field)}: ${message}`,
  );
}

describe('between a question and its answers', () => {
  it.each([
    ['Een huurhuis. Of een kamer.', 'yes-no'],
    ['Ga gewoon verder als er niets klopt.', 'several'],
  ])('is room for "%s" of a question of kind %s', (explain, kind) => {
    expect(said(explain, kind)).toEqual([]);
  });

  it('stand no more than two sentences', () => {
    expect(said('Een huis. Een kamer. Een boot.')).toEqual([
      'warning [explain] flows/huur/words.nl.yaml questions.huurt-u.explain: This has 3 sentences; above the answers ' +
        'is room for 2. Say less, or say it in "why".',
    ]);
  });

  it('stands one less where the screen adds that more than one may be chosen', () => {
    expect(said('Een huis. Een kamer.', 'several')).toEqual([
      'warning [explain] flows/huur/words.nl.yaml questions.huurt-u.explain: This has 2 sentences; above the answers ' +
        'is room for 1, because the screen adds that more than one may be chosen. Say less, or say it in "why".',
    ]);
  });
});
