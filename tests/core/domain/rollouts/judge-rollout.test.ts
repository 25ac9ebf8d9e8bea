import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ailment, ailmentOf, type DeviceFate } from '../../../../core/domain/rollouts/device-fate.ts';
import { HeldItself, heldItselfFrom, heldItselfText } from '../../../../core/domain/rollouts/held-itself.ts';
import { judgeRollout } from '../../../../core/domain/rollouts/judge-rollout.ts';
import { startsADay } from '../../../../core/domain/rollouts/starts-a-day.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-23T08:00:00Z');
const fate = (more: Partial<DeviceFate> = {}): DeviceFate => ({
  ...{ installedAt: START + HOUR, since: START, lastContact: START + 2 * HOUR, starts: 1, incidents: [] },
  ...{ listeningSince: 0, wentBack: false, ...more },
});
const soon = START + 3 * HOUR;
const crashes = (times: number) => Array.from({ length: times }, () => 'page-crashed');

describe('a device is sick', () => {
  test('when it starts again and again, and not when it starts now and then', () => {
    expect(ailmentOf(fate({ starts: 6 }), soon)).toBe('crash-loop');
    expect(ailmentOf(fate({ starts: 5 }), soon)).toBeUndefined();
  });

  test('when its content fails again and again, and not for want of paper', () => {
    expect(ailmentOf(fate({ incidents: crashes(3) }), soon)).toBe('incidents');
    expect(ailmentOf(fate({ incidents: [...crashes(2), ...Array(9).fill('print-failed')] }), soon)).toBe(
      undefined,
    );
  });

  test('when a page hangs again and again, and not when a disk that rots lost one content', () => {
    expect(ailmentOf(fate({ incidents: Array(3).fill('page-hung') }), soon)).toBe('incidents');
    const lost = fate({ incidents: ['content-lost'] });
    expect(judgeRollout([ailmentOf(lost, soon)], 10)).toBeUndefined();
  });

  test('not when a disk that rots is told of again and again: that is one accident', () => {
    const rot = [...Array(3).fill('content-lost'), ...Array(3).fill('picture-damaged')];
    expect(ailmentOf(fate({ incidents: rot }), soon)).toBeUndefined();
    expect(ailmentOf(fate({ incidents: [...rot, ...crashes(1)] }), soon)).toBeUndefined();
    expect(ailmentOf(fate({ incidents: [...rot, ...crashes(2)] }), soon)).toBe('incidents');
  });

  test('when it went back to an older version', () => {
    expect(ailmentOf(fate({ wentBack: true }), soon)).toBe('went-back');
  });

  test('not when what it showed gave way because the disk lost it: the next update brings that again', () => {
    for (const code of ['content-lost', 'content-rebuilt'])
      expect(ailmentOf(fate({ wentBack: true, incidents: [code] }), soon)).toBeUndefined();
    const crashed = fate({ wentBack: true, incidents: ['content-lost', ...crashes(3)] });
    expect(ailmentOf(crashed, soon)).toBe('incidents');
    expect(ailmentOf(fate({ wentBack: true, incidents: ['picture-damaged'] }), soon)).toBe('went-back');
  });

  test('when it falls silent for longer than a weekend, also before it could say that it has the version', () => {
    const silent = fate({ lastContact: START + HOUR });
    expect(ailmentOf(silent, START + 73 * HOUR)).toBeUndefined();
    expect(ailmentOf(silent, START + 73 * HOUR + 1)).toBe('silent');
    const unheard = fate({ installedAt: undefined, lastContact: START - HOUR });
    expect(ailmentOf(unheard, START + 72 * HOUR)).toBeUndefined();
    expect(ailmentOf(unheard, START + 72 * HOUR + 1)).toBe('silent');
  });

  test('not for silence while the server was away, or before its store came back', () => {
    const unheard = fate({ lastContact: START + HOUR, listeningSince: START + 100 * HOUR });
    expect(ailmentOf(unheard, START + 101 * HOUR)).toBeUndefined();
    expect(ailmentOf(unheard, START + 169 * HOUR)).toBeUndefined(); // it is watched for a week and no longer
    const before = fate({ lastContact: START + HOUR, listeningSince: START + 20 * HOUR });
    expect(ailmentOf(before, START + 92 * HOUR)).toBeUndefined();
    expect(ailmentOf(before, START + 92 * HOUR + 1)).toBe('silent');
  });

  test('not when the starts of days in which it was away are told of at once', () => {
    expect(startsADay(8, 8 * 24 * HOUR)).toBe(1);
    expect(startsADay(8, 24 * HOUR)).toBe(8);
    expect(startsADay(8, 60_000)).toBe(8);
  });

  test('not for what was so before: silence, or a start without the version', () => {
    const before = fate({ installedAt: undefined, lastContact: START - 72 * HOUR - 1 });
    expect(ailmentOf(before, START + 100 * HOUR)).toBeUndefined();
    expect(ailmentOf(fate({ installedAt: undefined, lastContact: undefined }), soon)).toBeUndefined();
    expect(ailmentOf(fate({ installedAt: undefined, lastContact: soon, starts: 9 }), soon)).toBeUndefined();
  });

  test('for a week: what comes later has other causes', () => {
    const late = START + HOUR + 7 * 24 * HOUR;
    expect(ailmentOf(fate({ starts: 6 }), late)).toBe('crash-loop');
    expect(ailmentOf(fate({ starts: 6 }), late + 1)).toBeUndefined();
  });
});

