import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { schemaRemarks } from '../../../../core/domain/check/schema-remarks.ts';
import { Contacts } from '../../../../core/domain/contact.ts';
import { Flow, FlowCases } from '../../../../core/domain/flow.ts';
import { FlowWords } from '../../../../core/domain/flow-words.ts';
import { PackAbout } from '../../../../core/domain/pack.ts';
import { Parameters } from '../../../../core/domain/parameter.ts';
import { Topics } from '../../../../core/domain/topic.ts';
import { aParameter, aValue } from '../../../builders/a-parameter.ts';
import { GOOD_FILES } from '../../../builders/a-source.ts';

const goodFlow = GOOD_FILES['flows/huur/flow.yaml'];
const goodWords = GOOD_FILES['flows/huur/words.nl.yaml'];

function said(schema: z.ZodType, data: unknown): string[] {
  return schemaRemarks(schema, data).map(({ field, message }) => `${fieldText(field)}: ${message}`);
}

/** What is said of a flow with this one question. */
function ofQuestion(question: unknown): string[] {
  return said(Flow, { ...goodFlow, questions: { q: question } }).map((text) =>
    text.replace(/^questions\.q/, 'q'),
  );
}

function ofRule(when: unknown): string[] {
  const question = { kind: 'postcode', dont_know: 'balie', next: [{ when, go: 'balie' }] };
  return ofQuestion(question).map((text) => text.replace(/^q\.next\[0]\./, ''));
}

describe('what fits', () => {
  it('is left in peace', () => {
    expect(said(Flow, goodFlow)).toEqual([]);
    expect(said(FlowWords, goodWords)).toEqual([]);
  });
});

describe('what comes along with text of a web page or a text program', () => {
  it.each([
    ['start', '“huurt-u”'],
    ['review_by', '‘2027-11-28’'],
    ['picture', '“house”'],
  ])('are curly quotes: %s is %s', (name, text) => {
    expect(said(Flow, { ...goodFlow, [name]: text })).toEqual([
      `${name}: "${text}" has curly quotes, and only straight ones are quotes. Type them again, or leave them out.`,
    ]);
  });

  it.each(['huurt-u\u00a0', 'huurt\u200b-u', 'huurt\u00ad-u'])('are signs that do not show: %j', (start) => {
    expect(said(Flow, { ...goodFlow, start })).toEqual([
      `start: "${start}" has a sign or space in it that does not show, as comes along from a web page. Type it again.`,
    ]);
  });

  it('are a name with such a sign, a number, and a text that a comma cut off', () => {
    const { questions } = goodFlow;
    expect(
      said(Flow, { ...goodFlow, questions: { ...questions, '“q”': questions['huurt-u'] } }).join(),
    ).toContain('has curly quotes');
    const value = aValue(18);
    const wrong = { 'a.b': { unit: 'year', values: [{ ...value, value: '18\u200b' }] } };
    expect(said(Parameters, wrong)[0]).toContain('does not show');
    expect(said(Topics, [{ id: 'geld', picture: 'coins', tint: 'money', 'koffie”': null }])).toEqual([
      '[0].koffie”: "koffie”" is no field here. Curly quotes keep no text together. Put straight quotes around it.',
    ]);
  });

  it('are no fault of a text that is only too long', () => {
    const ask = `Huurt u\u00a0${'een huis en nog een '.repeat(20)}?`;
    expect(said(FlowWords, { ...goodWords, questions: { q: { ask, why: 'Zo.' } } }).join()).toContain(
      'at most',
    );
  });
});

it.each(['naam\twaarde\nhuur\t60', 'naam;waarde;van\nhuur;60;nu'])(
  'rows of a spreadsheet are told as such: %j',
  (rows) => {
    expect(said(Parameters, rows)).toEqual([
      ': This looks like rows of a spreadsheet. Write a group of fields, as in { name: value }.',
    ]);
  },
);

it('a parameter in braces as in a text is told how a condition names it', () => {
  expect(ofRule({ answer: 'q', less_than: { 'huur.leeftijd': null } })).toEqual([
    'when.less_than.huur.leeftijd: "huur.leeftijd" is no field here. Did you mean "parameter: huur.leeftijd"?',
  ]);
});

