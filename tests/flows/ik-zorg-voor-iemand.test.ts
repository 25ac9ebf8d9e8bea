import { everyNext } from './every-next.ts';

/** A child whose age nobody said is helped as a child: the municipality asks. */
const child = (age: number | 'weet-niet') => ({ 'voor-wie-zorgt-u': 'kind', 'hoe-oud-is-het-kind': age });

everyNext('ik-zorg-voor-iemand', '2026-11-24', [
  ['voor-wie-zorgt-u', 'partner', {}, 'hoe-gaat-het-met-u'],
  ['voor-wie-zorgt-u', 'ouder', {}, 'hoe-gaat-het-met-u'],
  ['voor-wie-zorgt-u', 'kind', {}, 'hoe-oud-is-het-kind'],
  ['voor-wie-zorgt-u', 'iemand-anders', {}, 'hoe-gaat-het-met-u'],
  ['voor-wie-zorgt-u', 'weet-niet', {}, 'hoe-gaat-het-met-u'],
  ['hoe-oud-is-het-kind', 9, {}, 'hoe-gaat-het-met-u'],
  ['hoe-oud-is-het-kind', 'weet-niet', {}, 'hoe-gaat-het-met-u'],
  ['hoe-gaat-het-met-u', 'goed', {}, 'wat-zou-u-helpen'],
  ['hoe-gaat-het-met-u', 'moe', {}, 'wat-zou-u-helpen'],
  ['hoe-gaat-het-met-u', 'het-lukt-niet-meer', {}, 'u-heeft-nu-hulp-nodig'],
  ['hoe-gaat-het-met-u', 'weet-niet', {}, 'wat-zou-u-helpen'],
  ['wat-zou-u-helpen', ['praten', 'meer-zorg'], {}, 'is-er-dag-en-nacht-zorg-nodig'],
  ['wat-zou-u-helpen', ['papieren', 'even-vrij'], {}, 'even-vrij-van-de-zorg'],
  ['wat-zou-u-helpen', ['papieren', 'praten'], {}, 'regelen-voor-een-ander'],
  ['wat-zou-u-helpen', ['praten'], {}, 'praat-erover'],
  ['wat-zou-u-helpen', [], { 'hoe-gaat-het-met-u': 'moe' }, 'praat-erover'],
  ['wat-zou-u-helpen', [], { 'hoe-gaat-het-met-u': 'goed' }, 'goed-om-te-weten'],
  ['wat-zou-u-helpen', 'weet-niet', {}, 'praat-erover'],
  ['is-er-dag-en-nacht-zorg-nodig', 'ja', {}, 'blijft-dat-altijd-zo'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(17), 'hulp-voor-uw-kind'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(18), 'hulp-van-de-gemeente'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child('weet-niet'), 'hulp-voor-uw-kind'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', {}, 'hulp-van-de-gemeente'],
  ['is-er-dag-en-nacht-zorg-nodig', 'weet-niet', child(17), 'hulp-voor-uw-kind'],
  ['is-er-dag-en-nacht-zorg-nodig', 'weet-niet', {}, 'hulp-van-de-gemeente'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', child(17), 'vraag-de-balie', 'stale'],
  ['blijft-dat-altijd-zo', 'ja', {}, 'zorg-via-het-ciz'],
  ['blijft-dat-altijd-zo', 'nee', child(17), 'hulp-voor-uw-kind'],
  ['blijft-dat-altijd-zo', 'nee', {}, 'hulp-van-de-gemeente'],
  ['blijft-dat-altijd-zo', 'nee', child(17), 'vraag-de-balie', 'stale'],
  ['blijft-dat-altijd-zo', 'weet-niet', {}, 'vraag-de-balie'],
]);
