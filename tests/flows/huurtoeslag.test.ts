import { everyNext } from './every-next.ts';

const young = { 'hoe-oud-bent-u': 19 };
const older = { 'hoe-oud-bent-u': 45 };

everyNext('huurtoeslag', '2026-11-24', [
  ['woont-u-in-een-huurhuis', 'huis', {}, 'hoe-oud-bent-u'],
  ['woont-u-in-een-huurhuis', 'kamer', {}, 'heeft-u-een-eigen-voordeur'],
  ['woont-u-in-een-huurhuis', 'eigen', {}, 'geen-huurhuis'],
  ['woont-u-in-een-huurhuis', 'inwonen', {}, 'geen-huurhuis'],
  ['woont-u-in-een-huurhuis', 'weet-niet', {}, 'vraag-de-balie'],
  ['heeft-u-een-eigen-voordeur', 'ja', {}, 'hoe-oud-bent-u'],
  ['heeft-u-een-eigen-voordeur', 'nee', {}, 'geen-eigen-voordeur'],
  ['heeft-u-een-eigen-voordeur', 'weet-niet', {}, 'vraag-de-balie'],
  ['hoe-oud-bent-u', 17, {}, 'nog-te-jong'],
  ['hoe-oud-bent-u', 18, {}, 'krijgt-u-al-huurtoeslag'],
  ['hoe-oud-bent-u', 'weet-niet', {}, 'vraag-de-balie'],
  ['hoe-oud-bent-u', 30, {}, 'vraag-de-balie', 'stale'],
  ['krijgt-u-al-huurtoeslag', 'ja', {}, 'kijk-in-mijn-toeslagen'],
  ['krijgt-u-al-huurtoeslag', 'nee', {}, 'hoeveel-huur-betaalt-u'],
  ['krijgt-u-al-huurtoeslag', 'weet-niet', {}, 'kijk-in-mijn-toeslagen'],
  ['hoeveel-huur-betaalt-u', 700, {}, 'heeft-u-digid'],
  ['hoeveel-huur-betaalt-u', 'weet-niet', {}, 'heeft-u-digid'],
  ['heeft-u-digid', 'ja', { ...young, 'hoeveel-huur-betaalt-u': 499 }, 'deel-van-de-huur-telt-jong'],
  ['heeft-u-digid', 'ja', { ...young, 'hoeveel-huur-betaalt-u': 498 }, 'misschien-huurtoeslag'],
  ['heeft-u-digid', 'ja', { 'hoe-oud-bent-u': 21, 'hoeveel-huur-betaalt-u': 499 }, 'misschien-huurtoeslag'],
  ['heeft-u-digid', 'ja', { ...older, 'hoeveel-huur-betaalt-u': 933 }, 'deel-van-de-huur-telt'],
  ['heeft-u-digid', 'ja', { ...older, 'hoeveel-huur-betaalt-u': 932 }, 'misschien-huurtoeslag'],
  ['heeft-u-digid', 'ja', { ...older, 'hoeveel-huur-betaalt-u': 'weet-niet' }, 'misschien-huurtoeslag'],
  ['heeft-u-digid', 'ja', { ...older, 'hoeveel-huur-betaalt-u': 700 }, 'vraag-de-balie', 'stale'],
  ['heeft-u-digid', 'nee', {}, 'eerst-digid'],
  ['heeft-u-digid', 'weet-niet', {}, 'vraag-de-balie'],
]);
