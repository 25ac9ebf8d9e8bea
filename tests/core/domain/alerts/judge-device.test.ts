import { describe, expect, it } from 'vitest';
import { USUAL_RULES } from '../../../../core/domain/alerts/alert-rules.ts';
import {
  type DeviceFacts,
  judgeDevice,
  type SeenVersion,
} from '../../../../core/domain/alerts/judge-device.ts';

const NOW = Date.parse('2026-11-27T12:00:00Z'); // a Friday
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PACK = { library: 'bieb', pack: 'zelfredzaam', channel: 'stable' };
const WEEKDAYS = {
  ...{ id: 'week', freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' },
  attributes: [],
} as unknown as DeviceFacts['schedules'][number];

const well: DeviceFacts = {
  ...{ lastHeard: NOW - HOUR / 2, freeBytes: 10_000_000_000, packs: [{ ...PACK, version: 7 }] },
  ...{ contacts: [], schedules: [], open: new Set(), away: [], approved: NOW - 90 * DAY },
};
const judge = (facts: Partial<DeviceFacts>, newest: SeenVersion[] = []) =>
  judgeDevice({ ...well, ...facts }, newest, USUAL_RULES, NOW);

it('has nothing to say of a device that is well', () => {
  expect(judge({}, [{ ...PACK, version: 7, since: 0 }])).toEqual([]);
});

describe('silent', () => {
  it('is a device without contact for a day', () => {
    expect(judge({ lastHeard: NOW - 24 * HOUR + 1 })).toEqual([]);
    expect(judge({ lastHeard: NOW - 24 * HOUR })).toEqual([{ kind: 'silent', hours: 24, ofOpening: false }]);
  });

  it('counts opening hours alone where they are known', () => {
    const schedules = [WEEKDAYS];
    // Since Wednesday evening: Thursday 09 to 17, Friday 09 to 13 on the Dutch clock.
    const wednesday = Date.parse('2026-11-25T20:00:00Z');
    expect(judge({ schedules, lastHeard: wednesday })).toEqual([
      { kind: 'silent', hours: 12, ofOpening: true },
    ]);
    // A weekend that it is off is no trouble: from Friday 17:00 to Monday 13:00 are four hours.
    const facts = { ...well, schedules, lastHeard: Date.parse('2026-11-27T16:00:00Z') };
    expect(judgeDevice(facts, [], USUAL_RULES, Date.parse('2026-11-30T12:00:00Z'))).toEqual([]);
  });

  it('is judged by the clock again when the hours of its branch hold no longer', () => {
    const schedules = [{ ...WEEKDAYS, valid_to: '2026-10-31' }];
    const lastHeard = NOW - 20 * DAY;
    expect(judge({ schedules, lastHeard })).toEqual([{ kind: 'silent', hours: 480, ofOpening: false }]);
    expect(judge({ schedules, lastHeard: NOW - 23 * HOUR })).toEqual([]);
    // Hours that begin to hold later are known: until then it is closed.
    expect(judge({ schedules: [{ ...WEEKDAYS, valid_from: '2026-12-01' }], lastHeard })).toEqual([]);
  });
});

describe('silent after the server was away', () => {
  const awayFor = (hours: number, back: number) => [
    { from: NOW - (hours + back) * HOUR, until: NOW - back * HOUR },
  ];

  it('is no device that could be heard for less than is allowed, before and since', () => {
    const lastHeard = NOW - 40 * HOUR;
    // Heard five hours before it, and away for 25; devices need an hour and a quarter to be back.
    expect(judge({ lastHeard, away: awayFor(25, 10) })).toEqual([]);
    expect(judge({ lastHeard, away: awayFor(15, 10) })).toEqual([]);
    const silent = [{ kind: 'silent', hours: 40, ofOpening: false }];
    expect(judge({ lastHeard, away: awayFor(25, 1) }), 'five and none').toEqual([]);
    expect(judge({ lastHeard, away: awayFor(5, 10) }), '25 and 8.75').toEqual(silent);
    expect(judge({ lastHeard, away: awayFor(40, 0) })).toEqual([]);
    expect(judge({ lastHeard, away: awayFor(25, 20.25) }), 'since before').toEqual([]);
    expect(judge({ lastHeard: NOW - 70 * HOUR, away: awayFor(44, 25.25) })).toMatchObject([{ hours: 70 }]);
    expect(judge({ lastHeard: NOW - 24 * HOUR, away: awayFor(40, 30) }), 'heard since').toHaveLength(1);
  });

  it('is one that nobody hears, though the server is put out every night', () => {
    const schedules = [WEEKDAYS];
    const night = { from: Date.parse('2026-11-26T17:00:00Z'), until: Date.parse('2026-11-27T06:00:00Z') };
    expect(judge({ schedules, lastHeard: Date.parse('2026-11-26T10:00:00Z'), away: [night] })).toEqual([
      { kind: 'silent', hours: 10, ofOpening: true },
    ]);
    // The server came back at ten: of this day nothing counts before a quarter past eleven.
    const late = { ...night, until: Date.parse('2026-11-27T09:00:00Z') };
    const facts = { schedules, lastHeard: Date.parse('2026-11-26T10:00:00Z'), away: [late] };
    expect(judge(facts)).toEqual([]);
  });

  it('stays one that is warned of', () => {
    const open = new Set(['silent'] as const);
    expect(judge({ lastHeard: NOW - 30 * HOUR, away: awayFor(25, 0), open })).toHaveLength(1);
  });
});

describe('full', () => {
  it('is a disk with less room than an update takes, and well again only with more than that', () => {
    const just = USUAL_RULES.freeBytes;
    expect(judge({ freeBytes: just })).toEqual([]);
    expect(judge({ freeBytes: just - 1 })).toEqual([{ kind: 'full', freeBytes: just - 1 }]);
    const open = new Set(['full'] as const);
    expect(judge({ freeBytes: just * 1.25 - 1, open })).toHaveLength(1);
    expect(judge({ freeBytes: just * 1.25, open })).toEqual([]);
    expect(judge({ freeBytes: null })).toEqual([]);
  });
});

describe('stale', () => {
  const newest = { ...PACK, version: 8, since: NOW - 8 * DAY };
  it('is a device that shows a version for a week after there was a newer one', () => {
    expect(judge({}, [newest])).toEqual([
      { kind: 'stale', pack: 'zelfredzaam', version: 7, newest: 8, days: 8 },
    ]);
    expect(judge({}, [{ ...newest, since: NOW - 6 * DAY }])).toEqual([]);
  });

  it('is a device that follows a pack and shows no version that was published', () => {
    expect(judge({ packs: [{ ...PACK, version: 0 }] }, [{ ...newest, version: 1 }])).toEqual([
      { kind: 'stale', pack: 'zelfredzaam', version: 0, newest: 1, days: 8 },
    ]);
  });

  it('is no device that was approved too short a while ago to have a first version', () => {
    const fresh = { packs: [{ ...PACK, version: 0 }], approved: NOW - HOUR };
    expect(judge(fresh, [newest])).toEqual([]);
    expect(judge({ ...fresh, approved: NOW - 6 * DAY }, [newest])).toEqual([]);
    const long = { ...newest, since: NOW - 30 * DAY };
    expect(judge({ ...fresh, approved: NOW - 8 * DAY }, [long])).toMatchObject([{ kind: 'stale', days: 8 }]);
    expect(judge({ approved: NOW - HOUR }, [newest])).toMatchObject([{ kind: 'stale', version: 7 }]);
  });

  it('is a device behind the first version above its own, however often there is a newer one', () => {
    const second = { ...newest, version: 9, since: NOW - DAY };
    expect(judge({}, [second, newest])).toMatchObject([{ version: 7, newest: 9, days: 8 }]);
    expect(judge({}, [second])).toEqual([]);
    expect(judge({}, [{ ...newest, version: 6 }, second])).toEqual([]);
  });

  it('is over when the device shows the newest that it may have, and not before', () => {
    const open = new Set(['stale'] as const);
    const packs = [{ ...PACK, version: 8 }];
    const second = { ...newest, version: 9, since: NOW - DAY / 2 };
    expect(judge({ open, packs }, [newest, second])).toMatchObject([{ version: 8, newest: 9, days: 0 }]);
    expect(judge({ open, packs }, [newest])).toEqual([]);
  });

  it('looks at the same channel and publisher alone, and tells of the worst', () => {
    expect(
      judge({}, [
        { ...newest, channel: 'test' },
        { ...newest, library: 'elders' },
      ]),
    ).toEqual([]);
    const packs = [...well.packs, { ...PACK, pack: 'tweede', version: 1 }];
    const second = { ...PACK, pack: 'tweede', version: 2, since: NOW - 30 * DAY };
    expect(judge({ packs }, [newest, second])).toMatchObject([{ pack: 'tweede', days: 30 }]);
  });
});

describe('crash-looping', () => {
  const contact = (minutesAgo: number, starts: number) => ({ at: NOW - minutesAgo * 60_000, starts });
  it('is a device that tells of many starts within the hour', () => {
    const contacts = [contact(70, 0), contact(40, 2), contact(20, 2), contact(1, 2)];
    expect(judge({ contacts })).toEqual([{ kind: 'crash-looping', startsPerHour: 5 }]);
    expect(judge({ contacts: contacts.slice(0, 2) })).toEqual([]);
  });

  it('spreads the starts over the time since the contact before', () => {
    expect(judge({ contacts: [contact(24 * 60, 1), contact(1, 12)] })).toEqual([]);
    expect(judge({ contacts: [contact(90, 1), contact(1, 12)] })).toHaveLength(1);
  });

  it('is not over because the device is not heard any more: it may have died of it', () => {
    const open = new Set(['crash-looping'] as const);
    const contacts = [contact(190, 0), contact(120, 50)];
    expect(judge({ contacts })).toEqual([]);
    expect(judge({ contacts, open })).toEqual([{ kind: 'crash-looping', startsPerHour: 42 }]);
    // Nothing is kept for ever of what it told.
    expect(judge({ contacts: [], open })).toEqual([{ kind: 'crash-looping', startsPerHour: 4 }]);
    expect(judge({ contacts: [...contacts, contact(10, 1)], open })).toEqual([]);
  });

  it('comes and goes with what the device tells, and not with the hour alone', () => {
    const told = [contact(140, 0), contact(50, 0), contact(0, 5)];
    const after = (minutes: number, open: DeviceFacts['open']) =>
      judgeDevice({ ...well, contacts: told, open }, [], USUAL_RULES, NOW + minutes * 60_000);
    for (const minutes of [0, 5, 20, 50])
      for (const open of [new Set<never>(), new Set(['crash-looping'] as const)])
        expect(after(minutes, open)).toEqual([{ kind: 'crash-looping', startsPerHour: 5 }]);
  });
});