it('the answers of a yes-no question by their Dutch names are told the names of the fields', () => {
  expect(ofQuestion({ kind: 'yes-no', ja: 'balie', nee: 'balie', 'weet-niet': 'balie' })).toEqual([
    'q.ja: "ja" is no field here. Did you mean "yes"?',
    'q.nee: "nee" is no field here. Did you mean "no"?',
    'q.weet-niet: "weet-niet" is no field here. Did you mean "dont_know"?',
  ]);
});

describe('a field that is not there', () => {
  it('is told to go, or what it was meant to be', () => {
    expect(said(Flow, { ...goodFlow, reviewby: 1, titel: 'Huur' })).toEqual([
      'reviewby: "reviewby" is no field here. Did you mean "review_by"?',
      'titel: "titel" is no field here. Remove it, or use one of: id, topic, picture, start, review_by, sources, questions, outcomes.',
    ]);
  });

  it('is told so when it belongs to another kind of question', () => {
    expect(
      ofQuestion({ kind: 'yes-no', yes: 'balie', no: 'balie', dont_know: 'balie', next: 'balie' }),
    ).toEqual([
      'q.next: "next" is no field here. Remove it, or use one of: kind, yes, no, picture, dont_know, stale.',
    ]);
  });

  it('is told that it may be the rest of a text or a number, when a comma in braces cut it off', () => {
    const balie = { title: 'De balie', text: 'Dat is geld', 'van de overheid.': null };
    expect(said(FlowWords, { ...goodWords, outcomes: { balie } })).toEqual([
      'outcomes.balie.van de overheid.: "van de overheid." is no field here. If it comes after a comma in a text, ' +
        'put quotes around that text. Else remove it, or use one of: title, text.',
    ]);
    const parameters = { 'huur.grens': { unit: 'euro', values: [{ ...aValue(932), 93: null }] } };
    expect(said(Parameters, parameters)).toEqual([
      'huur.grens.values[0].93: "93" is no field here. If it comes after a comma in a number, write a point there. ' +
        'Else remove it, or use one of: value, valid_from, valid_until, source, checked_on.',
    ]);
  });

  it('is told so inside a condition', () => {
    expect(ofRule({ answr: 'q', is: 5 })).toEqual([
      'when.answr: "answr" is no field here. Did you mean "answer"?',
    ]);
  });
});

describe('a field that is missing', () => {
  it('is told what to write', () => {
    const { topic: _, start: __, ...rest } = goodFlow;
    expect(said(Flow, rest)).toEqual([
      'topic: This field is missing. Write a text.',
      'start: This field is missing. Write a text.',
    ]);
    expect(said(Flow, { ...goodFlow, picture: undefined })[0]).toMatch(
      /^picture: This field is missing\. Write one of: accessibility, .*, … \(\d+ in all\)\.$/,
    );
    expect(ofQuestion({ kind: 'postcode', next: 'balie' })).toEqual([
      'q.dont_know: This field is missing. Write the id of a question or outcome, or a list of rules that each begin with "- ".',
    ]);
    expect(ofQuestion({ next: 'balie', dont_know: 'balie' })).toEqual([
      'q.kind: This field is missing. Write one of: choice, yes-no, several, number, date, postcode.',
    ]);
  });

  it('is told so when it is empty, and so is a file', () => {
    expect(said(Flow, { ...goodFlow, topic: null })).toEqual(['topic: This field is empty. Write a text.']);
    expect(ofQuestion(null)).toEqual([
      'q: This field is empty. Write a group of fields, as in { name: value }.',
    ]);
    expect(said(Flow, null)).toEqual([
      ': This file is empty. Write a group of fields, as in { name: value }.',
    ]);
    expect(said(FlowCases, undefined)).toEqual([': This file is missing. Write a list, as in [one, two].']);
  });
});

