import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../core/domain/check-pack.ts';
import { aFlow, anOutcome } from '../../../builders/a-flow.ts';
import { aChoice, aYesNo } from '../../../builders/a-question.ts';
import { aSource, GOOD_FILES } from '../../../builders/a-source.ts';
import { TODAY } from '../../../builders/today.ts';

/** Every text that may be left out, once. */
const FLOW_WORDS = {
  ...{ title: 'Huur', summary: 'Geld' },
  questions: {
    huis: {
      ...{ ask: 'Wat?', why: 'Daarom.', explain: 'Kies er een.' },
      answers: { flat: { label: 'Flat', note: 'Hoog' } },
      dont_know: { label: 'Vraag', note: 'Wij helpen.' },
    },
    kind: { ask: 'Hoe?', why: 'Zo.', answers: { ja: { label: 'Ja hoor', note: 'Klein' } } },
  },
  outcomes: { wel: { title: 'Goed', text: 'Fijn.' }, balie: { title: 'Kom', text: 'Wij helpen.' } },
  steps: { 'eigen-stap': { title: 'Pak', text: 'Doe dit.' } },
  bring: { 'eigen-ding': { label: 'Pas', note: 'Blauw' } },
};
const PACK_WORDS = {
  topics: { geld: { name: 'Geld', hint: 'Huur' } },
  contacts: { balie: { name: 'Balie', text: 'Kom.', hours: 'Elke dag' } },
  steps: { 'loop-naar-de-balie': { title: 'Loop', text: 'Kom maar.' } },
  bring: { 'uw-pas': { label: 'Uw pas', note: 'Rood' } },
};
const PAGE = { title: 'Huur', lead: [{ text: 'Geld.' }], blocks: [] };
const flow = aFlow({
  questions: { huis: aChoice({ flat: 'kind' }), kind: aYesNo('wel', 'balie') },
  outcomes: {
    wel: anOutcome({ steps: ['eigen-stap', 'loop-naar-de-balie'], bring: ['eigen-ding', 'uw-pas'] }),
    balie: anOutcome(),
  },
});

type Path = readonly string[];

/** The same words without what stands at the end of the path. */
function without<T extends object>(words: T, [first = '', ...rest]: Path): T {
  const entries = Object.entries(words).flatMap(([name, value]) => {
    if (name !== first) return [[name, value]];
    return rest.length === 0 ? [] : [[name, without(value, rest)]];
  });
  return Object.fromEntries(entries);
}

/** What is said of the words of a pack in Dutch and English. */
function said(english: object, englishOfPack: object = PACK_WORDS): string[] {
  const source = aSource({
    'pack.yaml': { ...GOOD_FILES['pack.yaml'], languages: ['nl', 'en'] },
    'words.nl.yaml': PACK_WORDS,
    'words.en.yaml': englishOfPack,
    'flows/huur/flow.yaml': flow,
    'flows/huur/words.nl.yaml': FLOW_WORDS,
    'flows/huur/words.en.yaml': english,
    'flows/huur/cases.yaml': [],
    'articles/huur-uitleg/en.md': PAGE,
  });
  return checkPack(source, { today: TODAY })
    .findings.filter(({ rule }) => rule === 'words' || rule === 'translation')
    .map(({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`);
}

function missing(name: string): string {
  return `"${name}" stands here in "nl" and not in "en". Translate it, or take it out of "nl".`;
}

describe('a text that may be left out', () => {
  it('is fine in both languages', () => expect(said(FLOW_WORDS)).toEqual([]));

  it.each([
    ['questions.huis.explain', 30],
    ['questions.huis.answers.flat.note', 50],
    ['questions.huis.dont_know.note', 40],
    ['questions.kind.answers.ja.note', 50],
    ['steps.eigen-stap.text', 30],
    ['bring.eigen-ding.note', 30],
  ])('is missed when a flow has %s in one language only', (field, line) => {
    const path = field.split('.');
    expect(said(without(FLOW_WORDS, path))).toEqual([
      `flows/huur/words.en.yaml:${line} ${field}: ${missing(path.at(-1) as string)}`,
    ]);
  });

  it.each(['contacts.balie.hours', 'steps.loop-naar-de-balie.text', 'bring.uw-pas.note'])(
    'is missed once when a pack has %s in one language only',
    (field) => {
      const path = field.split('.');
      expect(said(FLOW_WORDS, without(PACK_WORDS, path))).toEqual([
        `words.en.yaml:30 ${field}: ${missing(path.at(-1) as string)}`,
      ]);
    },
  );

  it('is missed in Dutch as well', () => {
    const kind = { ...FLOW_WORDS.questions.kind, explain: 'Choose one.' };
    expect(said({ ...FLOW_WORDS, questions: { ...FLOW_WORDS.questions, kind } })).toEqual([
      'flows/huur/words.nl.yaml:30 questions.kind.explain: "explain" stands here in "en" and not in "nl". Translate it, or take it out of "en".',
    ]);
  });

  it.each(['questions.huis.dont_know', 'questions.kind.answers', 'questions.kind.answers.ja'])(
    'is not compared under %s, which has words by itself, when only one language gives others',
    (field) => expect(said(without(FLOW_WORDS, field.split('.')))).toEqual([]),
  );

  it('counts where it stands: in the flow in one language, in the pack in the other', () => {
    const english = without(FLOW_WORDS, ['steps', 'eigen-stap']);
    const steps = { ...PACK_WORDS.steps, 'eigen-stap': { title: 'Take' } };
    expect(said(english, { ...PACK_WORDS, steps })).toEqual([
      `words.en.yaml:30 steps.eigen-stap.text: ${missing('text')}`,
    ]);
  });

  it('is left to other rules where the whole of it is missing', () => {
    expect(said(without(FLOW_WORDS, ['questions', 'huis']))).toEqual([
      'flows/huur/words.en.yaml:10 questions: The words of question "huis" are missing. Add them.',
    ]);
  });
});
