import { closeSync, openSync, writeSync } from 'node:fs';
import { TAXONOMIES } from '../../core/domain/directory/marks.ts';
import { type Chance, chanceFrom } from '../search/chance.ts';
import { TOPICS } from '../topics.ts';

const LANGUAGES = ['nl', 'en', 'ar', 'tr', 'pl', 'uk'] as const;
const NEIGHBOURHOODS = ['Centrum', 'Noord', 'Oosterveen', 'De Linde', 'De Beemden'] as const;
const WORDS =
  'wij helpen u met geld post werk zorg kind school taal huis buurt en samen kijken naar wat er kan'.split(
    ' ',
  );
const SEED = 20_261_126;

/** Writes a file of so many services, the same ones every time, as the HSDS API gives them. */
export function writeGeneratedServices(file: string, count: number): void {
  const chance = chanceFrom(SEED);
  const descriptor = openSync(file, 'w');
  for (let from = 0; from < count; from += 1000) {
    const some = Array.from({ length: Math.min(1000, count - from) }, (_, index) =>
      JSON.stringify(generatedService(from + index, chance)),
    );
    writeSync(descriptor, `${from === 0 ? '[' : ','}${some.join(',\n')}`);
  }
  writeSync(descriptor, ']');
  closeSync(descriptor);
}

/** The id of a generated service. */
export function generatedId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function generatedService(number: number, chance: Chance): object {
  const text = (words: number) => Array.from({ length: words }, () => chance.one(WORDS)).join(' ');
  const organization = chance.below(5000);
  const location = chance.below(20_000);
  const term = (taxonomy: string, code: string) => ({
    taxonomy_term: { id: `${taxonomy}-${code}`, code, name: code, taxonomy },
  });
  return {
    id: generatedId(number),
    name: `${text(3)} ${number}`,
    description: `${text(40)}.`,
    status: 'active',
    application_process: `${text(10)}.`,
    eligibility_description: `${text(8)}.`,
    assured_date: '2026-11-03',
    phones: [{ id: `p${number}`, number: '099 000 01 01' }],
    schedules: ['MO,TU', 'WE,TH,FR'].map((byday, index) => ({
      id: `s${number}-${index}`,
      freq: 'WEEKLY',
      byday,
      opens_at: `0${8 + chance.below(2)}:00`,
      closes_at: `1${5 + chance.below(4)}:30`,
    })),
    service_at_locations: [
      {
        id: `at${number}`,
        location: {
          id: `l${location}`,
          location_type: 'physical',
          name: `Plek ${location}`,
          addresses: [
            {
              id: `a${location}`,
              address_1: `Straat ${location}`,
              city: 'Veldermeer',
              region: NEIGHBOURHOODS[location % NEIGHBOURHOODS.length],
            },
          ],
        },
      },
    ],
    languages: [{ id: `t${number}`, code: chance.one(LANGUAGES) }],
    organization: { id: `o${organization}`, name: `Organisatie ${organization}` },
    cost_options: [{ id: `c${number}`, currency: 'EUR', amount: chance.below(3) }],
    attributes: [
      { id: `x${number}`, ...term(TAXONOMIES.topic, chance.one(TOPICS)) },
      {
        id: `n${number}`,
        value: `${text(3)} ${number}`,
        label: 'name',
        ...term(TAXONOMIES.translation, 'en'),
      },
      {
        id: `d${number}`,
        value: `${text(40)}.`,
        label: 'description',
        ...term(TAXONOMIES.translation, 'en'),
      },
    ],
  };
}