describe('a value of the wrong kind', () => {
  it.each([
    [{ title: 5 }, 'title: 5 must be a text here. Put quotes around it.'],
    [{ title: false }, 'title: false must be a text here. Put quotes around it.'],
    [{ title: ['a'] }, 'title: ["a"] is no text. Write a text.'],
    [{ version: 'één' }, 'version: "één" is no number. Write a number.'],
    [{ version: 1.5 }, 'version: 1.5 is no whole number. Write a whole number.'],
    [{ version: Number.NaN }, 'version: NaN is no number. Write a number.'],
    [{ languages: 'nl' }, 'languages: "nl" is no list. Write a list, as in [one, two].'],
    [{ fictional: 'ja' }, 'fictional: "ja" cannot be used here. Write true or false.'],
  ])('%j', (wrong, message) => {
    expect(said(PackAbout, { ...GOOD_FILES['pack.yaml'], ...wrong })).toEqual([message]);
  });

  it.each([
    ['932,93', 'Write 932.93, without quotes or signs.'],
    ['€ 1.234,50', 'Write 1234.50, without quotes or signs.'],
    ['1.234', 'Write 1234, without quotes or signs.'],
    ['18', 'Write 18, without quotes or signs.'],
    ['18 jaar', 'Write a number.'],
  ])('a number that is written as in a letter: %s', (value, fix) => {
    const parameters = { 'huur.leeftijd': { unit: 'year', values: [{ ...aValue(1), value }] } };
    expect(said(Parameters, parameters)).toEqual([
      `huur.leeftijd.values[0].value: "${value}" is no number. ${fix}`,
    ]);
  });

  it('a pair of bounds', () => {
    const number = { kind: 'number', unit: 'year', next: 'balie', dont_know: 'balie' };
    expect(ofQuestion({ ...number, between: 5 })).toEqual([
      'q.between: 5 is no list of two. Write a list of two, as in [0, 120].',
    ]);
    expect(ofQuestion({ ...number, between: [5] })).toEqual([
      'q.between: This list has 1 entries; it needs 2 or more. Add what is missing.',
    ]);
    expect(ofQuestion({ ...number, between: [1, 2, 3] })).toEqual([
      'q.between: This list has 3 entries; at most 2 fit. Remove some.',
    ]);
    expect(ofQuestion({ ...number, between: [1e30, 5] })[0]).toBe(
      'q.between[0]: 1e+30 is too high. Write 9007199254740991 or less.',
    );
  });
});

describe('a value that is not on the list', () => {
  it('is told what was meant, or what there is', () => {
    expect(said(Flow, { ...goodFlow, picture: 'huose' })).toEqual([
      'picture: "huose" cannot be used here. Did you mean "house"?',
    ]);
    expect(ofQuestion({ kind: 'chioce', answers: {}, dont_know: 'balie' })).toEqual([
      'q.kind: "chioce" cannot be used here. Did you mean "choice"?',
    ]);
    expect(ofQuestion({ kind: 'vraag' })).toEqual([
      'q.kind: "vraag" cannot be used here. Write one of: choice, yes-no, several, number, date, postcode.',
    ]);
  });
});

describe('a name', () => {
  it('is told how names are written', () => {
    const rule =
      'use lower-case letters, and next to those digits and single hyphens, as in "hoe-oud-bent-u"';
    expect(said(Flow, { ...goodFlow, topic: 'Geld' })).toEqual([
      `topic: "Geld" cannot be used here: ${rule}.`,
    ]);
    expect(said(Flow, { ...goodFlow, questions: { 'Huurt U': goodFlow.questions['huurt-u'] } })).toEqual([
      `questions.Huurt U: "Huurt U" cannot be a name here: ${rule}.`,
    ]);
    expect(said(Parameters, { leeftijd: aParameter(18) })).toEqual([
      'leeftijd: "leeftijd" cannot be a name here: use names joined by points, as in "huurtoeslag.leeftijd".',
    ]);
  });
});

describe('a text, a list or a number of the wrong size', () => {
  it('is told its size and what fits', () => {
    expect(said(FlowWords, { ...goodWords, title: 'x'.repeat(72) })).toEqual([
      'title: This text has 72 letters; at most 60 fit. Make it shorter.',
    ]);
    expect(said(FlowWords, { ...goodWords, title: '  ' })).toEqual(['title: This text is empty. Write it.']);
    expect(said(Topics, [])).toEqual([': This list has 0 entries; it needs 1 or more. Add what is missing.']);
    expect(said(PackAbout, { ...GOOD_FILES['pack.yaml'], version: 0 })).toEqual([
      'version: 0 is too low. Write 1 or more.',
    ]);
    const outcome = { verdict: 'ask', steps: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] };
    expect(said(Flow, { ...goodFlow, outcomes: { balie: outcome } })).toEqual([
      'outcomes.balie.steps: This list has 7 entries; at most 6 fit. Remove some.',
    ]);
  });
});

