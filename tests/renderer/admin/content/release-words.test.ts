import { expect, test } from 'vitest';
import type { PackStatus, ReadyVersion } from '../../../../core/contract/admin.ts';
import { actQuestion } from '../../../../renderer/admin/content/act-label.ts';
import { leadOf } from '../../../../renderer/admin/content/ready-part.tsx';
import { releasedWords } from '../../../../renderer/admin/content/release-words.ts';
import { adminSayings } from '../../../../renderer/words/admin-words.ts';

const say = adminSayings('nl');
const at = (version: number) => ({
  ...{ version, origin: 'repository' as const, publishedAt: null, shownSince: null },
});
const ready = (turn: ReadyVersion['turn']): ReadyVersion => ({
  ...at(4),
  ...{ added: [], changed: [], removed: [], shared: [], files: null, bytes: 0, turn, latest: null },
});
const KLEIN: PackStatus = {
  ...{ id: 'klein', title: 'Klein', shown: at(2), before: at(3), ready: null, heldAt: null, floor: 3 },
  ...{
    factory: true,
    expires: null,
    expired: false,
    heardUntil: null,
    unheard: false,
    pages: 1,
    overdue: 0,
    hidden: [],
  },
};

test('below the highest number that was shown, letting go brings nothing by itself, and says the way back', () => {
  expect(releasedWords(KLEIN, say)).toEqual([
    'Losgelaten. Versie 2 blijft staan tot er een versie komt met een hoger nummer dan 3.',
    'Wilt u versie 3 terug? Druk dan op “Terug naar versie 3”.',
  ]);
  expect(actQuestion('release', KLEIN, say)).toContain('hoger nummer dan 3');
  expect(releasedWords({ ...KLEIN, before: null }, say)).toHaveLength(1);
  expect(releasedWords({ ...KLEIN, floor: 2 }, say)).toEqual([say('content.done.release')]);
});

test.each<[ReadyVersion['turn'], released: string, asked: string]>([
  ['idle', 'Een nieuwere versie komt weer vanzelf.', 'Versie 2 blijft bewaard'],
  ['closed', 'Versie 4 komt na sluitingstijd', 'pas na sluitingstijd'],
  ['never', 'de bibliotheek houdt die tegen', 'misschien zit er een fout in'],
])(
  'with a version ready whose turn is %s, letting go and installing say what the library wants',
  (turn, released, asked) => {
    const pack = { ...KLEIN, ready: ready(turn) };
    expect(releasedWords(pack, say).join()).toContain(released);
    expect(actQuestion('install', pack, say)).toContain(asked);
  },
);

test('what lies ready says whether it comes by itself', () => {
  const lead = (turn: ReadyVersion['turn'], latest: string | null = null, held = false) =>
    leadOf({ turn, latest }, held);
  expect([
    lead('idle'),
    lead('idle', null, true),
    lead('closed'),
    lead('closed', '2026-11-30T00:00:00Z'),
  ]).toEqual([...['lead', 'leadHeld', 'leadClosed', 'leadLatest']]);
  expect([lead('never'), lead('never', null, true)]).toEqual(['leadStopped', 'leadStopped']);
});
