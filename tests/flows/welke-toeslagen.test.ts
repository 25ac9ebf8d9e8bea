import { everyNext } from './every-next.ts';

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
  ['heeft-u-inkomen', 'bijna-niet', {}, 'bijstand-bij-de-gemeente'],
  ['heeft-u-inkomen', 'weet-niet', {}, 'vraag-de-balie'],
]);
