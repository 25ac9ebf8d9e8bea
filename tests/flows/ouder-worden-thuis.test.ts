import { expect, it } from 'vitest';
import { pathsOf } from '../../core/domain/paths.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

/** Of the flows that may be about somebody else: the question, and the answers that say so. */
const FOR_ANOTHER = [
  ['naar-wie-ga-ik', 'voor-wie-is-de-hulp', ['iemand-anders', 'mijn-kind']],
  ['ouder-worden-thuis', 'om-wie-gaat-het', ['naaste']],
] as const;

it.each(FOR_ANOTHER)(
  'in %s nobody who asks for another is sent to their own doctor',
  (id, question, others) => {
    const { flows, parameters, words } = shippedPack();
    const [single] = flows.filter(({ flow }) => flow.id === id);
    if (single === undefined) throw new Error('There is no such flow.');
    for (const { answers, outcome } of pathsOf(single.flow, { today: '2026-11-24', parameters })) {
      if (!others.some((other) => other === answers[question])) continue;
      const { contacts = [] } = single.flow.outcomes[outcome] ?? {};
      expect(single.words['nl']?.outcomes[outcome]?.title, outcome).not.toContain('uw huisarts');
      if (contacts.includes('huisarts'))
        expect(words['nl']?.contacts['huisarts']?.text).toContain('Gaat het om een ander?');
    }
  },
);

everyNext('ouder-worden-thuis', '2026-11-24', [
  ['om-wie-gaat-het', 'mijzelf', {}, 'wat-wordt-lastig'],
  ['om-wie-gaat-het', 'naaste', {}, 'wat-wordt-lastig'],
  ['om-wie-gaat-het', 'weet-niet', {}, 'wat-wordt-lastig'],
  ['wat-wordt-lastig', ['huishouden', 'vergeten'], {}, 'is-er-dag-en-nacht-zorg-nodig'],
  [
    'wat-wordt-lastig',
    ['huishouden', 'bewegen'],
    { 'om-wie-gaat-het': 'naaste' },
    'waar-merkt-u-dat-het-meest',
  ],
  ['wat-wordt-lastig', ['huishouden'], { 'om-wie-gaat-het': 'naaste' }, 'hulp-ook-voor-de-helper'],
  [
    'wat-wordt-lastig',
    ['huishouden', 'geld-en-brieven'],
    { 'om-wie-gaat-het': 'mijzelf' },
    'helpt-er-al-iemand',
  ],
  ['wat-wordt-lastig', ['geld-en-brieven', 'alleen'], {}, 'hulp-met-geld-en-brieven'],
  ['wat-wordt-lastig', ['alleen'], {}, 'onder-de-mensen'],
  ['wat-wordt-lastig', [], {}, 'kijk-vast-vooruit'],
  ['wat-wordt-lastig', 'weet-niet', {}, 'vraag-de-balie'],
  ['is-er-dag-en-nacht-zorg-nodig', 'ja', {}, 'blijft-dat-altijd-zo'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', { 'om-wie-gaat-het': 'mijzelf' }, 'begin-bij-de-huisarts'],
  ['is-er-dag-en-nacht-zorg-nodig', 'nee', { 'om-wie-gaat-het': 'naaste' }, 'huisarts-van-de-ander'],
  ['is-er-dag-en-nacht-zorg-nodig', 'weet-niet', { 'om-wie-gaat-het': 'mijzelf' }, 'begin-bij-de-huisarts'],
  ['is-er-dag-en-nacht-zorg-nodig', 'weet-niet', { 'om-wie-gaat-het': 'naaste' }, 'huisarts-van-de-ander'],
  ['blijft-dat-altijd-zo', 'ja', {}, 'zorg-via-het-ciz'],
  ['blijft-dat-altijd-zo', 'nee', { 'om-wie-gaat-het': 'mijzelf' }, 'begin-bij-de-huisarts'],
  ['blijft-dat-altijd-zo', 'nee', { 'om-wie-gaat-het': 'naaste' }, 'huisarts-van-de-ander'],
  ['blijft-dat-altijd-zo', 'weet-niet', { 'om-wie-gaat-het': 'mijzelf' }, 'begin-bij-de-huisarts'],
  ['blijft-dat-altijd-zo', 'weet-niet', { 'om-wie-gaat-het': 'naaste' }, 'huisarts-van-de-ander'],
  ['waar-merkt-u-dat-het-meest', 'in-huis', { 'om-wie-gaat-het': 'mijzelf' }, 'veiliger-wonen'],
  ['waar-merkt-u-dat-het-meest', 'in-huis', { 'om-wie-gaat-het': 'naaste' }, 'veiliger-wonen-voor-de-ander'],
  ['waar-merkt-u-dat-het-meest', 'naar-buiten', { 'om-wie-gaat-het': 'naaste' }, 'hulp-ook-voor-de-helper'],
  ['waar-merkt-u-dat-het-meest', 'naar-buiten', { 'om-wie-gaat-het': 'mijzelf' }, 'helpt-er-al-iemand'],
  [
    'waar-merkt-u-dat-het-meest',
    'wassen-en-aankleden',
    { 'om-wie-gaat-het': 'mijzelf' },
    'begin-bij-de-huisarts',
  ],
  [
    'waar-merkt-u-dat-het-meest',
    'wassen-en-aankleden',
    { 'om-wie-gaat-het': 'naaste' },
    'huisarts-van-de-ander',
  ],
  ['waar-merkt-u-dat-het-meest', 'weet-niet', {}, 'vraag-de-balie'],
  ['helpt-er-al-iemand', 'ja', {}, 'hulp-ook-voor-de-helper'],
  ['helpt-er-al-iemand', 'nee', {}, 'hulp-van-de-gemeente'],
  ['helpt-er-al-iemand', 'weet-niet', {}, 'hulp-van-de-gemeente'],
]);
