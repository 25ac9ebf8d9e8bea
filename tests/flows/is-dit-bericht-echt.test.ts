import { expect, it } from 'vitest';
import type { Answer } from '../../core/domain/condition.ts';
import { pathsOf } from '../../core/domain/paths.ts';
import { walk } from '../../core/domain/walk.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

const { flows, parameters } = shippedPack();
const [single] = flows.filter(({ flow }) => flow.id === 'is-dit-bericht-echt');
if (single === undefined) throw new Error('There is no such flow.');
const { flow, words } = single;
const MONEY = ['bel-zelf-uw-bank', 'zet-uit-en-bel-uw-bank'];
const ON_AFTER_A_CLICK = ['wat-heeft-u-gedaan', 'hoe-kwam-het-bericht'];
const setting = { today: '2026-11-24', parameters };
const outcome = (what: Answer) =>
  flow.outcomes[walk(flow, { 'heeft-u-al-iets-gedaan': 'ja', 'wat-heeft-u-gedaan': what }, setting).at.id];

it.each(['betaald', 'bankgegevens', 'digid', 'andere-gegevens', 'geklikt'])(
  'whoever looks along is stopped in the same step in which the bank is called, also after: %s',
  (also) => expect(outcome([also, 'meekijken'])?.steps[0]).toBe('zet-uit-en-bel-uw-bank'),
);

it.each([[['betaald']], [['bankgegevens']], [['betaald', 'digid', 'geklikt']]])(
  'the bank comes first where money is at stake: %s',
  (what) => expect(MONEY).toContain(outcome(what)?.steps[0]),
);

it('whoever does not know what was given away is told to stop, and to call the bank and the police', () => {
  const unsure = outcome('weet-niet');
  expect(unsure?.steps).toEqual(
    expect.arrayContaining([
      'stop-het-contact',
      'bel-zelf-uw-bank',
      'meld-bij-de-politie',
      'loop-naar-de-balie',
    ]),
  );
  expect(unsure?.articles).toContain('gegevens-weggegeven');
});

it('whoever only clicked reads wherever that ends what to do about it', () => {
  const ends = new Set<string>();
  for (const path of pathsOf(flow, setting))
    if (ON_AFTER_A_CLICK.every((id) => path.trail.includes(id))) ends.add(path.outcome);
  expect(ends.size).toBeGreaterThan(3);
  expect([...ends].filter((id) => !flow.outcomes[id]?.steps.includes('al-geklikt'))).toEqual([]);
});

it.each([
  ['nl', 'andere telefoon'],
  ['en', 'another phone'],
])('whoever switches the telephone off reads in %s how to call the bank then', (language, how) => {
  expect(words[language]?.steps['stop-het-contact']?.text).toContain(how);
  expect(words[language]?.steps['zet-uit-en-bel-uw-bank']?.title).toContain(how);
});

everyNext('is-dit-bericht-echt', '2026-11-24', [
  ['heeft-u-al-iets-gedaan', 'ja', {}, 'wat-heeft-u-gedaan'],
  ['heeft-u-al-iets-gedaan', 'nee', {}, 'hoe-kwam-het-bericht'],
  ['heeft-u-al-iets-gedaan', 'weet-niet', {}, 'wat-heeft-u-gedaan'],
  ['wat-heeft-u-gedaan', ['betaald'], {}, 'bel-uw-bank'],
  ['wat-heeft-u-gedaan', ['bankgegevens'], {}, 'bel-uw-bank'],
  ['wat-heeft-u-gedaan', ['betaald', 'digid', 'meekijken'], {}, 'zet-uit-en-bel'],
  ['wat-heeft-u-gedaan', ['digid'], {}, 'digid-beschermen'],
  ['wat-heeft-u-gedaan', ['digid', 'andere-gegevens'], {}, 'digid-beschermen'],
  ['wat-heeft-u-gedaan', ['andere-gegevens'], {}, 'meld-het'],
  ['wat-heeft-u-gedaan', ['meekijken', 'geklikt'], {}, 'zet-uit-en-bel'],
  ['wat-heeft-u-gedaan', ['geklikt'], {}, 'hoe-kwam-het-bericht'],
  ['wat-heeft-u-gedaan', [], {}, 'hoe-kwam-het-bericht'],
  ['wat-heeft-u-gedaan', 'weet-niet', {}, 'meld-het'],
  ['hoe-kwam-het-bericht', 'berichtje', {}, 'van-wie-lijkt-het'],
  ['hoe-kwam-het-bericht', 'e-mail', {}, 'van-wie-lijkt-het'],
  ['hoe-kwam-het-bericht', 'telefoon', {}, 'hang-op'],
  ['hoe-kwam-het-bericht', 'deur', {}, 'hang-op'],
  ['hoe-kwam-het-bericht', 'brief', {}, 'vraag-de-balie'],
  ['hoe-kwam-het-bericht', 'weet-niet', {}, 'van-wie-lijkt-het'],
  ['van-wie-lijkt-het', 'digid', {}, 'staat-er-een-link'],
  ['van-wie-lijkt-het', 'overheid', {}, 'staat-er-een-link'],
  ['van-wie-lijkt-het', 'bank', {}, 'staat-er-een-link'],
  ['van-wie-lijkt-het', 'bedrijf', {}, 'staat-er-een-link'],
  ['van-wie-lijkt-het', 'bekende', {}, 'bel-eerst-zelf'],
  ['van-wie-lijkt-het', 'weet-niet', {}, 'staat-er-een-link'],
  ['staat-er-een-link', 'ja', { 'van-wie-lijkt-het': 'digid' }, 'niet-van-digid'],
  ['staat-er-een-link', 'ja', { 'van-wie-lijkt-het': 'bank' }, 'doe-nog-niets'],
  ['staat-er-een-link', 'ja', { 'van-wie-lijkt-het': 'weet-niet' }, 'doe-nog-niets'],
  ['staat-er-een-link', 'nee', {}, 'wat-vraagt-het-bericht'],
  ['staat-er-een-link', 'weet-niet', {}, 'vraag-de-balie'],
  ['wat-vraagt-het-bericht', ['betalen'], {}, 'doe-nog-niets'],
  ['wat-vraagt-het-bericht', ['gegevens'], {}, 'doe-nog-niets'],
  ['wat-vraagt-het-bericht', ['bellen'], {}, 'doe-nog-niets'],
  ['wat-vraagt-het-bericht', ['haast'], {}, 'doe-nog-niets'],
  ['wat-vraagt-het-bericht', [], {}, 'kijk-zelf-na'],
  ['wat-vraagt-het-bericht', 'weet-niet', {}, 'vraag-de-balie'],
]);
