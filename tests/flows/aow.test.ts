import { everyNext } from './every-next.ts';

const born = (day: string) => ({ 'wanneer-bent-u-geboren': day });

everyNext('aow', '2026-11-24', [
  ['wanneer-bent-u-geboren', '1959-11-24', {}, 'krijgt-u-al-aow'],
  ['wanneer-bent-u-geboren', '1959-11-25', {}, 'hoe-lang-nog'],
  ['wanneer-bent-u-geboren', 'weet-niet', {}, 'krijgt-u-al-aow'],
  ['wanneer-bent-u-geboren', '1959-11-24', {}, 'krijgt-u-al-aow', 'stale'],
  ['krijgt-u-al-aow', 'ja', {}, 'wat-wilt-u-weten'],
  ['krijgt-u-al-aow', 'nee', born('1958-03-10'), 'bel-nu-de-svb'],
  ['krijgt-u-al-aow', 'nee', born('weet-niet'), 'hoe-lang-nog'],
  ['krijgt-u-al-aow', 'weet-niet', {}, 'vraag-de-balie'],
  ['krijgt-u-al-aow', 'nee', born('1958-03-10'), 'vraag-de-svb-wanneer', 'stale'],
  ['wat-wilt-u-weten', 'bedrag', {}, 'vraag-welke-jaren-tellen'],
  ['wat-wilt-u-weten', 'verandering', {}, 'vertel-het-de-svb'],
  ['wat-wilt-u-weten', 'rondkomen', {}, 'rondkomen-met-aow'],
  ['wat-wilt-u-weten', 'brief', {}, 'lees-de-brief-samen'],
  ['wat-wilt-u-weten', 'weet-niet', {}, 'vraag-de-balie'],
  ['hoe-lang-nog', 'heel-kort', {}, 'heeft-u-een-brief'],
  ['hoe-lang-nog', 'paar-maanden', {}, 'heeft-u-een-brief'],
  ['hoe-lang-nog', 'langer', {}, 'woonde-u-in-een-ander-land'],
  ['hoe-lang-nog', 'weet-niet', {}, 'vraag-de-svb-wanneer'],
  ['heeft-u-een-brief', 'ja', {}, 'lees-de-brief-samen'],
  ['heeft-u-een-brief', 'nee', { 'hoe-lang-nog': 'heel-kort' }, 'bel-nu-de-svb'],
  ['heeft-u-een-brief', 'nee', { 'hoe-lang-nog': 'paar-maanden' }, 'wacht-op-de-brief'],
  ['heeft-u-een-brief', 'weet-niet', { 'hoe-lang-nog': 'heel-kort' }, 'bel-nu-de-svb'],
  ['heeft-u-een-brief', 'weet-niet', { 'hoe-lang-nog': 'paar-maanden' }, 'vraag-de-balie'],
  ['woonde-u-in-een-ander-land', 'ja', {}, 'vraag-welke-jaren-tellen'],
  ['woonde-u-in-een-ander-land', 'nee', {}, 'u-hoeft-nu-niets'],
  ['woonde-u-in-een-ander-land', 'weet-niet', {}, 'vraag-welke-jaren-tellen'],
]);
