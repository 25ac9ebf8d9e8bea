import { describe, expect, it } from 'vitest';
import { checkWords } from '../../../../core/domain/check/check-words.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Flow } from '../../../../core/domain/flow.ts';
import type { FlowWords } from '../../../../core/domain/flow-words.ts';
import type { Pack, PackWords } from '../../../../core/domain/pack.ts';
import { aFlow, anOutcome } from '../../../builders/a-flow.ts';
import { aPack } from '../../../builders/a-pack.ts';
import { aChoice, aNumber, aSeveral } from '../../../builders/a-question.ts';

const good = aPack();
const goodFlow = good.flows[0] as Pack['flows'][number];
const goodWords = goodFlow.words['nl'] as FlowWords;
const goodPackWords = good.words['nl'] as PackWords;

function said(pack: Pack): string[] {
  return checkWords(pack).map(({ file, field, message }) => `${file} ${fieldText(field)}: ${message}`);
}

function withFlowWords(parts: Partial<FlowWords>, flow: Flow = goodFlow.flow): Pack {
  return aPack({ flows: [{ ...goodFlow, flow, words: { nl: { ...goodWords, ...parts } } }] });
}

function withPackWords(parts: Partial<PackWords>): Pack {
  return aPack({ words: { nl: { ...goodPackWords, ...parts } } });
}

describe('a pack', () => {
  it('is left in peace when all its words are there', () => {
    expect(said(good)).toEqual([]);
  });

  it('has everything in every language that it promises', () => {
    expect(said(aPack({ about: { ...good.about, languages: ['nl', 'en'] } }))).toEqual([
      'words.en.yaml : The words of the pack in "en" are missing. Add this file.',
      'flows/huur/words.en.yaml : This flow has no words in "en". Add this file.',
      'articles/huur-uitleg/en.md : This article has no text in "en". Add this file.',
    ]);
  });

  it('promises Dutch, which visitors see when a translation is missing', () => {
    expect(said(aPack({ about: { ...good.about, languages: [] } }))[0]).toBe(
      'pack.yaml languages: Add "nl": it is what visitors see when a translation is missing.',
    );
  });

  it('has no words in a language that it does not promise', () => {
    const both = { nl: goodPackWords, en: goodPackWords };
    const flows = [{ ...goodFlow, words: { nl: goodWords, en: goodWords } }];
    const articles = good.articles.map((single) => {
      return {
        ...single,
        texts: { ...single.texts, en: single.texts['nl'] as (typeof single.texts)[string] },
      };
    });
    const reason = '"en" is not among the languages of pack.yaml. Add it there, or remove this file.';
    expect(said(aPack({ words: both, flows, articles }))).toEqual([
      `words.en.yaml : ${reason}`,
      `flows/huur/words.en.yaml : ${reason}`,
      `articles/huur-uitleg/en.md : ${reason}`,
    ]);
  });
});

describe('the words of a pack', () => {
  it('name every topic and contact', () => {
    expect(said(withPackWords({ topics: {}, contacts: {} }))).toEqual([
      'words.nl.yaml topics: The words of topic "geld" are missing. Add them.',
      'words.nl.yaml contacts: The words of contact "balie" are missing. Add them.',
    ]);
  });

  it('name nothing else, and a name that is nearly right is told, once, which was meant', () => {
    const name = { name: 'Geld', hint: 'Huur' };
    expect(said(withPackWords({ topics: { gelt: name } }))).toEqual([
      'words.nl.yaml topics.gelt: There is no topic "gelt". Did you mean "geld"?',
    ]);
    expect(said(withPackWords({ topics: { ...goodPackWords.topics, zorg: name } }))).toEqual([
      'words.nl.yaml topics.zorg: There is no topic "zorg". Remove it.',
    ]);
  });
});

describe('the words of a flow', () => {
  const { 'huurt-u': asked, ...questions } = goodWords.questions;
  const { wel, ...outcomes } = goodWords.outcomes;

  it('name every question and outcome', () => {
    expect(said(withFlowWords({ questions, outcomes }))).toEqual([
      'flows/huur/words.nl.yaml questions: The words of question "huurt-u" are missing. Add them.',
      'flows/huur/words.nl.yaml outcomes: The words of outcome "wel" are missing. Add them.',
    ]);
  });

  it('name no other question or outcome', () => {
    const more = { ...goodWords.questions, constructor: asked } as FlowWords['questions'];
    expect(said(withFlowWords({ questions: more }))).toEqual([
      'flows/huur/words.nl.yaml questions.constructor: There is no question "constructor". Remove it.',
    ]);
    expect(said(withFlowWords({ outcomes: { ...outcomes, well: wel } as FlowWords['outcomes'] }))).toEqual([
      'flows/huur/words.nl.yaml outcomes.well: There is no outcome "well". Did you mean "wel"?',
    ]);
  });
});