describe('a roll-out', () => {
  const fates = (well: number, ...sick: Ailment[]) => [...Array(well).fill(undefined), ...sick];

  test('holds itself when one of a few is sick, or a tenth of many', () => {
    expect(judgeRollout(fates(0, 'silent'), 10)).toMatchObject({ seen: 1, sick: 1 });
    expect(judgeRollout(fates(2, 'silent'), 10)).toBeDefined();
    expect(judgeRollout(fates(9, 'silent'), 10)).toBeDefined();
    expect(judgeRollout(fates(10, 'silent'), 10)).toBeUndefined();
  });

  test('says what is wrong, and with how many', () => {
    expect(judgeRollout(fates(1, 'crash-loop', 'silent', 'crash-loop'), 10)).toEqual({
      ...{ seen: 4, sick: 3 },
      ailments: { 'crash-loop': 2, silent: 1 },
    });
  });

  test('goes on as long as nobody is sick, and never goes on with more of them when it does not with fewer', () => {
    const number = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 100 }), (well, sick, percent) => {
        const ill = (many: number) => fates(well, ...Array<Ailment>(many).fill('silent'));
        expect(judgeRollout(ill(0), percent)).toBeUndefined();
        const [one, more] = [judgeRollout(ill(sick), percent), judgeRollout(ill(sick + 1), percent)];
        expect(one !== undefined && more === undefined).toBe(false);
      }),
    );
  });
});

describe('the reason', () => {
  const reason = fc
    .record({
      seen: fc.nat(9_999),
      sick: fc.nat(9_999),
      ailments: fc.dictionary(fc.constantFrom(...Ailment.options), fc.integer({ min: 1, max: 9_999 }), {
        minKeys: 1,
      }),
    })
    .map((each) => HeldItself.parse(each));

  test('is read again from the sentence in which an older server kept it', () => {
    // As such a server wrote it.
    const old = '3 of 4 devices with this version are not well: 2 started again and again, 1 fell silent.';
    expect(heldItselfFrom(old)).toEqual({ seen: 4, sick: 3, ailments: { 'crash-loop': 2, silent: 1 } });
    fc.assert(
      fc.property(reason, (each) => {
        expect(heldItselfFrom(heldItselfText(each))).toEqual(each);
      }),
    );
  });

  test.each([
    'Somebody held it.',
    '<b>Bedrag</b> klopt niet',
    '3 of 4 devices with this version are not well: 2 were sold.',
    '3 of 4 devices with this version are not well: 0 fell silent.',
    '3 of 4 devices with this version are not well: fell silent.',
  ])('is none in what somebody wrote: %s', (text) => expect(heldItselfFrom(text)).toBeUndefined());
});
