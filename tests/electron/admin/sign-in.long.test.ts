import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import type { WriteDb } from '../../../db/open.ts';
import { listActs, recordAct } from '../../../db/ops/audit.ts';
import { addPersonHere, removePerson, takePeople } from '../../../db/ops/people.ts';
import { DEVICE_ADMIN, readPin, writePin } from '../../../db/ops/pins.ts';
import { openSignIn, type SignIn } from '../../../electron/admin/sign-in.ts';
import { aStore } from '../../builders/a-store.ts';

const MINUTE = 60_000;
const PEPPER = new Uint8Array(32);

let ops: WriteDb | undefined;
let pepper: Uint8Array | undefined;
let visit: number;
let elapsed: number;
let ended: number;
let ticks: Set<() => void>;
let verify: (pin: string) => Promise<boolean>;
let asked: string[];
let door: SignIn;

beforeEach(() => {
  ops = aStore('ops');
  recordAct(
    ops,
    { at: '2026-11-27T09:00:00.000Z', act: 'pin-set', person: DEVICE_ADMIN, detail: '' },
    PEPPER,
  );
  writePin(ops, DEVICE_ADMIN, '$argon2id$…');
  pepper = PEPPER;
  [visit, elapsed, ended] = [7, 1_000, 0];
  asked = [];
  verify = async (pin) => pin === '482913';
  door = start();
});

/** What a start of the kiosk begins with: the store as it is, and a clock of its own. */
function start(): SignIn {
  ticks = new Set();
  return openSignIn({
    write: (act) => (ops === undefined ? undefined : act(ops, new Date())),
    pepper: () => pepper,
    verify: (pin) => {
      asked.push(pin);
      return verify(pin);
    },
    visit: () => visit,
    end: () => {
      ended += 1;
    },
    elapsed: () => elapsed,
    repeat: (act) => {
      ticks.add(act);
      return () => ticks.delete(act);
    },
  });
}
const wrong = async (times: number) => {
  for (let count = 0; count < times; count++) await door.signIn(DEVICE_ADMIN, '135790');
};
const restart = () => {
  elapsed = 0;
  door = start();
};
const secondsLeft = () => {
  const seen = door.door(DEVICE_ADMIN);
  return seen.kind === 'locked' ? seen.secondsLeft : 0;
};

describe('the right PIN', () => {
  it('makes whoever gave it the admin, until the visit is over', async () => {
    expect(door.role()).toBe('visitor');
    expect(await door.signIn(DEVICE_ADMIN, '482913')).toEqual({ kind: 'signed-in', role: 'admin' });
    expect(door.role()).toBe('admin');
    door.visitOver();
    expect(door.role()).toBe('visitor');
    expect(listActs(ops as WriteDb, 9).map(({ act }) => act)).toEqual(['signed-out', 'signed-in', 'pin-set']);
  });

  it('makes nobody an admin in another visit, also when nobody told that the first is over', async () => {
    await door.signIn(DEVICE_ADMIN, '482913');
    visit = 8;
    expect(door.role()).toBe('visitor');
  });

  it('makes nobody an admin who walked away while it was looked at', async () => {
    const answers: ((right: boolean) => void)[] = [];
    verify = () => new Promise((resolve) => void answers.push(resolve));
    const signingIn = door.signIn(DEVICE_ADMIN, '482913');
    visit = 8;
    answers[0]?.(true);
    await signingIn;
    expect(door.role()).toBe('visitor');
    // The end of the next visit is none of theirs.
    door.visitOver();
    // Nor does the log say that they are here: nothing would ever say that they left.
    expect(listActs(ops as WriteDb, 9).map(({ act }) => act)).toEqual(['pin-set']);
  });

  it('forgives the wrong ones before it', async () => {
    await wrong(4);
    expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'open', triesLeft: 1 });
    await door.signIn(DEVICE_ADMIN, '482913');
    expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'open', triesLeft: 5 });
  });
});

describe('a wrong PIN', () => {
  it('says how many tries are left, and the fifth closes the door', async () => {
    const said = [];
    for (let count = 0; count < 5; count++) said.push(await door.signIn(DEVICE_ADMIN, '135790'));
    expect(said).toEqual([
      { kind: 'wrong', triesLeft: 4 },
      { kind: 'wrong', triesLeft: 3 },
      { kind: 'wrong', triesLeft: 2 },
      { kind: 'wrong', triesLeft: 1 },
      { kind: 'locked', secondsLeft: 60 },
    ]);
    expect(listActs(ops as WriteDb, 9)).toMatchObject([
      { act: 'locked-out', detail: '5' },
      { act: 'pin-set' },
    ]);
  });

  it('is not even looked at while the door is closed, nor is the right one', async () => {
    await wrong(5);
    asked = [];
    expect(await door.signIn(DEVICE_ADMIN, '482913')).toEqual({ kind: 'locked', secondsLeft: 60 });
    expect(asked).toEqual([]);
    expect(door.role()).toBe('visitor');
  });

  it('counts before it is looked at: pulling the plug gives no other try', () => {
    verify = () => new Promise(() => undefined);
    void door.signIn(DEVICE_ADMIN, '135790');
    expect(readPin(ops as WriteDb, DEVICE_ADMIN)?.failures).toBe(1);
  });

  it('given a hundred times at once is given five times', async () => {
    await Promise.all(Array.from({ length: 100 }, () => door.signIn(DEVICE_ADMIN, '135790')));
    expect(asked).toHaveLength(5);
  });
});

