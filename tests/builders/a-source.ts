import type { Field, PackSource, SourceFile, SourceMedia } from '../../core/domain/pack-source.ts';
import { aFlow } from './a-flow.ts';
import { aParameter } from './a-parameter.ts';
import { aNumber, aYesNo } from './a-question.ts';

const YOUNG = { answer: 'hoe-oud-bent-u', less_than: { parameter: 'huur.leeftijd' } };

/** The files of a small pack in which nothing is wrong: one topic, one contact, one flow, one article, in Dutch. */
export const GOOD_FILES = {
  'pack.yaml': {
    id: 'klein',
    title: 'Klein',
    version: 1,
    publisher: 'De bieb',
    languages: ['nl'],
    licence: 'CC0-1.0',
    contact: 'post@bieb.example',
    fictional: true,
  },
  'topics.yaml': [{ id: 'geld', picture: 'coins', tint: 'money' }],
  'parameters.yaml': { 'huur.leeftijd': aParameter(18) },
  'contacts.yaml': {
    balie: { picture: 'hand', here: true, checked_on: '2026-11-03', review_by: '2027-06-01' },
  },
  'synonyms.yaml': { nl: [{ say: ['woonlasten', 'geen geld'], find: ['huur'] }] },
  'words.nl.yaml': {
    topics: { geld: { name: 'Geld', hint: 'Huur en zorg' } },
    contacts: { balie: { name: 'De balie', text: 'Loop naar de balie.' } },
    steps: { 'loop-naar-de-balie': { title: 'Loop naar de balie' } },
    bring: { 'uw-pas': { label: 'Uw pas' } },
  },
  'flows/huur/flow.yaml': aFlow({
    questions: {
      'huurt-u': aYesNo('hoe-oud-bent-u', 'niet'),
      'hoe-oud-bent-u': aNumber([0, 120], [{ when: YOUNG, go: 'te-jong' }, { go: 'wel' }], {
        stale: 'balie',
      }),
    },
    outcomes: ['wel', 'niet', 'te-jong'],
  }),
  'flows/huur/words.nl.yaml': {
    title: 'Huur',
    summary: 'Krijg ik geld voor de huur?',
    questions: {
      'huurt-u': { ask: 'Huurt u een huis?', why: 'Het geld is voor mensen die huren.' },
      'hoe-oud-bent-u': { ask: 'Hoe oud bent u?', why: 'U moet oud genoeg zijn.' },
    },
    outcomes: {
      wel: { title: 'U kunt geld krijgen', text: 'Het geld is voor de huur.' },
      niet: { title: 'Dit is niet voor u', text: 'Het geld is voor mensen die huren.' },
      'te-jong': { title: 'U bent te jong', text: 'U moet {huur.leeftijd} zijn.' },
      balie: { title: 'Vraag het aan de balie', text: 'Wij helpen u graag.' },
    },
  },
  'flows/huur/cases.yaml': [
    { name: 'huurt, dertig', answers: { 'huurt-u': 'ja', 'hoe-oud-bent-u': 30 }, outcome: 'wel' },
  ],
  'articles/huur-uitleg/article.yaml': {
    id: 'huur-uitleg',
    topic: 'geld',
    picture: 'house',
    review_by: '2027-06-01',
    sources: [{ title: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl', checked_on: '2026-11-03' }],
    contacts: ['balie'],
    flows: ['huur'],
  },
  'articles/huur-uitleg/nl.md': {
    title: 'Geld voor de huur',
    lead: [{ text: 'U kunt geld krijgen voor de huur.' }],
    blocks: [],
  },
} as const;

/** The deeper a field, the further down its line: ten lines a level. */
export function lineByDepth(field: Field): number {
  return field.length === 0 ? 1 : field.length * 10;
}

/** The good pack with other data in some files; a file with `undefined` is left out. */
export function aSource(changed: Record<string, unknown> = {}, media: SourceMedia[] = []): PackSource {
  const files = Object.entries({ ...GOOD_FILES, ...changed }).filter(([, data]) => data !== undefined);
  return { files: files.map(([path, data]) => aFile(path, data)), media };
}

/** A file that could be read. */
export function aFile(path: string, data: unknown): SourceFile {
  return { path, data, faults: [], lineOf: lineByDepth };
}
