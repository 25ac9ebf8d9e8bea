import { everyNext } from './every-next.ts';

everyNext('mensen-ontmoeten', '2026-11-24', [
  ['hoe-gaat-het-met-u', 'goed', {}, 'kunt-u-makkelijk-hier-komen'],
  ['hoe-gaat-het-met-u', 'soms-alleen', {}, 'kunt-u-makkelijk-hier-komen'],
  ['hoe-gaat-het-met-u', 'heel-somber', {}, 'praat-met-iemand-die-u-vertrouwt'],
  ['hoe-gaat-het-met-u', 'weet-niet', {}, 'kunt-u-makkelijk-hier-komen'],
  ['kunt-u-makkelijk-hier-komen', 'ja', {}, 'wat-vindt-u-fijn'],
  ['kunt-u-makkelijk-hier-komen', 'nee', {}, 'hulp-om-hier-te-komen'],
  ['kunt-u-makkelijk-hier-komen', 'weet-niet', {}, 'wat-vindt-u-fijn'],
  ['wat-vindt-u-fijn', ['iets-leren', 'koffie-en-praten'], {}, 'kom-koffie-drinken'],
  ['wat-vindt-u-fijn', ['iets-leren', 'rustig-zitten'], {}, 'zit-rustig-in-de-bibliotheek'],
  ['wat-vindt-u-fijn', ['iets-leren', 'nederlands-oefenen'], {}, 'oefen-uw-nederlands'],
  ['wat-vindt-u-fijn', ['iets-leren', 'iets-doen-voor-anderen'], {}, 'wat-wilt-u-leren'],
  [
    'wat-vindt-u-fijn',
    ['iets-doen-voor-anderen'],
    { 'hoe-gaat-het-met-u': 'soms-alleen' },
    'help-als-vrijwilliger',
  ],
  ['wat-vindt-u-fijn', [], { 'hoe-gaat-het-met-u': 'soms-alleen' }, 'kom-koffie-drinken'],
  ['wat-vindt-u-fijn', [], { 'hoe-gaat-het-met-u': 'goed' }, 'zit-rustig-in-de-bibliotheek'],
  ['wat-vindt-u-fijn', 'weet-niet', {}, 'kom-koffie-drinken'],
  ['wat-wilt-u-leren', 'computer', {}, 'leer-de-computer'],
  ['wat-wilt-u-leren', 'overheid', {}, 'leer-online-regelen'],
  ['wat-wilt-u-leren', 'zorg', {}, 'leer-online-regelen'],
  ['wat-wilt-u-leren', 'iets-anders', {}, 'vraag-de-balie'],
  ['wat-wilt-u-leren', 'weet-niet', {}, 'vraag-de-balie'],
]);
