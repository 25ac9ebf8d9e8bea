import { expect, it } from 'vitest';
import { pathsOf } from '../../core/domain/paths.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

const { flows, parameters } = shippedPack();
const [single] = flows.filter(({ flow }) => flow.id === 'werk-kwijt');
if (single === undefined) throw new Error('There is no such flow.');
const { flow, words } = single;
const paths = [...pathsOf(flow, { today: '2026-11-24', parameters })];
const endsOf = (what: string) => [
  ...new Set(paths.flatMap(({ answers, outcome }) => (answers['wat-is-er-gebeurd'] === what ? outcome : []))),
];
const said = (language: string, id: string) =>
  JSON.stringify([
    words[language]?.outcomes[id],
    flow.outcomes[id]?.steps.map((step) => words[language]?.steps[step]),
  ]);

it.each(['net-gestopt', 'langer-gestopt', 'stopt-binnenkort'])(
  'whoever answers %s reads wherever that ends within which term to apply for WW',
  (what) => {
    for (const id of endsOf(what))
      for (const language of ['nl', 'en']) expect(said(language, id), id).toContain('{ww.aanvragen-binnen}');
  },
);

it.each(['net-gestopt', 'langer-gestopt'])(
  'whoever answers %s reads wherever that ends who gives free advice about a dismissal',
  (what) => {
    for (const id of endsOf(what)) {
      expect(flow.outcomes[id]?.contacts, id).toContain('juridisch-loket');
      expect(flow.outcomes[id]?.articles, id).toContain('gratis-rechtshulp');
    }
  },
);

it('whoever still works is told neither that there is haste, nor to say that the work has stopped', () => {
  for (const id of endsOf('stopt-binnenkort')) {
    expect(said('nl', id), id).not.toMatch(/Er is haast|heb mijn werk niet meer/);
    expect(said('en', id), id).not.toMatch(/There is a hurry|do not have my job any more/);
  }
});

everyNext('werk-kwijt', '2026-11-24', [
  ['wat-is-er-gebeurd', 'stopt-binnenkort', {}, 'bent-u-het-eens'],
  ['wat-is-er-gebeurd', 'net-gestopt', {}, 'hoeveel-weken-gewerkt'],
  ['wat-is-er-gebeurd', 'langer-gestopt', {}, 'hoeveel-weken-gewerkt'],
  ['wat-is-er-gebeurd', 'ziek', {}, 'ziek-vraag-uwv'],
  ['wat-is-er-gebeurd', 'eigen-bedrijf', {}, 'heeft-u-geld-om-van-te-leven'],
  ['wat-is-er-gebeurd', 'weet-niet', {}, 'vraag-de-balie'],
  ['bent-u-het-eens', 'ja', {}, 'hoeveel-weken-gewerkt'],
  ['bent-u-het-eens', 'nee', {}, 'gratis-advies-over-ontslag'],
  ['bent-u-het-eens', 'weet-niet', {}, 'gratis-advies-over-ontslag'],
  ['hoeveel-weken-gewerkt', 25, {}, 'heeft-u-geld-om-van-te-leven'],
  ['hoeveel-weken-gewerkt', 26, {}, 'heeft-u-digid'],
  ['hoeveel-weken-gewerkt', 'weet-niet', {}, 'heeft-u-digid'],
  ['hoeveel-weken-gewerkt', 10, {}, 'heeft-u-digid', 'stale'],
  ['heeft-u-digid', 'ja', { 'wat-is-er-gebeurd': 'stopt-binnenkort' }, 'maak-u-klaar-voor-ww'],
  ['heeft-u-digid', 'ja', { 'wat-is-er-gebeurd': 'langer-gestopt' }, 'vraag-ww-vandaag-nog-aan'],
  ['heeft-u-digid', 'ja', { 'wat-is-er-gebeurd': 'net-gestopt' }, 'vraag-nu-ww-aan'],
  ['heeft-u-digid', 'nee', { 'wat-is-er-gebeurd': 'stopt-binnenkort' }, 'vraag-vast-digid-aan'],
  ['heeft-u-digid', 'nee', { 'wat-is-er-gebeurd': 'net-gestopt' }, 'eerst-digid'],
  ['heeft-u-digid', 'weet-niet', {}, 'vraag-de-balie'],
  ['heeft-u-geld-om-van-te-leven', 'ja', { 'wat-is-er-gebeurd': 'eigen-bedrijf' }, 'hulp-bij-werk-zoeken'],
  ['heeft-u-geld-om-van-te-leven', 'ja', { 'wat-is-er-gebeurd': 'net-gestopt' }, 'werk-zoeken-en-ww-vragen'],
  [
    'heeft-u-geld-om-van-te-leven',
    'even-nog',
    { 'wat-is-er-gebeurd': 'eigen-bedrijf' },
    'vraag-de-gemeente-om-bijstand',
  ],
  [
    'heeft-u-geld-om-van-te-leven',
    'even-nog',
    { 'wat-is-er-gebeurd': 'net-gestopt' },
    'bijstand-en-ww-vragen',
  ],
  [
    'heeft-u-geld-om-van-te-leven',
    'nee',
    { 'wat-is-er-gebeurd': 'eigen-bedrijf' },
    'vraag-de-gemeente-om-bijstand',
  ],
  ['heeft-u-geld-om-van-te-leven', 'nee', { 'wat-is-er-gebeurd': 'net-gestopt' }, 'bijstand-en-ww-vragen'],
  [
    'heeft-u-geld-om-van-te-leven',
    'weet-niet',
    { 'wat-is-er-gebeurd': 'eigen-bedrijf' },
    'vraag-de-gemeente-om-bijstand',
  ],
  [
    'heeft-u-geld-om-van-te-leven',
    'weet-niet',
    { 'wat-is-er-gebeurd': 'net-gestopt' },
    'bijstand-en-ww-vragen',
  ],
]);