describe('the words of answers', () => {
  const ask = { ask: 'Wat?', why: 'Daarom.' };
  const flow = aFlow({
    questions: {
      huis: aChoice({ flat: 'hulp', boot: 'hulp' }),
      hulp: aSeveral(['koken'], 'leeftijd'),
      leeftijd: aNumber([0, 120], 'balie'),
    },
  });
  const outcomes = { balie: { title: 'De balie', text: 'Kom maar.' } };
  const label = { label: 'Dit' };

  it('are there for every answer of a choice, and of several', () => {
    const questions = { huis: { ...ask, answers: { flat: label } }, hulp: ask, leeftijd: ask };
    expect(said(withFlowWords({ questions, outcomes }, flow))).toEqual([
      'flows/huur/words.nl.yaml questions.huis.answers: The words of answer "boot" are missing. Add them.',
      'flows/huur/words.nl.yaml questions.hulp.answers: The words of answer "koken" are missing. Add them.',
    ]);
  });

  it('are there for no other answer', () => {
    const questions = {
      huis: { ...ask, answers: { flat: label, boot: label, tent: label } },
      hulp: { ...ask, answers: { koken: label } },
      leeftijd: { ...ask, answers: { achttien: label } },
    };
    expect(said(withFlowWords({ questions, outcomes }, flow))).toEqual([
      'flows/huur/words.nl.yaml questions.huis.answers.tent: There is no answer "tent". Remove it.',
      'flows/huur/words.nl.yaml questions.leeftijd.answers.achttien: There is no answer "achttien". Remove it.',
    ]);
  });

  it('can be given for ja and nee, and need not', () => {
    const said2 = (answers: Record<string, typeof label>) => {
      const asked = { ...(goodWords.questions['huurt-u'] as typeof ask), answers };
      return said(withFlowWords({ questions: { ...goodWords.questions, 'huurt-u': asked } }));
    };
    expect(said2({ ja: label })).toEqual([]);
    expect(said2({ yes: label })).toEqual([
      'flows/huur/words.nl.yaml questions.huurt-u.answers.yes: There is no answer "yes". Remove it.',
    ]);
  });
});

describe('steps and things to bring', () => {
  const outcomes = Object.keys(goodFlow.flow.outcomes).map((id) => [id, anOutcome()]);
  const flow = {
    ...goodFlow.flow,
    outcomes: {
      ...Object.fromEntries(outcomes),
      wel: anOutcome({ steps: ['pak-uw-digid'], bring: ['uw-pas', 'uw-brief'] }),
    },
  };

  it('have words in the flow or in the pack', () => {
    expect(said(withFlowWords({}, flow))).toEqual([
      'flows/huur/words.nl.yaml steps: "pak-uw-digid" has no words here and none in words.nl.yaml. Add them.',
      'flows/huur/words.nl.yaml bring: "uw-brief" has no words here and none in words.nl.yaml. Add them.',
    ]);
    const own = {
      steps: { 'pak-uw-digid': { title: 'Pak uw DigiD' } },
      bring: { 'uw-brief': { label: 'Uw brief' } },
    };
    expect(said(withFlowWords(own, flow))).toEqual([]);
  });

  it('are told apart from a name that is nearly right', () => {
    const near = {
      steps: { 'pak-uw-digit': { title: 'Pak uw DigiD' } },
      bring: { 'uw-brief': { label: 'Uw brief' } },
    };
    expect(said(withFlowWords(near, flow))).toEqual([
      'flows/huur/words.nl.yaml steps.pak-uw-digit: No outcome uses "pak-uw-digit". Did you mean "pak-uw-digid"?',
    ]);
  });

  it('are told what was meant when the pack has nearly the same name', () => {
    const near = { ...flow, outcomes: { ...flow.outcomes, wel: anOutcome({ bring: ['uw-pass'] }) } };
    expect(said(withFlowWords({}, near))).toEqual([
      'flows/huur/words.nl.yaml bring: "uw-pass" has no words here and none in words.nl.yaml. Did you mean "uw-pas"?',
    ]);
  });

  it('may have other words in the flow than in the pack', () => {
    const own = { steps: { 'loop-naar-de-balie': { title: 'Loop naar ons toe' } } };
    expect(said(withFlowWords(own))).toEqual([]);
  });

  it('stand in the words of a flow only when an outcome of it uses them', () => {
    expect(said(withFlowWords({ bring: { 'uw-huis': { label: 'Uw huis' } } }))).toEqual([
      'flows/huur/words.nl.yaml bring.uw-huis: No outcome uses "uw-huis". Remove it.',
    ]);
  });

  it('need words in the flow when the pack has no words in this language', () => {
    const pack = withFlowWords({}, flow);
    expect(said({ ...pack, words: {} })).toContain(
      'flows/huur/words.nl.yaml steps: "loop-naar-de-balie" has no words here and none in words.nl.yaml. Add them.',
    );
  });
});
