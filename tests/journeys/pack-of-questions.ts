import { stringify } from 'yaml';
import type { Condition } from '../../core/domain/condition.ts';
import { aFlow } from '../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../builders/a-parameter.ts';
import { aNumber, aPostcode, aSeveral } from '../builders/a-question.ts';
import { GOOD_FILES } from '../builders/a-source.ts';
import { type PackFiles, packFiles } from '../builders/pack-files.ts';

/** What its flow asks, in this order, and what comes of it. */
export const ASKS = {
  postcode: 'Wat is uw postcode?',
  number: 'Hoeveel euro hebt u?',
  several: 'Wat hebt u thuis?',
} as const;
export const ENDS = {
  near: 'Dit is bij u in de buurt',
  far: 'Dit is verder weg',
  desk: 'Vraag het aan de balie',
} as const;
/** The answers of the question with several, by their ids. */
export const TICKS = ['wasmachine', 'koelkast', 'fornuis'] as const;

/** What stands with its questions: an amount that holds, with a source of its own, and one that is too old. */
export const AMOUNTS = { site: 'amsterdam.nl', checkedOn: '2026-11-10' } as const;

/**
 * A small pack whose flow asks what no flow that ships asks. A postcode from 3500 to 3599 ends it at `ENDS.near`; with
 * another one it asks on.
 */
export function packOfQuestions(): PackFiles {
  const near: Condition = { answer: 'waar-woont-u', between: [3500, 3599] };
  const questions = {
    'waar-woont-u': aPostcode([{ when: near, go: 'dichtbij' }, { go: 'hoeveel' }]),
    hoeveel: { ...aNumber([0, 999_999_999], 'wat-hebt-u'), unit: 'euro' as const },
    'wat-hebt-u': aSeveral([...TICKS], 'ver'),
  };
  const answers = Object.fromEntries(TICKS.map((id) => [id, { label: `Een ${id}` }]));
  const why = 'Dan weten wij wat er bij u past.';
  return packFiles({
    'parameters.yaml': stringify({
      ...GOOD_FILES['parameters.yaml'],
      'huur.ver': aParameter(9, { source: `https://www.${AMOUNTS.site}`, checked_on: AMOUNTS.checkedOn }),
      'huur.oud': aStaleParameter(7),
    }),
    'flows/huur/flow.yaml': stringify(aFlow({ questions, outcomes: ['dichtbij', 'ver'] })),
    'flows/huur/words.nl.yaml': stringify({
      ...GOOD_FILES['flows/huur/words.nl.yaml'],
      questions: {
        'waar-woont-u': { ask: ASKS.postcode, why: `${why} U moet er {huur.ver} wonen.` },
        hoeveel: {
          ask: ASKS.number,
          why: `${why} U mag {huur.oud} sparen.`,
          explain: 'Het telt na {huur.oud}.',
        },
        'wat-hebt-u': { ask: ASKS.several, why, answers },
      },
      outcomes: {
        dichtbij: { title: ENDS.near, text: 'U kunt er lopend heen. U kunt er na {huur.ver} wonen.' },
        ver: { title: ENDS.far, text: 'U kunt er met de bus heen.' },
        balie: { title: ENDS.desk, text: 'Wij helpen u graag.' },
      },
    }),
    'flows/huur/cases.yaml': stringify([
      { name: 'dichtbij', answers: { 'waar-woont-u': '3511AB' }, outcome: 'dichtbij' },
      {
        name: 'ver',
        answers: { 'waar-woont-u': '9999ZZ', hoeveel: 10, 'wat-hebt-u': [] },
        outcome: 'ver',
      },
    ]),
  });
}