describe('a lock-out', () => {
  it('ends when its time has passed, and the next one takes twice as long', async () => {
    await wrong(5);
    elapsed += MINUTE - 1;
    expect(secondsLeft()).toBe(1);
    elapsed += 1;
    expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'open', triesLeft: 1 });
    expect(await door.signIn(DEVICE_ADMIN, '135790')).toEqual({ kind: 'locked', secondsLeft: 120 });
  });

  it('goes on after a restart, with what was left', async () => {
    await wrong(5);
    elapsed += 20_000;
    for (const tick of ticks) tick();
    restart();
    expect(secondsLeft()).toBe(40);
    restart();
    expect(secondsLeft()).toBe(40);
    elapsed += 40_000;
    expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'open', triesLeft: 1 });
  });

  it('is written down while it lasts, and no longer', async () => {
    expect(ticks.size).toBe(0);
    await wrong(5);
    expect(ticks.size).toBe(1);
    elapsed += MINUTE;
    for (const tick of ticks) tick();
    expect(ticks.size).toBe(0);
    expect(readPin(ops as WriteDb, DEVICE_ADMIN)?.locked_ms).toBe(0);
  });

  it.each([
    ['forward', Date.UTC(2040, 0, 1)],
    ['back', Date.UTC(1970, 0, 2)],
  ])('does not care for a clock that is set %s, also over a restart', async (_, time) => {
    await wrong(5);
    vi.useFakeTimers({ toFake: ['Date'], now: time });
    try {
      expect(secondsLeft()).toBe(60);
      restart();
      expect(secondsLeft()).toBe(60);
      elapsed += MINUTE;
      expect(door.door(DEVICE_ADMIN).kind).toBe('open');
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not pass while nothing was counted: a long wait before it takes nothing off', async () => {
    elapsed += 1e9;
    await wrong(5);
    expect(secondsLeft()).toBe(60);
  });
});

test('without a PIN, or with the pepper of another machine gone, nobody gets in and nothing is counted', async () => {
  pepper = undefined;
  expect(await door.signIn(DEVICE_ADMIN, '482913')).toEqual({ kind: 'no-pin' });
  pepper = PEPPER;
  ops = aStore('ops');
  expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'no-pin' });
});

test('where wrong PINs cannot be counted, none is looked at', async () => {
  ops = undefined;
  expect(await door.signIn(DEVICE_ADMIN, '482913')).toEqual({ kind: 'no-store' });
  expect(asked).toEqual([]);
});

test('on a disk that is full none is looked at either', async () => {
  (ops as WriteDb).pragma('query_only = ON');
  const write = <T>(act: (db: WriteDb, now: Date) => T): T | undefined => {
    try {
      return act(ops as WriteDb, new Date());
    } catch {
      return undefined;
    }
  };
  const full = openSignIn({
    ...{ write, pepper: () => pepper, visit: () => visit, end: () => undefined, elapsed: () => elapsed },
    verify: async (pin) => asked.push(pin) > 0,
    repeat: () => () => undefined,
  });
  expect(await full.signIn(DEVICE_ADMIN, '482913')).toEqual({ kind: 'no-store' });
  expect(asked).toEqual([]);
});

