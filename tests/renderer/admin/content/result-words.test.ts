import { expect, test } from 'vitest';
import {
  actWords,
  failureWords,
  faultWords,
  lookWords,
} from '../../../../renderer/admin/content/result-words.ts';
import { adminSayings } from '../../../../renderer/words/admin-words.ts';
import { nl } from '../../../../renderer/words/nl/admin.ts';
import type { UpdateFault } from '../../../../updates/update-error.ts';

const say = adminSayings('nl');
const FAULTS: readonly UpdateFault[] = [
  ...([
    'missing',
    'unreachable',
    'sign-in-page',
    'certificate-date',
    'certificate',
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

test('what failed last is told with the title of its pack, and a number that is taken in words of its own', () => {
  const packs = [{ id: 'klein', title: 'Klein pakket' }];
  const failure = { fault: 'same-number', message: 'klein: …', pack: 'klein' };
  expect(failureWords(failure, say, packs)).toBe(`Klein pakket: ${nl.content.faults['same-number']}`);
  expect(failureWords({ fault: 'slow', message: '…' }, say, packs)).toBe(nl.content.faults.slow);
  const looked = [{ pack: 'klien', kind: 'not-published' as const, version: null, fault: 'not-published' }];
  expect(lookWords({ kind: 'looked', packs: looked }, say, new Map())).toEqual([
    `klien: ${nl.content.faults['not-published']}`,
  ]);
});

test('what came of an act names the version', () => {
  expect(actWords('roll-back', { kind: 'done', version: 2 }, say)).toContain('Versie 2');
  expect(actWords('factory', { kind: 'refused' }, say)).toBe(nl.content.done.refused);
  expect(actWords('install', { kind: 'changed' }, say)).toBe(nl.content.done.changed);
});
