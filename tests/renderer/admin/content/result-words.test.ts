import { expect, test } from 'vitest';
import { actWords, faultWords, lookWords } from '../../../../renderer/admin/content/result-words.ts';
import { adminSayings } from '../../../../renderer/words/admin-words.ts';
import { nl } from '../../../../renderer/words/nl/admin.ts';
import type { UpdateFault } from '../../../../updates/update-error.ts';

const say = adminSayings('nl');
const FAULTS: readonly UpdateFault[] = [
  ...([
    'missing',
    'unreachable',
    'sign-in-page',
    'slow',
    'cut',
    'too-large',
    'refused',
    'unsafe',
    'gone',
  ] as const),
  ...(['untrusted', 'no-root', 'expired', 'rolled-back', 'version-too-high', 'pack-broken'] as const),
  ...(['busy', 'disk-full', 'not-writable'] as const),
];

test('every fault of an update has plain words; what is not known has some too', () => {
  for (const fault of FAULTS) expect(faultWords(fault, say)).toBe(nl.content.faults[fault]);
  for (const odd of ['bug', 'constructor', '', 'ended'])
    expect(faultWords(odd, say)).toBe(nl.content.faults.unknown);
});

test('what came of a look is a line a pack, by the title that people know', () => {
  const packs = [
    { pack: 'klein', kind: 'ready' as const, version: 3, fault: null },
    { pack: 'groot', kind: 'failed' as const, version: null, fault: 'slow' },
  ];
  expect(lookWords({ kind: 'looked', packs }, say, new Map([['klein', 'Klein pakket']]))).toEqual([
    'Klein pakket: versie 3 staat klaar. Hieronder staat wat er verandert.',
    `groot: ${nl.content.faults.slow}`,
  ]);
  expect(lookWords({ kind: 'nothing-to-look-at' }, say, new Map())).toEqual([
    nl.content.done.nothingToLookAt,
  ]);
});

test('what came of an act names the version', () => {
  expect(actWords('roll-back', { kind: 'done', version: 2 }, say)).toContain('Versie 2');
  expect(actWords('factory', { kind: 'refused' }, say)).toBe(nl.content.done.refused);
});