describe('a date or an address', () => {
  it('is told how it is written', () => {
    expect(said(Flow, { ...goodFlow, review_by: '1-6-2027' })).toEqual([
      'review_by: "1-6-2027" cannot be used here: write a date as year-month-day, as in 2026-11-03.',
    ]);
    expect(said(Flow, { ...goodFlow, review_by: '2027-06-31' })).toEqual([
      'review_by: "2027-06-31" cannot be used here: there is no such day, so write one that the calendar has.',
    ]);
    const source = { title: 'Rijksoverheid', url: 'www.rijksoverheid.nl', checked_on: '2026-11-03' };
    expect(said(Flow, { ...goodFlow, sources: [source] })).toEqual([
      'sources[0].url: "www.rijksoverheid.nl" cannot be used here: write a whole web address, as in https://www.rijksoverheid.nl.',
    ]);
    expect(
      ofQuestion({ kind: 'date', between: ['1900', 'vandaag'], next: 'balie', dont_know: 'balie' }),
    ).toEqual([
      'q.between[0]: "1900" cannot be used here: write a day as in 2026-11-03, or today.',
      'q.between[1]: "vandaag" cannot be used here: write a day as in 2026-11-03, or today.',
    ]);
  });
});

describe('where one of several things can stand', () => {
  it('says what can, when none was meant', () => {
    const ways = 'rite the id of a question or outcome, or a list of rules that each begin with "- ".';
    expect(ofQuestion({ kind: 'postcode', next: { go: 'balie' }, dont_know: 5 })).toEqual([
      `q.next: W${ways}`,
      `q.dont_know: 5 cannot be used here: w${ways}`,
    ]);
    expect(ofRule({ answer: 'q', less_than: 'huur.leeftijd' })).toEqual([
      'when.less_than: "huur.leeftijd" cannot be used here: write a number, or the name of a parameter as in { parameter: huurtoeslag.leeftijd }.',
    ]);
    expect(ofRule({ answer: 'q', is: true })).toEqual([
      'when.is: true cannot be used here: write the id of an answer, or a number.',
    ]);
    expect(said(FlowCases, [{ name: 'proef', answers: { q: true }, outcome: 'balie' }])).toEqual([
      '[0].answers.q: true cannot be used here: write the id of an answer, a list of ids, a number, a date or a postcode.',
    ]);
  });

  it('says what is wrong with the one that was meant', () => {
    expect(
      ofQuestion({ kind: 'postcode', next: [{ when: { answer: 'q', is: 5 } }], dont_know: 'balie' }),
    ).toEqual(['q.next[0].go: This field is missing. Write a text.']);
    expect(ofRule({ answer: 'q', less_than: { paramater: 'huur.leeftijd' } })).toEqual([
      'when.less_than.paramater: "paramater" is no field here. Did you mean "parameter"?',
    ]);
    expect(said(FlowCases, [{ name: 'proef', answers: { q: [1] }, outcome: 'balie' }])).toEqual([
      '[0].answers.q[0]: 1 must be a text here. Put quotes around it.',
    ]);
  });
});

describe('a rule about several fields', () => {
  it('is said of the whole', () => {
    expect(
      said(Contacts, { balie: { picture: 'hand', checked_on: '2026-11-03', review_by: '2027-06-01' } }),
    ).toEqual([
      'balie: Give a phone number, a url, "here: true" for the desk itself, or "own: true" for a doctor of one\'s own.',
    ]);
    expect(ofRule({ answer: 'q' })).toEqual([
      'when: Say what must hold with exactly one of is, one_of, includes, less_than, at_most, more_than, at_least, between.',
    ]);
  });
});

describe('one mistake', () => {
  it('is told once: not as what is missing as well', () => {
    const { start, ...rest } = goodFlow;
    expect(said(Flow, { ...rest, strat: start })).toEqual([
      'strat: "strat" is no field here. Did you mean "start"?',
    ]);
  });

  it('is told once: not as something else that does not fit either', () => {
    const outcome = { verdict: 'ask', steps: 'loop-naar-de-balie' };
    expect(said(Flow, { ...goodFlow, outcomes: { balie: outcome } })).toEqual([
      'outcomes.balie.steps: "loop-naar-de-balie" is no list. Write a list, as in [one, two].',
    ]);
  });

  it('is told once: not of the whole as well', () => {
    expect(ofRule({ answer: 'q', lessthan: 5 })).toEqual([
      'when.lessthan: "lessthan" is no field here. Did you mean "less_than"?',
    ]);
  });
});

describe('a long value', () => {
  it('is cut short in the message', () => {
    const [text] = said(Flow, { ...goodFlow, topic: `Geld ${'x'.repeat(70)}` });
    expect(text).toMatch(/^topic: "Geld x{51}… cannot be used here/);
  });
});
