import { expect, it } from 'vitest';
import { pathsOf } from '../../core/domain/paths.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

const URGENT = [
  'bel-vandaag-de-gemeente',
  'bel-vandaag-zonder-naam',
  'gratis-advies-vandaag',
  'kom-nu-naar-de-balie',
];

it('whoever says that it is urgent reads so, and how to reach the municipality, whomever they want to talk to', () => {
  const { flows, parameters } = shippedPack();
  const [single] = flows.filter(({ flow }) => flow.id === 'schulden');
  if (single === undefined) throw new Error('There is no such flow.');
  const { flow, words } = single;
  const paths = [...pathsOf(flow, { today: '2026-11-24', parameters })];
  const ends = new Set(
    paths.flatMap(({ answers, outcome }) => (answers['wat-speelt-er-nu'] === 'er-is-haast' ? outcome : [])),
  );
  expect([...ends].sort()).toEqual(URGENT);
  for (const id of URGENT) {
    expect(words['nl']?.outcomes[id]?.title, id).toMatch(/vandaag|nu/);
    expect(words['en']?.outcomes[id]?.title, id).toMatch(/today|now/);
    expect(flow.outcomes[id]?.steps, id).toContain('vertel-dat-er-haast-is');
    expect(flow.outcomes[id]?.contacts, id).toContain('gemeente');
  }
});

everyNext('schulden', '2026-11-24', [
  ['wat-speelt-er-nu', 'een-rekening', {}, 'wat-vindt-u-van-de-rekening'],
  ['wat-speelt-er-nu', 'meer-rekeningen', {}, 'ligt-er-dichte-post'],
  ['wat-speelt-er-nu', 'dichte-post', {}, 'post-samen-openen'],
  ['wat-speelt-er-nu', 'er-is-haast', {}, 'wat-dreigt-er'],
  ['wat-speelt-er-nu', 'zorgen-om-later', {}, 'naar-toeslagen-gekeken'],
  ['wat-speelt-er-nu', 'weet-niet', {}, 'met-wie-wilt-u-praten'],
  ['wat-vindt-u-van-de-rekening', 'klopt', {}, 'kunt-u-later-betalen'],
  ['wat-vindt-u-van-de-rekening', 'klopt-niet', {}, 'gratis-advies'],
  ['wat-vindt-u-van-de-rekening', 'vertrouw-niet', {}, 'misschien-vals'],
  ['wat-vindt-u-van-de-rekening', 'weet-niet', {}, 'vraag-de-balie'],
  ['kunt-u-later-betalen', 'later', {}, 'vraag-om-later-betalen'],
  ['kunt-u-later-betalen', 'in-delen', {}, 'vraag-om-later-betalen'],
  ['kunt-u-later-betalen', 'niet', {}, 'met-wie-wilt-u-praten'],
  ['kunt-u-later-betalen', 'weet-niet', {}, 'met-wie-wilt-u-praten'],
  ['ligt-er-dichte-post', 'ja', {}, 'post-samen-openen'],
  ['ligt-er-dichte-post', 'nee', {}, 'met-wie-wilt-u-praten'],
  ['ligt-er-dichte-post', 'weet-niet', {}, 'met-wie-wilt-u-praten'],
  ['wat-dreigt-er', 'uit-huis', {}, 'bel-vandaag-de-gemeente'],
  ['wat-dreigt-er', 'energie-of-water', {}, 'bel-vandaag-de-gemeente'],
  ['wat-dreigt-er', 'deurwaarder', {}, 'bent-u-het-eens'],
  ['wat-dreigt-er', 'iets-anders', {}, 'met-wie-wilt-u-praten'],
  ['wat-dreigt-er', 'weet-niet', {}, 'bel-vandaag-de-gemeente'],
  ['bent-u-het-eens', 'ja', {}, 'met-wie-wilt-u-praten'],
  ['bent-u-het-eens', 'nee', {}, 'gratis-advies-vandaag'],
  ['bent-u-het-eens', 'weet-niet', {}, 'gratis-advies-vandaag'],
  ['naar-toeslagen-gekeken', 'ja', {}, 'met-wie-wilt-u-praten'],
  ['naar-toeslagen-gekeken', 'nee', {}, 'misschien-meer-geld'],
  ['naar-toeslagen-gekeken', 'weet-niet', {}, 'misschien-meer-geld'],
  ['met-wie-wilt-u-praten', 'zonder-naam', { 'wat-speelt-er-nu': 'er-is-haast' }, 'bel-vandaag-zonder-naam'],
  ['met-wie-wilt-u-praten', 'zonder-naam', { 'wat-speelt-er-nu': 'weet-niet' }, 'bel-gratis-en-anoniem'],
  ['met-wie-wilt-u-praten', 'gemeente', { 'wat-speelt-er-nu': 'er-is-haast' }, 'bel-vandaag-de-gemeente'],
  ['met-wie-wilt-u-praten', 'gemeente', { 'wat-speelt-er-nu': 'meer-rekeningen' }, 'de-gemeente-helpt'],
  ['met-wie-wilt-u-praten', 'gemeente', { 'wat-speelt-er-nu': 'weet-niet' }, 'de-gemeente-helpt'],
  ['met-wie-wilt-u-praten', 'balie', { 'wat-speelt-er-nu': 'er-is-haast' }, 'kom-nu-naar-de-balie'],
  ['met-wie-wilt-u-praten', 'balie', { 'wat-speelt-er-nu': 'zorgen-om-later' }, 'vraag-de-balie'],
  ['met-wie-wilt-u-praten', 'weet-niet', { 'wat-speelt-er-nu': 'er-is-haast' }, 'kom-nu-naar-de-balie'],
  ['met-wie-wilt-u-praten', 'weet-niet', { 'wat-speelt-er-nu': 'een-rekening' }, 'vraag-de-balie'],
]);