describe('people with a PIN of their own', () => {
  const BY = { at: '2026-11-27T09:00:00.000Z', person: DEVICE_ADMIN, key: PEPPER };
  const people = (...roles: ('staff' | 'admin')[]) => {
    const store = ops as WriteDb;
    roles.forEach((role, index) => {
      const id = `p${index}`;
      addPersonHere(store, { id, name: `Persoon ${index}`, role }, BY);
      writePin(store, id, '$argon2id$…');
    });
    return store;
  };

  it('get the role that they have, and what they do is written down as theirs', async () => {
    const store = people('staff', 'admin');
    expect(await door.signIn('p0', '482913')).toEqual({ kind: 'signed-in', role: 'staff' });
    expect([door.role(), door.signedIn()?.who]).toEqual(['staff', 'p0']);
    door.record('looked', '');
    door.visitOver();
    expect(door.signedIn()).toBeUndefined();
    visit = 8;
    expect(await door.signIn('p1', '482913')).toEqual({ kind: 'signed-in', role: 'admin' });
    expect(listActs(store, 4).map(({ act, person }) => [act, person])).toEqual([
      ['signed-in', 'p1'],
      ['signed-out', 'p0'],
      ['looked', 'p0'],
      ['signed-in', 'p0'],
    ]);
  });

  it('are locked out one by one', async () => {
    people('staff', 'staff');
    for (let count = 0; count < 5; count++) await door.signIn('p0', '135790');
    expect(door.door('p0')).toEqual({ kind: 'locked', secondsLeft: 60 });
    expect(door.door('p1')).toEqual({ kind: 'open', triesLeft: 5 });
    expect(door.door(DEVICE_ADMIN)).toEqual({ kind: 'open', triesLeft: 5 });
    expect(await door.signIn('p1', '482913')).toMatchObject({ kind: 'signed-in' });
    // The lock-out of the other goes on, and is still written down.
    expect(ticks.size).toBe(1);
    elapsed += MINUTE;
    for (const tick of ticks) tick();
    expect(ticks.size).toBe(0);
  });

  it('who left are not let in, and nothing tells them from somebody without a PIN', async () => {
    const store = people('staff');
    removePerson(store, 'p0', BY);
    addPersonHere(store, { id: 'p9', name: 'Nieuw', role: 'staff' }, BY);
    for (const who of ['p0', 'p9', 'p-unknown'])
      expect(await door.signIn(who, '482913')).toEqual({ kind: 'no-pin' });
    expect(asked).toEqual([]);
    expect(readPin(store, 'p0')).toBeUndefined();
  });

  it('who leave while their PIN is looked at are not let in', async () => {
    const store = people('staff');
    const answers: ((right: boolean) => void)[] = [];
    verify = () => new Promise((resolve) => void answers.push(resolve));
    const signingIn = door.signIn('p0', '482913');
    removePerson(store, 'p0', BY);
    answers[0]?.(true);
    expect(await signingIn).toEqual({ kind: 'no-pin' });
    expect(door.role()).toBe('visitor');
  });

  it('who are not on the list any more are shut out, and the visit ends', async () => {
    const store = people();
    takePeople(store, [{ id: 'colleague-1', name: 'Colleague one', role: 'staff' }], BY);
    writePin(store, 'colleague-1', '$argon2id$…');
    await door.signIn('colleague-1', '482913');
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['staff', 0]);
    takePeople(store, [], BY);
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['visitor', 1]);
    expect(listActs(store, 2).map(({ act, person, detail }) => [act, person, detail])).toEqual([
      ['shut-out', 'colleague-1', ''],
      ['person-removed', null, 'colleague-1'],
    ]);
    door.peopleChanged();
    expect(ended).toBe(1);
  });

  it('who get another role sign in anew with it', async () => {
    const store = people();
    takePeople(store, [{ id: 'colleague-1', name: 'Colleague one', role: 'admin' }], BY);
    writePin(store, 'colleague-1', '$argon2id$…');
    await door.signIn('colleague-1', '482913');
    takePeople(store, [{ id: 'colleague-1', name: 'Colleague one', role: 'staff' }], BY);
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['visitor', 1]);
    visit = 8;
    expect(await door.signIn('colleague-1', '482913')).toEqual({ kind: 'signed-in', role: 'staff' });
  });

  it('of whom the list of the library has the id, as another one, are shut out', async () => {
    const store = people('staff');
    await door.signIn('p0', '482913');
    takePeople(store, [{ id: 'p0', name: 'Another one', role: 'staff' }], BY);
    // Also when that one has chosen a PIN before it was looked at.
    writePin(store, 'p0', '$argon2id$…');
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['visitor', 1]);
  });

  it('of whom the PIN is gone are shut out', async () => {
    const store = people('staff');
    await door.signIn('p0', '482913');
    store.prepare('DELETE FROM pins WHERE who = ?').run('p0');
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['visitor', 1]);
  });

  it('of whom the list takes the id while the PIN is looked at are not let in as that one', async () => {
    const store = people('staff');
    const answers: ((right: boolean) => void)[] = [];
    verify = () => new Promise((resolve) => void answers.push(resolve));
    const signingIn = door.signIn('p0', '482913');
    takePeople(store, [{ id: 'p0', name: 'Another one', role: 'staff' }], BY);
    answers[0]?.(true);
    expect(await signingIn).toEqual({ kind: 'no-pin' });
    expect(door.role()).toBe('visitor');
  });

  it('who get another name on the list of the library stay', async () => {
    const store = people();
    takePeople(store, [{ id: 'colleague-1', name: 'Colleague one', role: 'staff' }], BY);
    writePin(store, 'colleague-1', '$argon2id$…');
    await door.signIn('colleague-1', '482913');
    takePeople(store, [{ id: 'colleague-1', name: 'Colleague once more', role: 'staff' }], BY);
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['staff', 0]);
  });

  it('the admin of the device is on no list, and stays', async () => {
    await door.signIn(DEVICE_ADMIN, '482913');
    takePeople(ops as WriteDb, [], BY);
    door.peopleChanged();
    expect([door.role(), ended]).toEqual(['admin', 0]);
  });
});
