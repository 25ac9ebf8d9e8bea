import { expect, it } from 'vitest';
import { walk } from '../../core/domain/walk.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

it.each(['betaald', 'bankgegevens', 'digid', 'andere-gegevens', 'geklikt'])(
  'whoever looks along is stopped first, also after: %s',
  (also) => {
    const { flows, parameters } = shippedPack();
    const flow = flows.find((each) => each.flow.id === 'is-dit-bericht-echt')?.flow;
    if (flow === undefined) throw new Error('There is no such flow.');
    const answers = { 'heeft-u-al-iets-gedaan': 'ja', 'wat-heeft-u-gedaan': [also, 'meekijken'] };
    const { at } = walk(flow, answers, { today: '2026-11-24', parameters });
    expect(flow.outcomes[at.id]?.steps[0]).toBe('stop-het-contact');
  },
);

it.each([
  ['nl', 'met een andere telefoon'],
  ['en', 'with another phone'],
])('whoever switches the telephone off reads in %s how to call the bank then', (language, how) => {
  const single = shippedPack().flows.find((each) => each.flow.id === 'is-dit-bericht-echt');
  expect(single?.words[language]?.steps['stop-het-contact']?.text).toContain(how);
});

everyNext('is-dit-bericht-echt', '2026-11-24', [
  ['heeft-u-al-iets-gedaan', 'ja', {}, 'wat-heeft-u-gedaan'],
  ['heeft-u-al-iets-gedaan', 'nee', {}, 'hoe-kwam-het-bericht'],
  ['heeft-u-al-iets-gedaan', 'weet-niet', {}, 'wat-heeft-u-gedaan'],
  ['wat-heeft-u-gedaan', ['betaald'], {}, 'bel-uw-bank'],
  ['wat-heeft-u-gedaan', ['bankgegevens'], {}, 'bel-uw-bank'],
  ['wat-heeft-u-gedaan', ['betaald', 'digid', 'meekijken'], {}, 'bel-uw-bank'],
  ['wat-heeft-u-gedaan', ['digid'], {}, 'digid-beschermen'],
  ['wat-heeft-u-gedaan', ['digid', 'andere-gegevens'], {}, 'digid-beschermen'],
  ['wat-heeft-u-gedaan', ['andere-gegevens'], {}, 'meld-het'],
  ['wat-heeft-u-gedaan', ['meekijken', 'geklikt'], {}, 'meld-het'],
  ['wat-heeft-u-gedaan', ['geklikt'], {}, 'hoe-kwam-het-bericht'],
  ['wat-heeft-u-gedaan', [], {}, 'hoe-kwam-het-bericht'],
  ['wat-heeft-u-gedaan', 'weet-niet', {}, 'vraag-de-balie'],
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
