import { everyNext } from './every-next.ts';

/** A child whose age nobody said is helped as a child: the municipality asks. */
const child = (age: number | 'weet-niet') => ({
  'voor-wie-is-de-hulp': 'mijn-kind',
  'hoe-oud-is-het-kind': age,
});

everyNext('naar-wie-ga-ik', '2026-11-24', [
  ['waar-heeft-u-hulp-bij-nodig', 'ziek', {}, 'ga-naar-de-huisarts'],
  ['waar-heeft-u-hulp-bij-nodig', 'hulp-thuis', {}, 'voor-wie-is-de-hulp'],
  ['waar-heeft-u-hulp-bij-nodig', 'werk-of-geld', {}, 'wat-is-er-met-uw-werk'],
  ['waar-heeft-u-hulp-bij-nodig', 'zorgverzekering', {}, 'bel-uw-zorgverzekeraar'],
  ['waar-heeft-u-hulp-bij-nodig', 'weet-niet', {}, 'zoek-het-samen-uit'],
  ['voor-wie-is-de-hulp', 'mijzelf', {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['voor-wie-is-de-hulp', 'iemand-anders', {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['voor-wie-is-de-hulp', 'mijn-kind', {}, 'hoe-oud-is-het-kind'],
  ['voor-wie-is-de-hulp', 'weet-niet', {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['hoe-oud-is-het-kind', 9, {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['hoe-oud-is-het-kind', 'weet-niet', {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['is-er-dag-en-nacht-zorg-nodig', 'ja', {}, 'blijft-dat-altijd-zo'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(17), 'vraag-hulp-voor-uw-kind'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(18), 'waarmee-is-hulp-nodig'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child('weet-niet'), 'vraag-hulp-voor-uw-kind'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', {}, 'waarmee-is-hulp-nodig'],
  ['is-er-dag-en-nacht-zorg-nodig', 'weet-niet', {}, 'zoek-het-samen-uit'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(17), 'zoek-het-samen-uit', 'stale'],
  ['blijft-dat-altijd-zo', 'ja', {}, 'vraag-zorg-bij-het-ciz'],
  ['blijft-dat-altijd-zo', 'nee', {}, 'ga-naar-de-huisarts'],
  ['blijft-dat-altijd-zo', 'weet-niet', {}, 'zoek-het-samen-uit'],
  [
    'waarmee-is-hulp-nodig',
    'huishouden',
    { 'voor-wie-is-de-hulp': 'iemand-anders' },
    'hulp-voor-de-ander-en-u',
  ],
  ['waarmee-is-hulp-nodig', 'huishouden', { 'voor-wie-is-de-hulp': 'mijzelf' }, 'vraag-hulp-bij-de-gemeente'],
  [
    'waarmee-is-hulp-nodig',
    'huis-aanpassen',
    { 'voor-wie-is-de-hulp': 'iemand-anders' },
    'hulp-voor-de-ander-en-u',
  ],
  [
    'waarmee-is-hulp-nodig',
    'huis-aanpassen',
    { 'voor-wie-is-de-hulp': 'mijn-kind' },
    'vraag-hulp-bij-de-gemeente',
  ],
  [
    'waarmee-is-hulp-nodig',
    'naar-buiten',
    { 'voor-wie-is-de-hulp': 'iemand-anders' },
    'hulp-voor-de-ander-en-u',
  ],
  [
    'waarmee-is-hulp-nodig',
    'naar-buiten',
    { 'voor-wie-is-de-hulp': 'weet-niet' },
    'vraag-hulp-bij-de-gemeente',
  ],
  ['waarmee-is-hulp-nodig', 'wassen-of-medicijnen', {}, 'ga-naar-de-huisarts'],
  ['waarmee-is-hulp-nodig', 'weet-niet', {}, 'zoek-het-samen-uit'],
  ['wat-is-er-met-uw-werk', 'werk-kwijt', {}, 'ga-naar-uwv'],
  ['wat-is-er-met-uw-werk', 'werk-zoeken', {}, 'ga-naar-uwv'],
  ['wat-is-er-met-uw-werk', 'te-weinig-geld', {}, 'vraag-bijstand'],
  ['wat-is-er-met-uw-werk', 'weet-niet', {}, 'zoek-het-samen-uit'],
]);
