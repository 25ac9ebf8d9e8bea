import { expect, it } from 'vitest';
import { pathsOf } from '../../core/domain/paths.ts';
import { everyNext } from './every-next.ts';
import { shippedPack } from './shipped-pack.ts';

const { flows, parameters } = shippedPack();
const [single] = flows.filter(({ flow }) => flow.id === 'welke-toeslagen');
if (single === undefined) throw new Error('There is no such flow.');
const { flow, words } = single;

it('whoever has childcare that counts reads about its allowance, with or without money', () => {
  const ends = new Set<string>();
  for (const { answers, outcome } of pathsOf(flow, { today: '2026-11-24', parameters }))
    if (answers['is-de-opvang-geregistreerd'] === 'ja') ends.add(outcome);
  for (const id of ends) {
    expect(flow.outcomes[id]?.flows, id).toContain('kind-en-opvang');
    expect(flow.outcomes[id]?.articles, id).toContain('kinderopvangtoeslag');
    const { steps = [] } = flow.outcomes[id] ?? {};
    for (const language of ['nl', 'en']) {
      const said = JSON.stringify([
        words[language]?.outcomes[id],
        steps.map((step) => words[language]?.steps[step]),
      ]);
      if (id !== 'vraag-de-balie') expect(said, id).toContain('{kinderopvangtoeslag.aanvragen-binnen}');
    }
  }
});

it('a parent who is too young for healthcare allowance is shown the way to childcare', () => {
  expect(flow.outcomes['nog-geen-toeslag']?.flows).toContain('kind-en-opvang');
});

it.each(['welke-toeslagen', 'aow'])('in %s the SVB is asked first where AOW leaves too little', (id) => {
  const outcomes = flows.find((each) => each.flow.id === id)?.flow.outcomes ?? {};
  const { steps, contacts } = outcomes[id === 'aow' ? 'rondkomen-met-aow' : 'vraag-het-de-svb'] ?? {};
  expect(steps?.[0]).toBe('vraag-svb-om-geld');
  expect(contacts?.[0]).toBe('svb');
});

const workingParent = { 'werkt-of-leert-u': 'alleen-ja', 'is-de-opvang-geregistreerd': 'ja' };

everyNext('welke-toeslagen', '2026-11-24', [
  ['hoe-oud-bent-u', 17, {}, 'nog-geen-toeslag'],
  ['hoe-oud-bent-u', 18, {}, 'wat-past-bij-u'],
  ['hoe-oud-bent-u', 'weet-niet', {}, 'wat-past-bij-u'],
  ['hoe-oud-bent-u', 30, {}, 'wat-past-bij-u', 'stale'],
  ['wat-past-bij-u', ['zorgverzekering', 'kinderopvang'], {}, 'werkt-of-leert-u'],
  ['wat-past-bij-u', ['zorgverzekering', 'huurhuis'], {}, 'heeft-u-inkomen'],
  ['wat-past-bij-u', [], {}, 'heeft-u-inkomen'],
  ['wat-past-bij-u', 'weet-niet', {}, 'vraag-de-balie'],
  ['werkt-of-leert-u', 'alleen-ja', {}, 'is-de-opvang-geregistreerd'],
  ['werkt-of-leert-u', 'samen-ja', {}, 'is-de-opvang-geregistreerd'],
  ['werkt-of-leert-u', 'nee', {}, 'heeft-u-inkomen'],
  ['werkt-of-leert-u', 'weet-niet', {}, 'is-de-opvang-geregistreerd'],
  ['is-de-opvang-geregistreerd', 'ja', {}, 'heeft-u-inkomen'],
  ['is-de-opvang-geregistreerd', 'nee', {}, 'heeft-u-inkomen'],
  ['is-de-opvang-geregistreerd', 'weet-niet', {}, 'heeft-u-inkomen'],
  [
    'heeft-u-inkomen',
    'ja',
    { ...workingParent, 'wat-past-bij-u': ['kinderopvang', 'huurhuis'] },
    'opvang-en-huur',
  ],
  [
    'heeft-u-inkomen',
    'ja',
    { ...workingParent, 'wat-past-bij-u': ['kinderopvang', 'zorgverzekering'] },
    'opvang',
  ],
  [
    'heeft-u-inkomen',
    'ja',
    { ...workingParent, 'is-de-opvang-geregistreerd': 'weet-niet', 'wat-past-bij-u': ['kinderopvang'] },
    'opvang',
  ],
  [
    'heeft-u-inkomen',
    'ja',
    {
      ...workingParent,
      'is-de-opvang-geregistreerd': 'nee',
      'wat-past-bij-u': ['kinderopvang', 'huurhuis', 'zorgverzekering'],
    },
    'zorg-en-huur',
  ],
  [
    'heeft-u-inkomen',
    'ja',
    { 'wat-past-bij-u': ['kinderopvang'], 'werkt-of-leert-u': 'weet-niet' },
    'opvang',
  ],
  ['heeft-u-inkomen', 'ja', { 'wat-past-bij-u': ['zorgverzekering', 'huurhuis'] }, 'zorg-en-huur'],
  ['heeft-u-inkomen', 'ja', { 'wat-past-bij-u': ['zorgverzekering'] }, 'zorg'],
  ['heeft-u-inkomen', 'ja', { 'wat-past-bij-u': ['huurhuis'] }, 'huur'],
  [
    'heeft-u-inkomen',
    'ja',
    { 'wat-past-bij-u': ['kinderopvang'], 'werkt-of-leert-u': 'nee' },
    'nu-geen-toeslag-gevonden',
  ],
  ['heeft-u-inkomen', 'ja', { 'wat-past-bij-u': [] }, 'nu-geen-toeslag-gevonden'],
  ['heeft-u-inkomen', 'bijna-niet', { 'hoe-oud-bent-u': 66 }, 'bijstand-bij-de-gemeente'],
  ['heeft-u-inkomen', 'bijna-niet', { 'hoe-oud-bent-u': 'weet-niet' }, 'bijstand-bij-de-gemeente'],
  ['heeft-u-inkomen', 'bijna-niet', { 'hoe-oud-bent-u': 67 }, 'vraag-het-de-svb'],
  ['heeft-u-inkomen', 'bijna-niet', { 'hoe-oud-bent-u': 70 }, 'bijstand-bij-de-gemeente', 'stale'],
  [
    'heeft-u-inkomen',
    'bijna-niet',
    { ...workingParent, 'wat-past-bij-u': ['kinderopvang', 'huurhuis'] },
    'opvang-en-bijstand',
  ],
  [
    'heeft-u-inkomen',
    'bijna-niet',
    { 'wat-past-bij-u': ['kinderopvang'], 'werkt-of-leert-u': 'nee', 'hoe-oud-bent-u': 30 },
    'bijstand-bij-de-gemeente',
  ],
  ['heeft-u-inkomen', 'weet-niet', {}, 'vraag-de-balie'],
]);
